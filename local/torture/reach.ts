/**
 * Whether a run proves anything. A small run is a quick look and need not strike hard; a large heavy one must. And at any size mails must have
 * gone out: senders that never send break no promise as long as faults explain it, and prove nothing.
 */
import { FAULT_KINDS, type FaultKind } from '#local/torture/fault-plan.ts'
import type { TortureReport } from '#local/torture/torture-report.ts'

/** From so many customers on, a heavy run must have struck every kind of fault. */
export const EVERY_KIND_FROM = 10_000
/** From so many on, it must have killed senders and planners so often. */
export const KILLS_FROM = 20_000
export const LEAST_KILLS = 200
/** Of those due; the worst day of faults leaves about three fifths of them with a mail. */
const LEAST_SHARE_OF_MAILS = 1 / 3
/** With fewer due than this a share is chance. */
const SHARE_FROM = 100

export interface Reach {
  readonly neverStruck: readonly FaultKind[]
  /** Why the run proves too little; empty when it proves what its size promises. */
  readonly shortfalls: readonly string[]
}

export const leastKills = ({ level, customers }: Pick<TortureReport, 'level' | 'customers'>): number =>
  level === 'heavy' && customers >= KILLS_FROM ? LEAST_KILLS : 0

export function reachOf(report: TortureReport): Reach {
  const { level, customers, faults, killsAtWork, verdict } = report
  const { due, mails } = verdict.figures
  const neverStruck = level === 'off' ? [] : FAULT_KINDS.filter((kind) => !faults[kind])
  const missesKinds = level === 'heavy' && customers >= EVERY_KIND_FROM && neverStruck.length > 0
  const least = leastKills(report)
  return {
    neverStruck,
    shortfalls: [
      ...(due >= SHARE_FROM && mails < due * LEAST_SHARE_OF_MAILS ? [`only ${mails} mails to ${due} people due`] : []),
      ...(missesKinds ? [`${neverStruck.length} kinds of fault never struck`] : []),
      ...(killsAtWork < least ? [`${killsAtWork} kills of senders and planners, at least ${least} wanted`] : []),
    ],
  }
}
