/** The campaigns as they are in force, each with a way to pause, resume or cancel it. */

import type { Context } from 'hono'
import { changeCampaignState } from '#app/campaigns/change-campaign-state.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import { guards, visitorOn } from '#functions/staff/guard.ts'
import { frameOf, knownCampaigns } from '#functions/staff/room.ts'
import { shownCampaign, shownCampaigns } from '#functions/staff/shown-campaigns.ts'
import { type StaffApp, type StaffEnv, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { campaignPage } from '#web/staff/campaigns/campaign-page.ts'
import { campaignsPage } from '#web/staff/campaigns/campaigns-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { campaignPath, pathWith } from '#web/staff/paths.ts'

export function campaignRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { files, stores } = system

  app.get('/campaigns', needs('see-figures'), async (context) => {
    const frame = frameOf(system, context)
    const known = await knownCampaigns(system, frame.locale)
    const standing = files?.standing() ?? null
    return context.html(campaignsPage(frame, { campaigns: shownCampaigns(system, known), standing }))
  })

  app.post('/campaigns/reload', needs('change-campaign'), async (context) => {
    await files?.reload()
    return context.redirect('/campaigns', 303)
  })

  app.get('/campaigns/:id', needs('see-figures'), async (context) => {
    const frame = frameOf(system, context)
    const campaigns = await knownCampaigns(system, frame.locale)
    const campaign = campaigns.latest.find(({ definition }) => definition.id === context.req.param('id'))
    if (!campaign) return context.html(noSuchPage(frame, 'campaign'), 404)
    const shown = shownCampaign(system, { campaign, campaigns })
    return context.html(campaignPage(frame, { campaign: shown, refused: context.req.query('refused') }))
  })

  const setState = (to: CampaignState, why: string | null) => async (context: Context<StaffEnv>) => {
    const campaignId = context.req.param('id') ?? ''
    const known = (await stores.campaigns.latest()).some(({ definition }) => definition.id === campaignId)
    if (!known) return context.notFound()
    const written = why === null ? (await context.req.parseBody()).because : why
    const because = typeof written === 'string' ? written.trim() : ''
    if (because === '') return context.redirect(campaignPath(campaignId), 303)
    const change = { campaignId, to, at: system.clock.now(), by: visitorOn(context).name, because }
    const answer = await changeCampaignState(stores, change)
    const refused = 'refused' in answer ? answer.refused : null
    return context.redirect(pathWith(campaignPath(campaignId), { refused }), 303)
  }
  app.post('/campaigns/:id/pause', needs('change-campaign'), setState('paused', 'paused in the control room'))
  app.post('/campaigns/:id/resume', needs('change-campaign'), setState('active', 'resumed in the control room'))
  app.post('/campaigns/:id/cancel', needs('change-campaign'), setState('cancelled', null))
  return app
}
