/** In which time the clocks of cases run, and how long what the policy gives is in it. */
import type { CasePolicy, Length, SeverityRules } from '#core/campaign/case-policy.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { hoursOfWeek, minutesOf } from '#core/campaign/weekly-hours.ts'
import { type TeamTime, teamHours } from '#core/duty/team-hours.ts'
import { boundedMemo } from '#core/time/bounded-memo.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import type { WorkTime } from '#core/time/work-time.ts'

export type CaseRules = Pick<CompanyRules, 'company' | 'calendar' | 'cases' | 'statutory' | 'policies'>

/** How long a clock may run, in its time. */
export interface Budget {
  readonly time: WorkTime
  readonly ms: number
}

export function budgetOf(length: Length, { time }: Pick<SeverityRules['clocks'], 'time'>, rules: CaseRules): Budget {
  if (time === 'around-the-clock') return { time: { is: 'around-the-clock' }, ms: msOf(length, DAY_MS) }
  return { time: workingTimeOf(rules), ms: msOf(length, workingDayMs(rules.cases)) }
}

/** A desk asks for thousands of deadlines at once, about few days. */
const DAYS_KEPT = 1_000
const known = new WeakMap<CaseRules['calendar'], Map<CasePolicy, WorkTime>>()

/** The hours of the cases' own week, on the days that the company's calendar leaves. */
export function workingTimeOf({ calendar, cases, company: { zone } }: CaseRules): WorkTime {
  const ofCalendar = known.get(calendar) ?? new Map<CasePolicy, WorkTime>()
  const before = ofCalendar.get(cases)
  if (before) return before
  const team: TeamTime = { ...cases.workingTime, longHolidays: [] }
  const hoursOn = boundedMemo(DAYS_KEPT, (date: LocalDate) => teamHours(team, date, calendar))
  const time = { is: 'hours', zone, hoursOn } as const
  known.set(calendar, ofCalendar.set(cases, time))
  return time
}

const OFFICE_DAY_MS = 8 * HOUR_MS
/** A Monday. Lines that hold every other week are all seen within a fortnight. */
const SOME_MONDAY = '2026-01-05'
const FORTNIGHT = Array.from({ length: 14 }, (_, day) => addDays(SOME_MONDAY, day))

/** The longest day of the week: half a Saturday is half a working day. */
function workingDayMs({ workingTime: { week } }: Pick<CasePolicy, 'workingTime'>): number {
  if (!week) return OFFICE_DAY_MS
  return Math.max(...FORTNIGHT.map((date) => minutesOf(hoursOfWeek(week, date)))) * MINUTE_MS
}

function msOf({ amount, unit }: Length, dayMs: number): number {
  switch (unit) {
    case 'minutes':
      return amount * MINUTE_MS
    case 'hours':
      return amount * HOUR_MS
    case 'days':
      return amount * dayMs
  }
}
