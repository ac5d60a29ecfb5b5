import { describe, expect, test } from 'vitest'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'
import { occasionsBetween } from '#core/time/country-occasions.ts'
import { unknownYears } from '#core/time/unknown-years.ts'
import { workingCalendar } from '#core/time/working-days.ts'
import { malaysiaFile } from '#test/core/time/malaysia.ts'

const malaysia = CountryCalendarSchema.parse(malaysiaFile())
const unknown = (calendar: typeof malaysia, from: string, to: string) =>
  unknownYears(calendar, { from, to }).map(({ key, year, known: { first, last } }) => `${key} ${year} (${first}-${last})`)

describe('the years that a table of dates does not hold', () => {
  test('are none while the span stays within it', () => {
    expect(unknown(malaysia, '2026-01-01', '2028-12-31')).toEqual([])
  })

  test('are each named, before the table and after it, for its occasions alone', () => {
    expect(unknown(malaysia, '2028-12-31', '2030-01-01')).toEqual([
      'my.hari-raya 2029 (2026-2028)',
      'my.hari-raya 2030 (2026-2028)',
      'my.deepavali 2029 (2026-2028)',
      'my.deepavali 2030 (2026-2028)',
    ])
    expect(unknown(malaysia, '2025-06-01', '2025-06-02')).toEqual([
      'my.hari-raya 2025 (2026-2028)',
      'my.deepavali 2025 (2026-2028)',
    ])
  })

  test('are not those in which the occasion is not kept', () => {
    const ended = CountryCalendarSchema.parse(malaysiaFile({ validFrom: 2026, validTo: 2028 }))
    expect(unknown(ended, '2020-01-01', '2035-12-31')).toEqual([])
  })

  test('are none in a span turned round', () => {
    expect(unknown(malaysia, '2030-06-01', '2030-01-01')).toEqual([])
  })
})

test('a day of a table is a day off of its year like any other holiday, with its compensation', () => {
  const calendar = workingCalendar({ country: malaysia })
  expect(['2026-03-20', '2026-03-21', '2027-03-10', '2027-03-11'].map((day) => calendar.isWorkingDay(day))).toEqual([
    false,
    false,
    false,
    false,
  ])
  // Deepavali 2026 is a Sunday.
  expect(occasionsBetween(malaysia, '2026-11-01', '2026-11-30').map(({ date, key }) => `${date} ${key}`)).toEqual([
    '2026-11-08 my.deepavali',
    '2026-11-09 my.deepavali.compensation',
  ])
})
