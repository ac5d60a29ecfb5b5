/** Which complaints recur: of the whole days until yesterday against as many before them (core/report/recurring.ts). */
import { type CasesOfWeeksPorts, casesOfWeeks } from '#app/desk/cases-of-weeks.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type ComparedPeriods, periodsCompared, type RecurringGroup, recurringGroups } from '#core/report/recurring.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
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

/** `cases`: also the others, from the first of the two periods on, or from `since` where that is earlier: the weekly mail counts them too. */
export async function recurringComplaints(
  { companyRules, ...ports }: RecurringPorts,
  { now, since }: { readonly now: Instant; readonly since?: LocalDate },
): Promise<Recurring & { readonly cases: readonly CaseSeen[] }> {
  const { zone } = companyRules.company
  const rule = companyRules.cases.recurring
  const periods = periodsCompared(addDays(localDateAt(now, zone), -1), rule)
  const { from } = periods.before
  const cases = await casesOfWeeks(ports, { from: since !== undefined && since < from ? since : from, now, zone })
  return { periods, groups: recurringGroups(cases, { periods, rule }), cases }
}
