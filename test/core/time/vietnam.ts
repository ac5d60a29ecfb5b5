/** The committed calendar of Vietnam, for the tests that check it against the law and the golden table. */
import { readFileSync } from 'node:fs'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'

export const vietnamFile: unknown = JSON.parse(
  readFileSync(new URL('../../../campaigns/calendar/vn.json', import.meta.url), 'utf8'),
)
export const vietnam = CountryCalendarSchema.parse(vietnamFile)
