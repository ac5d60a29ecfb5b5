/**
 * The six fields of an AWS cron expression: minutes, hours, day of month, month, day of week (1 = Sunday), year.
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

/** The parsed fields, or undefined when AWS would refuse the text. Exactly one of the two day fields must be `?`. */
export function parseCronFields(text: string): CronFields | undefined {
  const [minute, hour, dayOfMonth, month, dayOfWeek, year, ...rest] = text.split(/\s+/)
  if (year === undefined || rest.length > 0) return undefined
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) return undefined
  const minutes = parseValues(minute, { first: 0, last: 59 })
  const hours = parseValues(hour, { first: 0, last: 23 })
  const months = parseValues(month, { first: 1, last: 12, names: MONTHS })
  const years = parseValues(year, { first: 1970, last: LAST_CRON_YEAR })
  const fitsDay = dayOfWeek === '?' ? parseDayOfMonth(dayOfMonth ?? '') : parseDayOfWeek(dayOfWeek ?? '')
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

/** `L` the last day, `LW` the last weekday (Monday to Friday), `15W` the weekday nearest to the 15th inside its month. */
function parseDayOfMonth(text: string): CronFields['fitsDay'] | undefined {
  if (text === 'L') return (day) => day.day === daysInMonth(day)
  if (text === 'LW') return (day) => day.day === nearestWeekday({ ...day, day: daysInMonth(day) })
  const nearest = /^(\d{1,2})W$/.exec(text)
  if (nearest) {
    const wanted = fieldValue(nearest[1] ?? '', DAY_OF_MONTH)
    if (wanted === undefined) return undefined
    return (day) => wanted <= daysInMonth(day) && day.day === nearestWeekday({ ...day, day: wanted })
  }
  const days = parseValues(text, DAY_OF_MONTH)
  return days && ((day) => days.has(day.day))
}

/** `L` is Saturday, `6L` the last Friday of the month, `3#2` its second Tuesday. */
function parseDayOfWeek(text: string): CronFields['fitsDay'] | undefined {
  if (text === 'L') return (day) => weekday(day) === 7
  const last = /^(\w{1,3})L$/.exec(text)
  if (last) {
    const wanted = fieldValue(last[1] ?? '', DAY_OF_WEEK)
    return wanted === undefined ? undefined : (day) => weekday(day) === wanted && day.day > daysInMonth(day) - 7
  }
  const nth = /^(\w{1,3})#([1-5])$/.exec(text)
  if (nth) {
    const wanted = fieldValue(nth[1] ?? '', DAY_OF_WEEK)
    const week = Number(nth[2])
    return wanted === undefined ? undefined : (day) => weekday(day) === wanted && Math.ceil(day.day / 7) === week
  }
  const days = parseValues(text, DAY_OF_WEEK)
  return days && ((day) => days.has(weekday(day)))
}

const utcDate = ({ year, month, day }: CivilDay): Date => new Date(Date.UTC(year, month - 1, day))

/** 1 = Sunday … 7 = Saturday, as AWS counts. */
const weekday = (day: CivilDay): number => utcDate(day).getUTCDay() + 1

const daysInMonth = ({ year, month }: CivilDay): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

function nearestWeekday(day: CivilDay): number {
  const of = weekday(day)
  if (of === 7) return day.day === 1 ? 3 : day.day - 1
  if (of === 1) return day.day === daysInMonth(day) ? day.day - 2 : day.day + 1
  return day.day
}
