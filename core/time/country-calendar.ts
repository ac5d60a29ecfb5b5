/**
 * A country's year as data: the days worth a greeting, which of them are days off, how the law compensates one that falls on a weekend, and what
 * the government decided for single years. One JSON file per country, in campaigns/calendar/.
 */
import * as z from 'zod'
import { HolidayRuleSchema } from '#core/time/holidays.ts'
import { isLocalDate, type LocalDate, LocalDateSchema, partsOf } from '#core/time/local-date.ts'

const NameSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const YearSchema = z.int().min(1900).max(2100)

const CalendarOccasionSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z]{2}\.[a-z0-9]+(-[a-z0-9]+)*$/, 'expected the country and a name, such as vn.tet'),
    name: NameSchema,
    kind: z.enum(['public', 'observance']).describe('public: a day off by law. observance: a day people keep.'),
    rule: HolidayRuleSchema,
    daysOff: z
      .union([
        z
          .strictObject({ before: z.int().min(0).max(15), after: z.int().min(0).max(15) })
          .describe('So many days off before and after the day itself.'),
        z
          .strictObject({ neighbour: z.literal('dayBeforeElseDayAfter') })
          .describe('One neighbouring day: the day before, or the day after when the day before is a weekly day off anyway.'),
      ])
      .optional()
      .describe('Days off besides the day itself.'),
    validFrom: YearSchema.optional().describe('First year.'),
    validTo: YearSchema.optional().describe('Last year.'),
    source: z.string().optional(),
    note: z.string().optional(),
  })
  .refine(({ kind, daysOff }) => kind === 'public' || daysOff === undefined, {
    path: ['daysOff'],
    error: 'only a public holiday has days off; a company takes an observance off in its own calendar',
  })

const DecidedDaySchema = z.strictObject({ date: LocalDateSchema, name: NameSchema })

const OfficialDecisionSchema = z
  .strictObject({
    year: YearSchema,
    dayOff: z.array(DecidedDaySchema),
    workingDay: z.array(DecidedDaySchema),
    notDayOff: z
      .array(LocalDateSchema)
      .optional()
      .describe('Days that the rules would give and the decision does not: the plain week holds on them.'),
    source: z.string(),
    note: z.string().optional(),
  })
  .refine(
    ({ year, dayOff, workingDay, notDayOff = [] }) =>
      // Also runs when a text is no date, which that date's own rule reports.
      [...[...dayOff, ...workingDay].map(({ date }) => date), ...notDayOff]
        .filter(isLocalDate)
        .every((date) => partsOf(date).year === year),
    { error: 'every day of a decision lies in its year' },
  )

export const CountryCalendarSchema = z
  .strictObject({
    $schema: z.string().optional(),
    country: z.string().regex(/^[A-Z]{2}$/, 'expected the two letters of ISO 3166, such as VN'),
    name: NameSchema,
    weeklyDaysOff: z.array(z.int().min(1).max(7)).max(6).describe('1 is Monday, 7 is Sunday.'),
    compensation: z.enum(['nextWorkingDay', 'none']).describe('What the law gives for a day off that falls on a weekly day off.'),
    occasions: z.array(CalendarOccasionSchema),
    officialDecisions: z
      .array(OfficialDecisionSchema)
      .describe('What the government decided for single years; stronger than the rules.'),
    source: z.string().optional(),
    note: z.string().optional(),
  })
  .superRefine(({ country, occasions }, context) => {
    const seen = new Set<string>()
    for (const [at, { key }] of occasions.entries()) {
      const path = ['occasions', at, 'key']
      const prefix = `${country.toLowerCase()}.`
      if (!key.startsWith(prefix))
        context.addIssue({ code: 'custom', path, message: `expected a key that begins with ${prefix}` })
      if (seen.has(key)) context.addIssue({ code: 'custom', path, message: `another occasion has the key ${key}` })
      seen.add(key)
    }
  })
export type CountryCalendar = Readonly<z.infer<typeof CountryCalendarSchema>>
export type CalendarOccasion = CountryCalendar['occasions'][number]

/** A day with a meaning: an occasion, or a day whose work differs from the plain week. */
export interface CalendarDay {
  readonly date: LocalDate
  readonly key: string
  readonly name: DayName
  readonly kind: 'public' | 'observance' | 'dayOff' | 'workingDay'
}
export type DayName = Readonly<z.infer<typeof NameSchema>>
