/** What came in during the last days and what waits for staff, counted. */
import { standingAnswer } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { isByMail } from '#core/work/work-item.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { todayOf } from '#functions/staff/visit/frame-of.ts'
import { COUNTED, countedIn, lateIn } from '#functions/staff/work/open-counts.ts'
import type { Heard } from '#web/staff/today/listening-counts.ts'

const DAYS = 7

interface HeardSystem extends Pick<StaffSystem, 'companyRules' | 'clock'> {
  readonly stores: Pick<StaffStores, 'responses' | 'replies' | 'work'>
}

export async function recentlyHeard(system: HeardSystem, now: Instant): Promise<Heard> {
  const { responses, replies, work } = system.stores
  const today = todayOf(system)
  const days = Array.from({ length: DAYS }, (_, back) => addDays(today, -back))
  const [answered, received, open] = await Promise.all([
    Promise.all(days.map((day) => counted(responses.answeredOn(day), (response) => standingAnswer(response) !== undefined))),
    Promise.all(days.map((day) => counted(replies.receivedOn(day)))),
    work.openAtGlance(COUNTED),
  ])
  return {
    days: DAYS,
    since: addDays(today, 1 - DAYS),
    answers: sumOf(answered),
    replies: sumOf(received),
    waiting: countedIn(open, isByMail),
    openWork: countedIn(open),
    lateWork: lateIn(open, { rules: system.companyRules, now }),
  }
}

const sumOf = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

async function counted<Row>(pages: AsyncIterable<readonly Row[]>, counts: (row: Row) => boolean = () => true): Promise<number> {
  let count = 0
  for await (const page of pages) count += page.filter(counts).length
  return count
}
