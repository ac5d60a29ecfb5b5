/** What holds in this company, to read: nothing is changed here. */

import { wordsOf } from '#functions/staff/campaigns/preview.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { settingsPage } from '#web/staff/settings/settings-page.ts'

export interface SettingsSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<StaffStores, 'campaigns' | 'words' | 'roster' | 'stops'>
}

export function settingsRoutes(system: SettingsSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system
  app.get('/settings', needs('see-settings'), async (context) => {
    const frame = frameOf(system, context)
    const [{ latest, states }, roster, { stop }] = await Promise.all([
      knownCampaigns(system, frame.locale),
      stores.roster.current(),
      stores.stops.current(),
    ])
    const campaigns = await Promise.all(
      latest.map(async (campaign) => ({
        ...campaign,
        state: states.get(campaign.definition.id) ?? 'active',
        languages: Object.keys((await wordsOf(system, campaign))?.mails ?? {}),
      })),
    )
    return context.html(settingsPage(frame, { companyRules, campaigns, roster, stop }))
  })
  return app
}
