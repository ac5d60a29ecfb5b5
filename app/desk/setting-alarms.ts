/**
 * Sets the alarm of a case before the case is written, so that no crash between the two loses it: an alarm for what was never written rings and finds
 * nothing to do. What rings at once is ordered when it stands there. A case that comes to ring at another time gets an alarm of its own for it.
 */
import type { CaseAlarms, CaseOrders } from '#app/ports/case-alarms.ts'
import type { BesideWriting } from '#app/writing-work.ts'
import { type Instant, later, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { nextRingAt } from '#core/work/case/case-rings.ts'
import type { CaseRules } from '#core/work/case/case-time.ts'

export interface CaseClocksSet {
  /** Null where no alarm may be set: then whatever comes to ring is ordered, and who carries out the order sets the alarm. */
  readonly alarms: CaseAlarms | null
  readonly orders: Pick<CaseOrders, 'ring'>
  readonly companyRules: CaseRules
  readonly clock: () => Instant
}

/** An alarm that rings before the case is written finds nothing to do: no function takes so long to write it. */
const WRITTEN_WITHIN_MS = MINUTE_MS

export const settingAlarms =
  ({ alarms, orders, companyRules, clock }: CaseClocksSet): BesideWriting =>
  async (item, before) => {
    if (item.kind !== 'case') return undefined
    const { workId } = item
    const next = nextRingAt(item, companyRules)
    const was = before?.kind === 'case' ? nextRingAt(before, companyRules) : null
    if (next === null || next === was) return undefined
    const now = clock()
    if (alarms) await alarms.set({ workId, at: later(next, plusMs(now, WRITTEN_WITHIN_MS)) })
    // An order that is lost leaves the alarm, and where there is none, the look of the night.
    return alarms === null || next <= now ? () => orders.ring(workId).catch(() => {}) : undefined
  }
