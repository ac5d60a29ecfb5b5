/**
 * How far each figure looks beyond its period. A day that is missing there is missing from the figure as well: without the purchases of one day in January
 * a customer of that day is kept in no month after it.
 */
import { REPEAT_DAYS } from '#core/kpi/first-contact-resolution.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import { LIFT_DAYS } from '#core/kpi/lift.ts'
import { followedBy, type MissingSpan } from '#core/kpi/missing-days.ts'
import type { Period } from '#core/kpi/period.ts'
import { ACTIVITY_DAYS, HORIZONS, type Horizon } from '#core/kpi/purchase-days.ts'
import { RECOVERY_DAYS } from '#core/kpi/recovered-detractors.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

interface Beyond {
  readonly before: number
  readonly after: number
}

/** From the first day of all, and to the last. */
const EVER = Number.POSITIVE_INFINITY
/** A call-back that was agreed so long before a period may still be due in it. */
export const WORK_BEFORE_DAYS = 180

/** A survey stays open for up to 90 days, and its last mail may leave some days late. */
export const ANSWERS_AFTER_DAYS = RECOVERY_DAYS

const AFTER_IT: Beyond = { before: 0, after: EVER }
const RETENTION = Object.fromEntries(HORIZONS.map((horizon) => [`retention-${horizon}`, { before: EVER, after: horizon }])) as {
  readonly [Of in `retention-${Horizon}`]: Beyond
}
const BOUGHT_BEFORE: Beyond = { before: ACTIVITY_DAYS, after: 0 }
const BOUGHT_AFTER: Beyond = { before: 0, after: LIFT_DAYS }

/** Of those that are not named the period is all. An item that is opened anew later was not closed. */
const DAYS_BEYOND: Readonly<Partial<Record<KpiId, Beyond>>> = {
  ...RETENTION,
  'active-share': { before: EVER, after: 0 },
  'kept-customers': BOUGHT_BEFORE,
  'cost-per-retained-customer': BOUGHT_BEFORE,
  'complaint-rate': BOUGHT_BEFORE,
  'campaign-lift': BOUGHT_AFTER,
  'care-lift': BOUGHT_AFTER,
  'response-rate': { before: 0, after: ANSWERS_AFTER_DAYS },
  'recovered-detractors': { before: 0, after: RECOVERY_DAYS },
  'fcr-staff': AFTER_IT,
  'fcr-no-repeat': AFTER_IT,
  'first-response-median': AFTER_IT,
  'first-response-p90': AFTER_IT,
  'proposal-median': AFTER_IT,
  'proposal-p90': AFTER_IT,
  'resolution-median': AFTER_IT,
  'resolution-p90': AFTER_IT,
  'calls-reached': AFTER_IT,
  'hotline-returned': AFTER_IT,
  'escalation-rate': AFTER_IT,
  'handed-back-rate': AFTER_IT,
  'severity-lowered-rate': AFTER_IT,
  'reopen-rate': { before: 0, after: REPEAT_DAYS },
  'promises-kept': { before: WORK_BEFORE_DAYS, after: EVER },
}

export interface MissingDays {
  /** Of the period. */
  readonly within: readonly MissingSpan[]
  /** The days between the first of all and yesterday that are not written, in order: in stretches, for of decades there are thousands. */
  readonly holes: readonly MissingSpan[]
}

/** In order of their days. Before the first day of all nothing is missing that there could be. */
export function missingFrom(id: KpiId, { period, missing: { within, holes }, repeatDays }: OfFigure): readonly MissingSpan[] {
  const { before, after } = beyond(id, repeatDays)
  const earlier = between(holes, {
    from: before === EVER ? FIRST_OF_ALL : addDays(period.from, -before),
    to: addDays(period.from, -1),
  })
  const later = between(holes, { from: addDays(period.to, 1), to: after === EVER ? LAST_OF_ALL : addDays(period.to, after) })
  return [...earlier, ...within, ...later].reduce<readonly MissingSpan[]>(followedBy, [])
}

/** The category of a case may be told long after it was opened. */
const beyond = (id: KpiId, repeatDays: number): Beyond =>
  id === 'repeat-rate' ? { before: repeatDays, after: EVER } : (DAYS_BEYOND[id] ?? { before: 0, after: 0 })

export interface OfFigure {
  readonly period: Period
  readonly missing: MissingDays
  /** As in CountedPeriod. */
  readonly repeatDays: number
}

const [FIRST_OF_ALL, LAST_OF_ALL] = ['0001-01-01', '9999-12-31']

/** As much of the stretches as lies in the period. */
const between = (holes: readonly MissingSpan[], { from, to }: Period): readonly MissingSpan[] =>
  holes
    .map((hole) => ({ ...hole, from: laterOf(hole.from, from), to: hole.to < to ? hole.to : to }))
    .filter((hole) => hole.from <= hole.to)

const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)
