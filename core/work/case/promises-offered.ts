/** The times that a department can promise an answer for: some hours from now and whole days, in the working time of cases. */
import { epochMsOf, HOUR_MS, type Instant, instantOf, MINUTE_MS } from '#core/time/instant.ts'
import { afterWorking } from '#core/time/work-time.ts'
import { budgetOf, type CaseRules, workingTimeOf } from '#core/work/case/case-time.ts'

const HOURS = [1, 2, 4] as const
const DAYS = [1, 2, 3, 5, 10] as const
/** A promise is a time that people say. */
const STEP_MS = 30 * MINUTE_MS

export function promisesOffered(now: Instant, rules: CaseRules): readonly Instant[] {
  const time = workingTimeOf(rules)
  const lengths = [
    ...HOURS.map((hours) => hours * HOUR_MS),
    ...DAYS.map((amount) => budgetOf({ amount, unit: 'days' }, { time: 'working' }, rules).ms),
  ]
  const offered = lengths.flatMap((ms) => afterWorking(time, { from: now, ms, pauses: [] }) ?? []).map(rounded)
  return [...new Set(offered)].filter((at) => at > now).toSorted()
}

const rounded = (at: Instant): Instant => instantOf(Math.ceil(epochMsOf(at) / STEP_MS) * STEP_MS)
