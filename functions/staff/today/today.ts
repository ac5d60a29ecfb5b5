/** The first page: what day it is, what comes, what has just been, and what needs a person. */

import { glanceAtOpenOccurrences, viewClosedOccurrences } from '#app/operating/occurrence-view.ts'
import { undecidedIn } from '#core/planning/balance.ts'
import { addDays } from '#core/time/local-date.ts'
import { shownCampaigns } from '#functions/staff/campaigns/shown-campaigns.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { recentlyHeard } from '#functions/staff/today/recently-heard.ts'
import { waitingCompensation } from '#functions/staff/today/waiting-compensation.ts'
import { type FrameSystem, frameOf, todayOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import type { OccurrenceLine } from '#web/staff/occurrences/occurrence-lines.ts'
import { todayPage } from '#web/staff/today/today-page.ts'

/** How far back closed occurrences are looked for. */
const BACK_DAYS = 14
/** And for those in which a person must decide. */
const UNKNOWN_BACK_DAYS = 90
const CLOSED_SHOWN = 12

export interface TodaySystem extends FrameSystem, Pick<StaffSystem, 'events' | 'deadLetters' | 'files'> {
  readonly stores: Pick<StaffStores, 'budgets' | 'campaigns' | 'occurrences' | 'replies' | 'responses' | 'stops' | 'work'>
}

export function todayRoutes(system: TodaySystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  app.get('/', needs('see-figures'), async (context) => {
    const frame = frameOf(system, context)
    const today = todayOf(system)
    const { stores, files } = system
    const [campaigns, open, past, deadLetters, { stop }, heard, compensation] = await Promise.all([
      knownCampaigns(system, frame.locale),
      glanceAtOpenOccurrences(stores.occurrences),
      viewClosedOccurrences(stores.occurrences, { from: addDays(today, -UNKNOWN_BACK_DAYS), to: today }),
      system.deadLetters.waiting(),
      stores.stops.current(),
      recentlyHeard(system, frame.now),
      waitingCompensation(system, frame.visitor),
    ])
    const coming = open.filter(hasSomebody)
    const closed = past
      .filter(({ occurrence }) => occurrence.date >= addDays(today, -BACK_DAYS))
      .filter(hasSomebody)
      .toReversed()
    const page = todayPage(frame, {
      today,
      campaigns,
      attention: {
        standing: files?.standing() ?? null,
        deadLetters,
        ...troublesIn([...past, ...open]),
        stop,
      },
      heard,
      compensation,
      coming,
      nobodyDue: open.length - coming.length,
      calendar: shownCampaigns(system, campaigns),
      closed: closed.slice(0, CLOSED_SHOWN),
      told: context.req.query(),
    })
    return context.html(page)
  })
  return app
}

const hasSomebody = (line: OccurrenceLine) =>
  line.balance === null || line.balance.audience > 0 || line.audience > 0 || line.standing !== 'adds-up'

/** The balance of a large open occurrence is not known here: the list says so beside it. */
const troublesIn = (lines: readonly OccurrenceLine[]) => ({
  mismatches: lines
    .filter((line) => line.balance !== null && line.standing === 'mismatch')
    .map(({ occurrence }) => occurrence.occurrenceId),
  unknown: lines.flatMap((line) => {
    const { count, isMore } = undecidedIn(line) ?? NONE
    return count > 0 ? [{ occurrenceId: line.occurrence.occurrenceId, count, isMore }] : []
  }),
})

const NONE = { count: 0, isMore: false }
