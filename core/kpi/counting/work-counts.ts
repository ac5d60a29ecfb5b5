/** What the desk did in the period, of the items of one segment. */
import { callsReached } from '#core/kpi/calls-reached.ts'
import { caseCounts, compensationIn } from '#core/kpi/counting/case-counts.ts'
import { count, isIn, lookedAt } from '#core/kpi/counting/counted-period.ts'
import type { CountedWork, OfPersons } from '#core/kpi/counting/counted-work.ts'
import {
  firstResponseMinutes,
  type Item,
  isMarked,
  isMerged,
  isOpenedIn,
  isReopenedSoon,
  isSolvable,
  isSolvedAtFirst,
  isToldCase,
  isWaitedFor,
  isWithin,
  type OpenedItem,
  promiseEvents,
  proposalMinutes,
  resolutionMinutes,
} from '#core/kpi/counting/item.ts'
import { type PersonSet, personSet } from '#core/kpi/counting/persons.ts'
import { fcrNoRepeat, fcrStaff, REPEAT_DAYS } from '#core/kpi/first-contact-resolution.ts'
import { hotlineReturned } from '#core/kpi/hotline.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { promisesKept, promisesOf } from '#core/kpi/promises-kept.ts'
import { median, ninetiethPercentile, type WaitedFor, type Waits } from '#core/kpi/response-times.ts'
import type { Breakdown } from '#core/kpi/roll-up.ts'
import { localDateAt } from '#core/time/zone.ts'
import { CALL_ENDS, type CallEnd, CONSEQUENCES, type Disposition } from '#core/work/disposition.ts'

export interface WorkCounts {
  readonly kpis: readonly Kpi[]
  readonly breakdown: Pick<Breakdown, 'calls' | 'dispositions' | 'opened' | 'closed' | 'promises' | 'cases' | 'solvedAtFirst'>
  /** Customers whom staff spoke with. */
  readonly spoken: PersonSet
  readonly complained: PersonSet
  readonly compensation: ReturnType<typeof compensationIn>
}

export function workCounts(all: readonly Item[], asked: CountedWork): WorkCounts {
  const items = all.filter((item) => !isMerged(item))
  const { period, today, others } = asked
  const looked = { period, today }
  const opened = items.filter((item) => isOpenedIn(item, period))
  const closed = items.filter(({ closing }) => closing && isIn(period, closing.day))
  const calls = endsOfCalls(closed)
  const promises = promisesIn(items, asked)
  const cases = opened.filter(isToldCase)
  const { kpis: ofCases, counts } = caseCounts({ cases, items }, asked)
  const waitedFor = opened.filter(isWaitedFor)
  const solvedAtFirst = solvedAtFirstOf(closed)
  const { yes, no } = solvedAtFirst
  const resolved = closed.filter((item) => isSolvable(item) && item.person !== null)
  return {
    kpis: [
      fcrStaff({ marked: yes + no, atFirst: yes }, looked),
      fcrNoRepeat(
        { resolved: resolved.length, withoutRepeat: resolved.filter((item) => !isRepeated(item, others)).length },
        looked,
      ),
      ...waits('first-response', waitedFor.map(firstResponseMinutes)),
      ...waits('proposal', cases.filter(isWaitedFor).map(proposalMinutes)),
      ...waits('resolution', waitedFor.map(resolutionMinutes)),
      callsReached({ ...NO_CALLS, ...calls }),
      promisesKept(promises),
      ...ofCases,
      hotlineReturned(returned(opened, asked)),
    ],
    breakdown: {
      calls,
      dispositions: dispositionsIn(all, asked),
      opened: byReason(opened),
      closed: byReason(closed),
      promises,
      cases: counts,
      solvedAtFirst,
    },
    // Also of a case that became part of another: the money was given all the same.
    compensation: compensationIn(all, asked),
    spoken: spokenWith(all, asked),
    complained: personsOf(
      opened.filter(({ latest: { reason } }) => reason === 'complaint'),
      asked,
    ),
  }
}

const NO_CALLS = Object.fromEntries(CALL_ENDS.map((end) => [end, 0])) as Record<CallEnd, number>

/** A contact is entered after it was over: it was no call to make. Where there was nothing to say, no customer had to be reached. */
function endsOfCalls(closed: readonly Item[]): Partial<Record<CallEnd, number>> {
  const ends: Partial<Record<CallEnd, number>> = {}
  for (const { latest, closing } of closed)
    if (latest.kind === 'call-task' && latest.reason !== 'contact' && closing?.ended_as && !closing.not_needed)
      count(ends, closing.ended_as as CallEnd)
  return ends
}

function solvedAtFirstOf(closed: readonly Item[]): NonNullable<Breakdown['solvedAtFirst']> {
  const marked = closed.filter(isMarked)
  const yes = marked.filter(isSolvedAtFirst).length
  const unsaid = closed.filter((item) => isSolvable(item) && !isMarked(item)).length
  return { yes, no: marked.length - yes, unsaid }
}

function promisesIn(items: readonly Item[], asked: CountedWork): Breakdown['promises'] {
  const fates = { kept: 0, broken: 0, open: 0, void: 0 }
  const now = lookedAt(asked)
  for (const item of items)
    for (const { at, fate } of promisesOf(promiseEvents(item), now))
      if (isIn(asked.period, localDateAt(at, asked.zone))) fates[fate]++
  return fates
}

/** The customer came with the same once more, soon after it was closed: with another item, or with this one, which was opened again. */
const isRepeated = (item: Item, others: OfPersons): boolean => {
  const { closing, person } = item
  if (isReopenedSoon(item, REPEAT_DAYS)) return true
  return (
    person !== null &&
    closing !== undefined &&
    others(person).some(
      (other) => isAlike(other, item) && other.opened !== undefined && isWithin(closing, other.opened, REPEAT_DAYS),
    )
  )
}

/** Another one for the same reason. */
const isAlike = (other: Item, { latest: { item, reason } }: Item): boolean =>
  other.latest.item !== item && other.latest.reason === reason

function returned(opened: readonly OpenedItem[], asked: CountedWork) {
  const missed = opened.filter(({ latest: { reason } }) => reason === 'missed-hotline')
  let [inTime, notDue] = [0, 0]
  for (const {
    opened: { begin_by },
    rows,
  } of missed) {
    const back = rows.find(({ event, reached }) => event === 'attempted' || (event === 'closed' && reached === true))
    if (back) inTime += begin_by !== null && back.happened_at <= begin_by ? 1 : 0
    else if (begin_by !== null && lookedAt(asked) < begin_by) notDue++
  }
  return { missed: missed.length, inTime, notDue }
}

function waits(waitedFor: WaitedFor, minutes: readonly (number | null)[]): readonly Kpi[] {
  const known = minutes.filter((minute) => minute !== null)
  const of: Waits = { minutes: known, waiting: minutes.length - known.length }
  return [median(waitedFor, of), ninetiethPercentile(waitedFor, of)]
}

function dispositionsIn(items: readonly Item[], { period }: CountedWork): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { rows } of items)
    for (const { event, day, disposition } of rows)
      if (event === 'attempted' && disposition !== null && isIn(period, day)) count(counts, disposition)
  return counts
}

function spokenWith(items: readonly Item[], { period, persons }: CountedWork): PersonSet {
  const spoken = personSet()
  for (const { rows } of items)
    for (const { event, day, disposition, person } of rows)
      if (
        event === 'attempted' &&
        person !== null &&
        isIn(period, day) &&
        CONSEQUENCES[disposition as Disposition].ends === 'reached'
      )
        spoken.add(persons.placeOf(person))
  return spoken
}

function byReason(items: readonly Item[]): Breakdown['opened'] {
  const counts: Breakdown['opened'] = {}
  for (const { latest } of items) count(counts as Record<string, number>, latest.reason)
  return counts
}

function personsOf(items: readonly Item[], { persons }: CountedWork): PersonSet {
  const of = personSet()
  for (const { person } of items) if (person !== null) of.add(persons.placeOf(person))
  return of
}
