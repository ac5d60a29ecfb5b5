/**
 * At which times a customer may be rung at all, by the law and by the company, on days and in hours of the customer's own zone: asked of now before a
 * call, and of the time that is to be promised.
 */
import type { TouchRules } from '#core/campaign/policy-pack.ts'
import type { Instant } from '#core/time/instant.ts'
import { type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import type { PublicHolidays } from '#core/time/public-holidays.ts'
import { commonHours, type DayHours } from '#core/time/send-slot.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'

/** What the law says of calls to the customer, on days and in hours of their own zone. */
export interface CallLaw extends Pick<TouchRules, 'hours' | 'weekdays' | 'onPublicHolidays'> {
  readonly zone: string
  /** Undefined where the calendar of the country is not known. */
  readonly isPublicHoliday: PublicHolidays | undefined
}

/** When the company contacts customers at all. */
export interface ContactTimes {
  readonly hours: DayHours
  readonly blackouts: readonly { readonly from: LocalDate; readonly to: LocalDate }[]
}

/** In the order in which they are looked for. */
export type CallTimeRefusal = 'blackout' | 'public-holiday' | 'closed-weekday' | 'outside-hours'

/** Null: the customer may be rung at that time. */
export function callTimeRefusal(at: Instant, law: CallLaw, times: ContactTimes): CallTimeRefusal | null {
  const [date, time] = [localDateAt(at, law.zone), localTimeAt(at, law.zone)]
  if (times.blackouts.some(({ from, to }) => from <= date && date <= to)) return 'blackout'
  return callDayRefusal(date, law) ?? (callHours(law, times).some((part) => isWithin(time, part)) ? null : 'outside-hours')
}

/** A calendar that is not known keeps the phone down where the law forbids holidays. */
export function callDayRefusal(
  day: LocalDate,
  { weekdays, onPublicHolidays, isPublicHoliday }: CallLaw,
): 'public-holiday' | 'closed-weekday' | null {
  if (!onPublicHolidays && isPublicHoliday?.(day) !== false) return 'public-holiday'
  return weekdays !== null && !weekdays.includes(weekdayOf(day)) ? 'closed-weekday' : null
}

/** In which law and company both let the customer be rung. */
export const callHours = ({ hours }: CallLaw, times: Pick<ContactTimes, 'hours'>): readonly DayHours[] =>
  commonHours([[times.hours], hours ?? WHOLE_DAY])

export const isWithin = (time: string, { from, to }: DayHours): boolean => from <= time && time < to

const WHOLE_DAY: readonly DayHours[] = [{ from: '00:00', to: '24:00' }]
