/**
 * Promises kept: of the call-backs that were agreed with customers, how many were made at the time, with the quarter of an hour that the desk allows.
 *
 * Example: 30 agreed for the period; 2 customers chose another time before, 24 were rung in time, 3 late or never, 1 is still to come →
 * 24 ÷ 27 = 88.9 %, provisional.
 */
import { type KpiDefinition, SHARE, WILSON_SOURCE } from '#core/kpi/definition.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { waitingFor } from '#core/kpi/provisional.ts'
import { share } from '#core/kpi/share.ts'
import type { Instant } from '#core/time/instant.ts'
import { CONSEQUENCES, type Disposition } from '#core/work/disposition.ts'
import { isBroken } from '#core/work/promise-time.ts'
import type { Closed } from '#core/work/work-event.ts'

export const PROMISES_KEPT: KpiDefinition = {
  name: { vi: 'Tỷ lệ giữ hẹn gọi lại', en: 'Promises kept' },
  numerator: {
    vi: 'số lần hẹn được gọi trong vòng 15 phút quanh giờ hẹn, hoặc đã nói chuyện với khách trước đó',
    en: 'call-backs of the denominator at which staff rang within 15 minutes of the time, or had spoken with the customer before it',
  },
  denominator: {
    vi: 'số lần hẹn gọi lại vào giờ trong kỳ, trừ hẹn được đổi hoặc hết lý do gọi trước giờ',
    en: 'call-backs agreed for a time in the period, without those that were changed or lost their reason before it',
  },
  window: { vi: 'giờ hẹn trong kỳ', en: 'agreed for a time in the period' },
  formula: SHARE,
  source: `the desk's own tolerance (core/work/day-list); ${WILSON_SOURCE}`,
}

/** void: before its time another one was agreed, or no customer was left to ring: refused, a wrong number, a stop, a cancelled campaign. */
export type PromiseFate = 'kept' | 'broken' | 'open' | 'void'

export interface PromiseMade {
  /** The agreed time. */
  readonly at: Instant
  readonly fate: PromiseFate
}

/** What of an event decides about a promise: as an item of work holds it, and as it stands in the facts. */
export type PromiseEvent =
  | { readonly is: 'attempted'; readonly at: Instant; readonly disposition: Disposition; readonly callBackAt: Instant | null }
  | ({ readonly is: 'closed'; readonly at: Instant } & Partial<Pick<Closed, 'reached' | 'as' | 'contact'>>)
  | { readonly is: 'opened' | 'assigned' | 'noted' | 'extended' | 'reopened'; readonly at: Instant }

/** Every call-back that was agreed in a call task, from its events. */
export const promisesOf = (events: readonly PromiseEvent[], now: Instant): readonly PromiseMade[] =>
  events.flatMap((event, position) =>
    event.is === 'attempted' && event.callBackAt !== null
      ? [{ at: event.callBackAt, fate: fateOf(event.callBackAt, { later: events.slice(position + 1), now }) }]
      : [],
  )

/** The first later event that settles it decides; an attempt well before the time that does not reach the customer settles nothing. */
function fateOf(
  promised: Instant,
  { later, now }: { readonly later: readonly PromiseEvent[]; readonly now: Instant },
): PromiseFate {
  for (const event of later) {
    if (isBroken(promised, event.at)) break
    if (event.is === 'closed') {
      if (event.reached === true) return 'kept'
      if (lostItsReason(event)) return 'void'
    }
    if (event.is !== 'attempted') continue
    const isAtTheTime = !isBroken(event.at, promised)
    if (isAtTheTime || CONSEQUENCES[event.disposition].ends === 'reached') return 'kept'
    if (event.callBackAt !== null || CONSEQUENCES[event.disposition].ends !== null) return 'void'
  }
  return isBroken(promised, now) ? 'broken' : 'open'
}

/** Attempts that were used up, and days that were over, before the time take nothing from the promise. */
const lostItsReason = ({ as, contact }: Pick<Closed, 'as' | 'contact'> | Partial<Closed>): boolean =>
  contact === 'not-needed' || as === 'refused' || as === 'wrong-number' || as === 'stopped' || as === 'cancelled'

export const promisesKept = ({
  kept,
  broken,
  open,
}: {
  readonly kept: number
  readonly broken: number
  readonly open: number
}): Kpi => share('promises-kept', { numerator: kept, denominator: kept + broken, provisional: waitingFor(open) })
