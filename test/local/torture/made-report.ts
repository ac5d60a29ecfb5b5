/** A report of a run that struck everything and broke nothing. */
import { FAULT_KINDS } from '#local/torture/fault-plan.ts'
import type { TortureReport } from '#local/torture/torture-report.ts'

export const EVERY_FAULT: TortureReport['faults'] = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 3]))

const DESK: TortureReport['verdict']['figures']['desk'] = {
  ...{ due: 9_000, outcomes: { sent: 6_000 }, written: 2_900, tasks: 6_000, lines: { reached: 2_800, expired: 3_200 } },
  ...{
    rings: 5_600,
    logged: 5_700,
    promises: 1_300,
    pressedAgain: 1_500,
    overtaken: 500,
    unanswered: 40,
    erased: 12,
    gone: 20,
    cases: 2,
    clocks: 3,
    clockMails: 3,
    caseWork: {
      ...{ told: 1_900, merged: 1_700, mailsJoined: 2_000, asked: 1_800, given: 900, booked: 380_000_000, limit: 400_000_000 },
      ...{ limitReached: 400, leftOver: 2, files: 5_000 },
    },
  },
}
const FIGURES = { due: 54_808, mails: 33_416, outcomes: { sent: 33_416 }, desk: DESK }

export const report = (over: Partial<TortureReport> = {}): TortureReport => ({
  seed: 7,
  customers: 20_000,
  level: 'heavy',
  kills: 231,
  killsAtWork: 214,
  killsAtDesk: 40,
  faults: EVERY_FAULT,
  alarms: {},
  setbacks: {},
  deadMessages: 0,
  seconds: { setUp: 47, days: 830.4, judging: 3 },
  verdict: { ok: true, breaches: [], unknowns: [], figures: FIGURES },
  ...over,
})
