/** The country calendars of a folder of campaigns, and a company's own days. */
import { existsSync, readFileSync } from 'node:fs'
import { InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { CAMPAIGNS } from '#cli/project.ts'
import { problemLine } from '#core/campaign/problem.ts'
import { readJsonFile } from '#core/campaign/read-campaign.ts'
import { type CountryCalendar, CountryCalendarSchema } from '#core/time/country-calendar.ts'
import type { CompanyDays } from '#core/time/days-off.ts'
import type { UnknownYear } from '#core/time/unknown-years.ts'
import { CalendarOverridesSchema } from '#core/time/working-days.ts'

/**
 * The calendar of a country code in any case. `unknown` names the countries that have one; `refused` has the mistakes of the files, where one of them
 * may be the country's.
 */
export function readCountryCalendar(
  folder: string,
  country: string,
): { readonly calendar: CountryCalendar } | { readonly unknown: string } | { readonly refused: readonly string[] } {
  if (!existsSync(folder)) return { refused: [`${folder}: no such folder`] }
  const reads = readCampaignFolder(folder, CAMPAIGNS).calendars.map((file) =>
    readJsonFile({ ...file, schema: CountryCalendarSchema }),
  )
  const calendars = reads.flatMap((read) => ('value' in read ? [read.value] : []))
  const calendar = calendars.find((each) => each.country === country.toUpperCase())
  if (calendar) return { calendar }
  const problems = reads.flatMap((read) => ('problems' in read ? read.problems : []))
  if (problems.length > 0) return { refused: problems.map((problem) => problemLine(problem, 'en')) }
  const codes = calendars.map((each) => each.country).sort()
  return { unknown: `There is no calendar of ${country}; there is ${codes.join(', ')}.` }
}

/** A year that a table of dates does not hold must not pass for a year without the day. */
export const unknownYearLine = ({ key, name, year, known: { first, last } }: UnknownYear, locale: 'vi' | 'en'): string =>
  ({
    vi: `chưa biết ${key} (${name.vi}) năm ${year} là ngày nào: bảng ngày có các năm từ ${first} đến ${last}`,
    en: `it is not known when ${key} (${name.en}) is in ${year}: its table of dates has the years ${first} to ${last}`,
  })[locale]

/** A company file's own days. A file without a calendar keeps its country's. Refuses an unreadable file. */
export const readCompanyDays = (path: string): CompanyDays => readJson(path, CompanyFileSchema).calendar ?? {}

/** Only the part that is needed here; the rest of the file is checked with the campaigns. */
const CompanyFileSchema = z.object({
  calendar: z
    .object({
      overrides: CalendarOverridesSchema.optional(),
      workingWeekdays: z.array(z.int().min(1).max(7)).min(1).optional(),
    })
    .optional(),
})

function readJson<Value>(file: string, schema: z.ZodType<Value>): Value {
  const read = schema.safeParse(jsonIn(file))
  if (read.success) return read.data
  throw new InvalidArgumentError(`${file}:\n${z.prettifyError(read.error)}`)
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new InvalidArgumentError(`${file}: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
}
