/** The country calendars that marketing keeps, campaigns/calendar/<country>.json, and a company's own days. */
import { readdirSync, readFileSync } from 'node:fs'
import { InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { type CountryCalendar, CountryCalendarSchema } from '#core/time/country-calendar.ts'
import type { CompanyDays } from '#core/time/days-off.ts'
import { CalendarOverridesSchema } from '#core/time/working-days.ts'

/** The calendar of a country code in any case. Refuses a country without a file, and names the countries that have one. */
export function readCountryCalendar(country: string): CountryCalendar {
  const known = readdirSync(CALENDARS).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []))
  const wanted = country.toLowerCase()
  if (!known.includes(wanted)) {
    const codes = known.map((name) => name.toUpperCase()).sort()
    throw new InvalidArgumentError(`There is no calendar of ${country}; there is ${codes.join(', ')}.`)
  }
  return readJson(new URL(`${wanted}.json`, CALENDARS), CountryCalendarSchema)
}

/** A company file's own days. A file without a calendar keeps its country's. Refuses an unreadable file. */
export const readCompanyDays = (path: string): CompanyDays => readJson(path, CompanyFileSchema).calendar ?? {}

const CALENDARS = new URL('../../campaigns/calendar/', import.meta.url)

/** Only the part that is needed here; the rest of the file is checked with the campaigns. */
const CompanyFileSchema = z.object({
  calendar: z
    .object({
      overrides: CalendarOverridesSchema.optional(),
      workingWeekdays: z.array(z.int().min(1).max(7)).min(1).optional(),
    })
    .optional(),
})

function readJson<Value>(file: string | URL, schema: z.ZodType<Value>): Value {
  const read = schema.safeParse(jsonIn(file))
  if (read.success) return read.data
  throw new InvalidArgumentError(`${file}:\n${z.prettifyError(read.error)}`)
}

function jsonIn(file: string | URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new InvalidArgumentError(`${file}: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
}
