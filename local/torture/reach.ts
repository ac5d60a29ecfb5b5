/**
 * Whether a run proves anything. A small run is a quick check and need not meet many faults; a large heavy run must. And at any size mails must have
 * gone out, and customers have been rung and cases merged: senders that never send, and agents who never ring, break no promise as long as faults explain
 * it, and prove nothing.
 */
import { FAULT_KINDS, type FaultKind } from '#local/torture/fault-plan.ts'
import type { TortureReport } from '#local/torture/torture-report.ts'

/** From this many customers on, a heavy run must have met every kind of fault. */
export const EVERY_KIND_FROM = 10_000
/** From this many on, it must also have killed senders and planners often enough. */
export const KILLS_FROM = 20_000
export const LEAST_KILLS = 200
/** The share of due customers; with the worst faults about three fifths of them still get a mail. */
const LEAST_SHARE_OF_MAILS = 1 / 3
/** The share of the calls on the desk. About a quarter of the customers are never awake while the team works; a call may be logged several times. */
const LEAST_SHARE_OF_CALLS = 1 / 3
/** The share of the cases that were opened beside a grave one, and are to become a part of it. */
const LEAST_SHARE_OF_PARTS = 1 / 3
/** With fewer of them than this a share is chance, too. */
const PARTS_FROM = 20
/** With fewer due customers than this a share is chance. */
const SHARE_FROM = 100

export interface Reach {
  readonly neverStruck: readonly FaultKind[]
  /** Why the run proves too little; empty when it proves enough for its size. */
  readonly shortfalls: readonly string[]
}

export const leastKills = ({ level, customers }: Pick<TortureReport, 'level' | 'customers'>): number =>
  level === 'heavy' && customers >= KILLS_FROM ? LEAST_KILLS : 0

export function reachOf(report: TortureReport): Reach {
  const { level, customers, faults, killsAtWork, verdict } = report
  const { due, mails, desk } = verdict.figures
  const neverStruck = level === 'off' ? [] : FAULT_KINDS.filter((kind) => !faults[kind])
  const missesKinds = level === 'heavy' && customers >= EVERY_KIND_FROM && neverStruck.length > 0
  const least = leastKills(report)
  return {
    neverStruck,
    shortfalls: [
      ...(due >= SHARE_FROM && mails < due * LEAST_SHARE_OF_MAILS ? [`only ${mails} mails to ${due} people due`] : []),
      ...(desk.due >= SHARE_FROM && desk.logged < desk.tasks * LEAST_SHARE_OF_CALLS
        ? [`only ${desk.logged} calls logged of ${desk.tasks} on the desk`]
        : []),
      ...(desk.caseWork.told >= PARTS_FROM && desk.caseWork.merged < desk.caseWork.told * LEAST_SHARE_OF_PARTS
        ? [`only ${desk.caseWork.merged} of ${desk.caseWork.told} cases merged`]
        : []),
      ...(missesKinds ? [`${neverStruck.length} kinds of fault never struck`] : []),
      ...(killsAtWork < least ? [`${killsAtWork} kills of senders and planners, at least ${least} wanted`] : []),
    ],
  }
}
