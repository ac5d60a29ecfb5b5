/** One occurrence. */

import { drawDeskBalance } from '#app/desk/draw-desk-balance.ts'
import { viewOccurrence } from '#app/operating/occurrence-view.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import { mayDo } from '#core/staff/role.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { readDecisions } from '#functions/staff/occurrences/decisions.ts'
import { readInvitations } from '#functions/staff/occurrences/invitations.ts'
import { readFilter, readPeople } from '#functions/staff/occurrences/people.ts'
import { toldAgain } from '#functions/staff/occurrences/told-again.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { pageAsked } from '#functions/staff/visit/page-asked.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { occurrencePage } from '#web/staff/occurrences/occurrence-page.ts'

export function occurrenceRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores } = system

  app.get('/occurrences/:id', needs('see-figures'), async (context) => {
    const frame = frameOf(system, context)
    const query = context.req.query()
    const detail = await viewOccurrence(stores.occurrences, context.req.param('id'))
    if (!detail) return context.html(noSuchPage(frame, 'occurrence'), 404)
    const isNamed = mayDo(visitorOn(context).role, 'see-people')
    const page = occurrencePage(frame, {
      campaigns: await knownCampaigns(system, frame.locale),
      detail,
      people: isNamed
        ? await readPeople(stores, { detail, filter: readFilter(query, detail.balance), country: frame.company.country })
        : null,
      invitations: await readInvitations(system, { detail, page: pageAsked(query.answers), now: frame.now, isNamed }),
      desk: await readDesk(stores, detail.occurrence),
      decisions: isNamed
        ? await readDecisions(stores, { detail, page: pageAsked(query.decide), decidedPage: pageAsked(query.decided) })
        : null,
      again: toldAgain(query, { detail, now: frame.now }),
      done: query.done,
    })
    return context.html(page)
  })
  return app
}

/** Of the version that the latest plan pass used. */
async function readDesk(stores: StaffSystem['stores'], { occurrenceId, campaignId, campaignVersion }: Occurrence) {
  const accepted = await stores.campaigns.version(campaignId, campaignVersion)
  return accepted && callTouchOf(accepted.definition) ? drawDeskBalance(stores, occurrenceId) : null
}
