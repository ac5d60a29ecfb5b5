/** One occurrence, and the two acts that put its work on the queues once more. */

import { type OccurrenceDetail, viewOccurrence } from '#app/operating/occurrence-view.ts'
import { readDecisions } from '#functions/staff/decisions.ts'
import { guards } from '#functions/staff/guard.ts'
import { readInvitations } from '#functions/staff/invitations.ts'
import { readFilter, readPeople } from '#functions/staff/people.ts'
import { frameOf, knownCampaigns } from '#functions/staff/room.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { balanceInBrief } from '#web/staff/occurrence/balance.ts'
import { occurrencePage } from '#web/staff/occurrence/occurrence-page.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'

export function occurrenceRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, alone, drain } = system
  const { occurrences, queues } = stores

  app.get('/occurrences/:id', needs('see-figures'), async (context) => {
    const frame = frameOf(system, context)
    const query = context.req.query()
    const detail = await viewOccurrence(occurrences, context.req.param('id'))
    if (!detail) return context.html(noSuchPage(frame, 'occurrence'), 404)
    const { occurrenceId } = detail.occurrence
    const page = occurrencePage(frame, {
      campaigns: await knownCampaigns(system, frame.locale),
      detail,
      people: await readPeople(stores, { detail, filter: readFilter(query, detail.balance) }),
      invitations: await readInvitations(system, { occurrenceId, page: pageAsked(query.answers), now: frame.now }),
      decisions: await readDecisions(stores, detail),
      told: query,
    })
    return context.html(page)
  })

  app.post('/occurrences/:id/:again{plan|send}', needs('redrive'), async (context) => {
    const { id, again } = context.req.param()
    const back = occurrencePath(id)
    if (frameOf(system, context).busy) return context.redirect(back, 303)
    const told = await alone(async () => {
      const before = await viewOccurrence(occurrences, id)
      if (!before) return {}
      if (again === 'plan') await queues.planSlices(sliceOrders(before))
      else await queues.sendBatches(before.batches.map(({ occurrenceId, batchId }) => ({ occurrenceId, batchId })))
      await drain()
      const after = await viewOccurrence(occurrences, id)
      const same = after && balanceInBrief(after.balance, 'en') === balanceInBrief(before.balance, 'en')
      const sent = { before: before.balance.sent, after: (after ?? before).balance.sent }
      return { did: again, ...sent, same: same ? 'yes' : 'no' }
    })
    return context.redirect(pathWith(back, told), 303)
  })
  return app
}

const pageAsked = (text = ''): number => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1)

const sliceOrders = ({ occurrence: { occurrenceId, slices, pass } }: OccurrenceDetail) =>
  Array.from({ length: slices }, (_, slice) => ({ occurrenceId, slice, pass }))
