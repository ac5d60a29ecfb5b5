/**
 * The six fields of an AWS cron expression: minutes, hours, day of month, month, day of week (1 = Sunday), year.
 * `L`, `W` and `#`, which count days from an end of the month, are none of this machine's schedules and are refused.
 * Source: EventBridge Scheduler User Guide, "Schedule types", cron-based schedules.
 */
export interface CronFields {
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly months: ReadonlySet<number>
  readonly years: ReadonlySet<number>
  /** Whether the civil day fits the day-of-month or the day-of-week field, whichever is not `?`. */
  readonly fitsDay: (day: CivilDay) => boolean
}

export interface CivilDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const LAST_CRON_YEAR = 2199

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

interface FieldRange {
  readonly first: number
  readonly last: number
  /** Names of the values from `first` on. */
  readonly names?: readonly string[]
}

const DAY_OF_MONTH: FieldRange = { first: 1, last: 31 }
const DAY_OF_WEEK: FieldRange = { first: 1, last: 7, names: WEEKDAYS }

/** The parsed fields, or undefined for a text that is refused. Exactly one of the two day fields must be `?`. */
export function parseCronFields(text: string): CronFields | undefined {
  const [minute, hour, dayOfMonth, month, dayOfWeek, year, ...rest] = text.split(/\s+/)
  if (year === undefined || rest.length > 0) return undefined
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) return undefined
  const minutes = parseValues(minute, { first: 0, last: 59 })
  const hours = parseValues(hour, { first: 0, last: 23 })
  const months = parseValues(month, { first: 1, last: 12, names: MONTHS })
  const years = parseValues(year, { first: 1970, last: LAST_CRON_YEAR })
  const fitsDay = dayOfWeek === '?' ? fitsDayOfMonth(dayOfMonth) : fitsDayOfWeek(dayOfWeek)
  if (!minutes || !hours || !months || !years || !fitsDay) return undefined
  return { minutes: sorted(minutes), hours: sorted(hours), months, years, fitsDay }
}

const sorted = (values: ReadonlySet<number>): readonly number[] => [...values].sort((a, b) => a - b)

/** Comma-separated `*`, `5`, `1-5`, `MON-FRI`, each with an optional `/step`; `5/15` runs from 5 to the end of the range. */
function parseValues(text: string | undefined, range: FieldRange): ReadonlySet<number> | undefined {
  const values = new Set<number>()
  for (const part of (text ?? '').split(',')) {
    const [span = '', stepText, ...rest] = part.split('/')
    const step = stepText === undefined ? 1 : wholeNumber(stepText)
    const bounds = parseSpan(span, { range, openEnded: stepText !== undefined })
    if (rest.length > 0 || step === undefined || step < 1 || bounds === undefined) return undefined
    for (let value = bounds.from; value <= bounds.to; value += step) values.add(value)
  }
  return values
}

function parseSpan(
  text: string,
  { range, openEnded }: { range: FieldRange; openEnded: boolean },
): { from: number; to: number } | undefined {
  if (text === '*') return { from: range.first, to: range.last }
  const [fromText = '', toText, ...rest] = text.split('-')
  const from = fieldValue(fromText, range)
  const to = toText === undefined ? (openEnded ? range.last : from) : fieldValue(toText, range)
  if (rest.length > 0 || from === undefined || to === undefined || to < from) return undefined
  return { from, to }
}

function fieldValue(text: string, { first, last, names }: FieldRange): number | undefined {
  const named = names?.indexOf(text.toUpperCase()) ?? -1
  const value = named >= 0 ? named + first : wholeNumber(text)
  return value !== undefined && value >= first && value <= last ? value : undefined
}

const wholeNumber = (text: string): number | undefined => (/^\d{1,4}$/.test(text) ? Number(text) : undefined)

function fitsDayOfMonth(text: string | undefined): CronFields['fitsDay'] | undefined {
  const days = parseValues(text, DAY_OF_MONTH)
  return days && ((day) => days.has(day.day))
}

function fitsDayOfWeek(text: string | undefined): CronFields['fitsDay'] | undefined {
  const days = parseValues(text, DAY_OF_WEEK)
  return days && ((day) => days.has(weekday(day)))
}

/** 1 = Sunday … 7 = Saturday, as AWS counts. */
const weekday = ({ year, month, day }: CivilDay): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1
