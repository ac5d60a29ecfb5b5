/** Which complaints recur: of the whole days until yesterday against as many before them (core/report/recurring.ts). */
import { type CasesOfWeeksPorts, casesOfWeeks } from '#app/desk/cases-of-weeks.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type ComparedPeriods, periodsCompared, type RecurringGroup, recurringGroups } from '#core/report/recurring.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { CaseSeen } from '#core/work/case/case-seen.ts'

export interface Recurring {
  readonly periods: ComparedPeriods
  /** Those that recur first; also those that are as many as they were. */
  readonly groups: readonly RecurringGroup[]
}

export interface RecurringPorts extends CasesOfWeeksPorts {
  readonly companyRules: CompanyRules
}

/** `cases`: also the others of the two periods, for who counts something else in them. */
export async function recurringComplaints(
  { companyRules, ...ports }: RecurringPorts,
  now: Instant,
): Promise<Recurring & { readonly cases: readonly CaseSeen[] }> {
  const { zone } = companyRules.company
  const rule = companyRules.cases.recurring
  const periods = periodsCompared(addDays(localDateAt(now, zone), -1), rule)
  const cases = await casesOfWeeks(ports, { from: periods.before.from, now, zone })
  return { periods, groups: recurringGroups(cases, { periods, rule }), cases }
}
