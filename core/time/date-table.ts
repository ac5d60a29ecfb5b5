/** Dates written down year by year, where no rule gives them. A table that ends is said to end: a year it does not hold is never taken for a year without the day. */
import * as z from 'zod'
import { isLocalDate, type LocalDate, LocalDateSchema, partsOf } from '#core/time/local-date.ts'

const YearDatesSchema = z
  .strictObject({
    year: z.int().min(1900).max(2100),
    dates: z.array(LocalDateSchema).describe('Empty for a year in which the day does not come; two where it comes twice.'),
  })
  .refine(
    // Also runs when a text is no date, which that date's own rule reports.
    ({ year, dates }) => dates.filter(isLocalDate).every((date) => partsOf(date).year === year),
    { path: ['dates'], error: 'every date of a year lies in that year' },
  )

export const DateTableSchema = z
  .array(YearDatesSchema)
  .min(1)
  .refine((table) => table.every(({ year }, at) => at === 0 || year === (table[at - 1]?.year ?? 0) + 1), {
    error: 'the years follow one another, each once and none left out',
  })
export type DateTable = Readonly<z.infer<typeof DateTableSchema>>

/** The dates of a year in order; undefined when the table does not hold it. */
export const datesOfYear = (table: DateTable, year: number): readonly LocalDate[] | undefined =>
  table.find((entry) => entry.year === year)?.dates.toSorted()
