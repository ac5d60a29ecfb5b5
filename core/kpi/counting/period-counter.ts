/**
 * Counts a period once for all its segments, from the facts of each day in order. What is counted reaches beyond the period: purchases from the
 * beginning, which all periods share, events of work and answers after it. The counter says which days it asks for.
 */
import { type DatedFact, FACT_KINDS } from '#core/facts/fact-tables.ts'
import { standingRows } from '#core/kpi/counting/answer-counts.ts'
import type { CountedPeriod } from '#core/kpi/counting/counted-period.ts'
import { itemsByPerson } from '#core/kpi/counting/counted-work.ts'
import { itemsOf, type WorkRow } from '#core/kpi/counting/item.ts'
import { lastDayOfData } from '#core/kpi/counting/looking.ts'
import { type SegmentCounter, segmentCounter } from '#core/kpi/counting/segment-counter.ts'
import { rolledUp } from '#core/kpi/counting/segment-kpis.ts'
import { customersStood } from '#core/kpi/counting/where-customers-stood.ts'
import { workCounts } from '#core/kpi/counting/work-counts.ts'
import { ANSWERS_AFTER_DAYS, type MissingDays, missingFrom, WORK_BEFORE_DAYS } from '#core/kpi/days-beyond.ts'
import { REPEAT_DAYS } from '#core/kpi/first-contact-resolution.ts'
import { KPI_IDS } from '#core/kpi/kpi.ts'
import type { Period } from '#core/kpi/period.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { EVERYTHING, type Segment, segmentKey, segmentsOf } from '#core/kpi/segment.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

/** What each period is counted from for itself. */
export const KINDS_OF_PERIODS = FACT_KINDS.filter((kind) => kind !== 'purchases')
export type KindOfPeriods = (typeof KINDS_OF_PERIODS)[number]

export interface PeriodCounter {
  /** The days of which the facts of a kind are asked; null: none. */
  readonly wants: (kind: KindOfPeriods) => Wanted | null
  readonly add: <Kind extends KindOfPeriods>(kind: Kind, rows: readonly DatedFact<Kind>[]) => void
  readonly rollUps: (made: { readonly at: Instant; readonly missing: MissingDays }) => readonly RollUp[]
}

export function periodCounter(asked: CountedPeriod): PeriodCounter {
  const { period } = asked
  const counters = new Map<string, { readonly segment: Segment; readonly counter: SegmentCounter }>()
  const counterOf = (segment: Segment): SegmentCounter => {
    const key = segmentKey(segment)
    const known = counters.get(key) ?? { segment, counter: segmentCounter(asked, segment) }
    counters.set(key, known)
    return known.counter
  }
  const everything = counterOf(EVERYTHING)
  const stood = customersStood(asked)
  const wanted = wantedOf(asked)
  const work: WorkRow[] = []

  const addEach: { readonly [Kind in KindOfPeriods]: (rows: readonly DatedFact<Kind>[]) => void } = {
    touches: (rows) => each(rows, (row, counter) => counter.touches(row)),
    answers: (rows) => each(standingRows(rows), (row, counter) => counter.answers(row)),
    ratings: (rows) => each(rows, (row, counter) => counter.ratings(row)),
    replies: (rows) => each(rows, (row, counter) => counter.replies(row)),
    gifts: (rows) => each(rows, (row, counter) => counter.gifts(row)),
    work: (rows) => void work.push(...rows),
    hotline: (rows) => each(rows, (row, counter) => counter.hotline(row)),
  }
  function each<Row extends Parameters<typeof segmentsOf>[0]>(
    rows: readonly Row[],
    act: (row: Row, counter: SegmentCounter) => void,
  ): void {
    for (const row of rows) for (const segment of segmentsOf(row)) act(row, counterOf(segment))
  }

  return {
    wants: (kind) => wanted[kind],
    add: (kind, rows) => {
      if (kind !== 'ratings' && kind !== 'hotline') for (const row of rows) stood.add(row)
      addEach[kind](rows)
    },
    rollUps: ({ at, missing }) => {
      for (const segment of asked.purchases.segments()) counterOf(segment)
      const items = itemsOf(work)
      for (const item of items) for (const segment of segmentsOf(item.latest)) counterOf(segment).item(item)
      const counted = { ...asked, others: itemsByPerson(items) }
      const counts = everything.counts()
      const whole = { ...counts, work: workCounts(counts.items, counted) }
      const missingOf = new Map(KPI_IDS.map((id) => [id, missingFrom(id, { period, missing, repeatDays: asked.repeatDays })]))
      return [...counters.values()].map(({ segment, counter }) => ({
        period,
        segment,
        ...rolledUp({ segment, counts: counter.counts(), whole, stood, asked: counted, missingOf }),
        today: asked.today,
        madeAt: at,
      }))
    },
  }
}

interface Wanted {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Facts are there up to the day before today. */
function wantedOf(asked: CountedPeriod): Readonly<Record<KindOfPeriods, Wanted | null>> {
  const { period } = asked
  const last = lastDayOfData(asked)
  const until = (to: LocalDate): LocalDate => (to < last ? to : last)
  const ofPeriod = spanOf(period.from, until(period.to))
  return {
    touches: ofPeriod,
    answers: spanOf(period.from, until(addDays(period.to, ANSWERS_AFTER_DAYS))),
    ratings: ofPeriod,
    replies: ofPeriod,
    gifts: ofPeriod,
    // Of an item that was opened earlier only what happened since is read: each night would read all there ever was.
    work: spanOf(addDays(period.from, -Math.max(WORK_BEFORE_DAYS + REPEAT_DAYS, asked.repeatDays)), last),
    hotline: ofPeriod,
  }
}

const spanOf = (from: LocalDate, to: LocalDate): Wanted | null => (to < from ? null : { from, to })

/** The days on which a period's figures may still change once it is over: until the last of its windows has passed. */
export const LONGEST_WINDOW_DAYS = 365

export const canStillChange = ({ to }: Period, today: LocalDate): boolean => today <= addDays(to, LONGEST_WINDOW_DAYS + 1)
