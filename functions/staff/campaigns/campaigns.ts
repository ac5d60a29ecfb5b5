/** The campaigns as they are in force. */

import { callTouchOf } from '#core/campaign/call-touch.ts'
import { readCampaignDetail } from '#functions/staff/campaigns/campaign-detail.ts'
import { wordsOf } from '#functions/staff/campaigns/preview.ts'
import { shownCampaign, shownCampaigns } from '#functions/staff/campaigns/shown-campaigns.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { campaignPage } from '#web/staff/campaigns/campaign-page.ts'
import { campaignsPage } from '#web/staff/campaigns/campaigns-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'

export function campaignRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { files } = system

  app.get('/campaigns', needs('see-figures'), async (context) => {
    const frame = frameOf(system, context)
    const known = await knownCampaigns(system, frame.locale)
    const standing = files?.standing() ?? null
    return context.html(campaignsPage(frame, { campaigns: shownCampaigns(system, known), standing }))
  })

  app.get('/campaigns/:id', needs('see-figures'), async (context) => {
    const frame = frameOf(system, context)
    const campaigns = await knownCampaigns(system, frame.locale)
    const campaign = campaigns.latest.find(({ definition }) => definition.id === context.req.param('id'))
    if (!campaign) return context.html(noSuchPage(frame, 'campaign'), 404)
    const [detail, words, lastChange] = await Promise.all([
      readCampaignDetail(system, campaign.definition),
      wordsOf(system, campaign),
      system.stores.campaigns.lastChange(campaign.definition.id),
    ])
    const named = callTouchOf(campaign.definition)?.script
    const script = system.companyRules.scripts.find(({ name }) => name === named)?.script
    const shown = { campaign: shownCampaign(system, { campaign, campaigns }), campaigns, detail, words, script, lastChange }
    return context.html(campaignPage(frame, { ...shown, done: context.req.query('done') }))
  })
  return app
}
