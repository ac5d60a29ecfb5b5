/**
 * The times that a department can promise an answer for: some hours from now and whole days, in the working time of cases, and none that is later than
 * the case can bear. Its clocks do not wait for a department.
 */
import type { Length } from '#core/campaign/case-policy.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { departmentOf } from '#core/campaign/departments.ts'
import { DAY_MS, epochMsOf, HOUR_MS, type Instant, instantOf, later, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { afterWorking } from '#core/time/work-time.ts'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import type { CaseClockName } from '#core/work/case/case-event.ts'
import type { CaseAbout } from '#core/work/case/case-standing.ts'
import { budgetOf, type CaseRules, workingTimeOf } from '#core/work/case/case-time.ts'

const HOURS = [1, 2, 4] as const
const DAYS = [1, 2, 3, 5, 10] as const
/** A promise is a time that people say. */
const STEP_MS = 30 * MINUTE_MS
/** A promise beyond it is a wrong day, also where no clock of the case runs. */
const LONGEST_PROMISE_MS = 30 * DAY_MS

export type PromiseRules = CaseRules & Pick<CompanyRules, 'departments'>

interface Promising {
  /** Its id. */
  readonly department: string
  readonly now: Instant
  readonly rules: PromiseRules
}

/** At least the soonest one. */
export function promisesOffered(
  item: CaseAbout,
  promising: Promising,
): { readonly times: readonly Instant[]; readonly areAll: boolean } {
  const all = promisesFrom(promising)
  const latest = latestPromise(item, promising)
  const times = all.filter((at) => at <= latest)
  return { times, areAll: times.length === all.length }
}

/** What an answer is needed for. That staff begin, and what they answer to the customer's last mail, waits for no department. */
const SERVED: ReadonlySet<CaseClockName> = new Set(['propose', 'resolve', 'law'])

/**
 * The next clock of the case that an answer serves, where it is still to come. A department may have the time agreed with it all the same, from when it
 * accepts: what staff ask late does not make it late, and a case past its time still needs an answer. Where the clocks stand still, any time does.
 */
export function latestPromise(item: CaseAbout, { department, now, rules }: Promising): Instant {
  const running = caseClocks(item, rules).filter(({ is, metAt }) => SERVED.has(is) && metAt === null)
  const [due] = running.flatMap(({ dueAt }) => (dueAt !== null && dueAt > now ? [dueAt] : [])).toSorted()
  const longest = plusMs(now, LONGEST_PROMISE_MS)
  if (due === undefined && running.some(({ dueAt }) => dueAt === null)) return longest
  const agreed = departmentOf(rules.departments, department)?.answerIn
  const inWorkingTime = (length: Length) => {
    const end = workedFrom(now, budgetOf(length, { time: 'working' }, rules).ms, rules)
    // As it is offered.
    return end && rounded(end)
  }
  const bounds = [due, agreed && inWorkingTime(agreed), promisesFrom({ now, rules })[0]]
  const latest = bounds.reduce<Instant>((so, bound) => (bound ? later(so, bound) : so), now)
  return latest < longest ? latest : longest
}

function promisesFrom({ now, rules }: Pick<Promising, 'now' | 'rules'>): readonly Instant[] {
  const lengths = [
    ...HOURS.map((hours) => hours * HOUR_MS),
    ...DAYS.map((amount) => budgetOf({ amount, unit: 'days' }, { time: 'working' }, rules).ms),
  ]
  const offered = lengths.flatMap((ms) => workedFrom(now, ms, rules) ?? []).map(rounded)
  return [...new Set(offered)].filter((at) => at > now).toSorted()
}

const workedFrom = (from: Instant, ms: number, rules: CaseRules): Instant | null =>
  afterWorking(workingTimeOf(rules), { from, ms, pauses: [] })

const rounded = (at: Instant): Instant => instantOf(Math.ceil(epochMsOf(at) / STEP_MS) * STEP_MS)
