/** Hours that come back every week, or every other week, as people write them in campaigns/staff.json. */
import * as z from 'zod'
import { HoursSchema } from '#core/campaign/campaign-definition.ts'
import { addDays, daysBetween, type LocalDate, LocalDateSchema, weekdayOf } from '#core/time/local-date.ts'
import { type DayHours, joined } from '#core/time/send-slot.ts'

/** More lines than a week of two alternating shifts needs, and few enough for a row that holds the times of everybody. */
const MOST_LINES = 14
const MOST_PARTS = 6

export const PartsOfDaySchema = z
  .array(HoursSchema)
  .min(1)
  .max(MOST_PARTS)
  .refine((parts) => parts.every((part, at) => at === 0 || (parts[at - 1]?.to ?? '') <= part.from), {
    error: 'parts of the day in their order, none over another',
  })

export const WeeklyLineSchema = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).describe('1 is Monday, 7 is Sunday.'),
  hours: PartsOfDaySchema.describe('What lies between two parts is a break.'),
  everyOtherWeekFrom: LocalDateSchema.optional().describe(
    'A day of the first week in which the line holds; it holds in every second week from there. Left out: every week.',
  ),
})
export type WeeklyLine = Readonly<z.infer<typeof WeeklyLineSchema>>

export const WeeklyHoursSchema = z.array(WeeklyLineSchema).min(1).max(MOST_LINES)

/** Whether a line holds on a day. A week begins on Monday; weeks before the first one alternate as well. */
export const holdsOn = ({ weekdays, everyOtherWeekFrom }: Omit<WeeklyLine, 'hours'>, date: LocalDate): boolean =>
  weekdays.includes(weekdayOf(date)) &&
  (everyOtherWeekFrom === undefined || (daysBetween(mondayOf(everyOtherWeekFrom), mondayOf(date)) / 7) % 2 === 0)

/** The parts of one day that all lines together give, in order. Parts that touch or lie over each other are one. */
export const hoursOfWeek = (lines: readonly WeeklyLine[], date: LocalDate): readonly DayHours[] =>
  joined(lines.filter((line) => holdsOn(line, date)).flatMap(({ hours }) => hours))

/** Minutes of all parts together; none lies over another. */
export const minutesOf = (parts: readonly DayHours[]): number =>
  parts.reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from), 0)

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date))
