/** The kinds of schedule expression that this machine uses, at(…) and cron(…), and the instants at which each one is due. */
import { DateTime, IANAZone } from 'luxon'
import { epochMsOf, type Instant, instantOf, later } from '#core/time/instant.ts'
import { type CivilDay, type CronFields, LAST_CRON_YEAR, parseCronFields } from '#local/aws/scheduler/cron-fields.ts'

export type ScheduleExpression =
  | { readonly kind: 'at'; readonly local: string }
  | { readonly kind: 'cron'; readonly fields: CronFields }

/** The expression, or undefined where AWS answers "Invalid Schedule Expression": stray spaces, seconds, a `Z`, five fields, … */
export function parseScheduleExpression(text: string): ScheduleExpression | undefined {
  const at = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(text)?.[1]
  if (at !== undefined) return DateTime.fromISO(at, { zone: 'utc' }).isValid ? { kind: 'at', local: at } : undefined
  const cron = /^cron\((\S.*\S)\)$/.exec(text)?.[1]
  const fields = cron === undefined ? undefined : parseCronFields(cron)
  return fields && { kind: 'cron', fields }
}

/** An IANA zone by name; `+07:00` is none. */
export const isScheduleZone = (zone: string): boolean => /^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone)

export interface DueRules {
  readonly expression: ScheduleExpression
  readonly zone: string
  /** When the schedule was made. */
  readonly since: Instant
  /** Ignored for one-time schedules, as in AWS. */
  readonly startDate?: Instant | undefined
}

/** When the schedule is due for the first time. A one-time schedule whose time has passed is due at that past time: at once. */
export function firstDue(rules: DueRules): Instant | undefined {
  const { expression, zone, since, startDate } = rules
  const from = startDate === undefined ? since : later(since, startDate)
  switch (expression.kind) {
    case 'at':
      return instantOfLocal(expression.local, zone)
    case 'cron':
      return cronDueAfter(instantOf(epochMsOf(from) - 1), { fields: expression.fields, zone })
  }
}

/** The due instant that follows `due`; none for a one-time schedule. */
export function dueAfter(due: Instant, { expression, zone }: Pick<DueRules, 'expression' | 'zone'>): Instant | undefined {
  switch (expression.kind) {
    case 'at':
      return undefined
    case 'cron':
      return cronDueAfter(due, { fields: expression.fields, zone })
  }
}

/** A local time inside a spring gap is moved on by the length of the gap; one that occurs twice means the first. */
function instantOfLocal(local: string, zone: string): Instant {
  return instantOf(firstOf(DateTime.fromISO(local, { zone })).toMillis())
}

const firstOf = (moment: DateTime): DateTime =>
  moment.getPossibleOffsets().reduce((first, other) => (other.toMillis() < first.toMillis() ? other : first), moment)

/**
 * The next instant whose local time fits. A local time that does not exist on that day is skipped; one that occurs twice
 * runs once, at its first occurrence (repost.aws/knowledge-center/eventbridge-scheduler-adjust-dst).
 */
function cronDueAfter(after: Instant, { fields, zone }: { fields: CronFields; zone: string }): Instant | undefined {
  const start = DateTime.fromISO(after, { zone })
  const afterMs = epochMsOf(after)
  for (let day = civilDayOf(start); day.year <= LAST_CRON_YEAR; day = nextCandidate(day, fields)) {
    if (!fields.years.has(day.year) || !fields.months.has(day.month) || !fields.fitsDay(day)) continue
    const isFirstDay = day.day === start.day && day.month === start.month && day.year === start.year
    for (const hour of fields.hours) {
      if (isFirstDay && hour < start.hour) continue
      for (const minute of fields.minutes) {
        const moment = DateTime.fromObject({ ...day, hour, minute }, { zone })
        if (moment.hour !== hour || moment.minute !== minute) continue
        const due = firstOf(moment).toMillis()
        if (due > afterMs) return instantOf(due)
      }
    }
  }
  return undefined
}

const civilDayOf = ({ year, month, day }: DateTime): CivilDay => ({ year, month, day })

/** The next day, or the first day of the next month when this one cannot fit. */
function nextCandidate({ year, month, day }: CivilDay, fields: CronFields): CivilDay {
  const step = fields.years.has(year) && fields.months.has(month) ? Date.UTC(year, month - 1, day + 1) : Date.UTC(year, month, 1)
  const next = new Date(step)
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() }
}
