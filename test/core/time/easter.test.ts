import { describe, expect, test } from 'vitest'
import { easterSunday } from '#core/time/easter.ts'
import { addDays, type LocalDate, localDate, weekdayOf } from '#core/time/local-date.ts'

describe('Easter Sunday', () => {
  // As printed in church calendars and in Meeus, Astronomical Algorithms: the earliest and the latest days there are among them.
  test.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1961, '1961-04-02'],
    [1981, '1981-04-19'],
    [1991, '1991-03-31'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2285, '2285-03-22'],
  ])('of the western churches in %i is %s', (year, date) => {
    expect(easterSunday(year, 'western')).toBe(date)
  })

  test.each([
    [2000, '2000-04-30'],
    [2010, '2010-04-04'],
    [2013, '2013-05-05'],
    [2021, '2021-05-02'],
    [2022, '2022-04-24'],
    [2023, '2023-04-16'],
    [2024, '2024-05-05'],
    [2025, '2025-04-20'],
    [2026, '2026-04-12'],
    [2027, '2027-05-02'],
    [2028, '2028-04-16'],
    [2100, '2100-05-02'],
  ])('of the orthodox churches in %i is %s', (year, date) => {
    expect(easterSunday(year, 'orthodox')).toBe(date)
  })

  test('is what the tables of the paschal moon give, in every year from 1583 to 2999', () => {
    for (let year = 1583; year < 3000; year++) {
      expect([year, easterSunday(year, 'western')]).toEqual([year, sundayAfter(gregorianMoon(year))])
      expect([year, easterSunday(year, 'orthodox')]).toEqual([year, sundayAfter(julianMoon(year))])
    }
  })
})

/** The fourteenth day of the paschal moon never is Easter itself: a moon on a Sunday brings the Sunday after. */
const sundayAfter = (moon: LocalDate): LocalDate => addDays(moon, 7 - (weekdayOf(moon) % 7))

/** By Clavius's epact, as the Explanatory Supplement lays it out: solar and lunar equation, and the two moons that are moved. */
function gregorianMoon(year: number): LocalDate {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const solar = Math.floor((3 * century) / 4) - 12
  const lunar = Math.floor((8 * century + 5) / 25) - 5
  const epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30
  const moved = epact === 24 || (epact === 25 && golden > 11) ? epact + 1 : epact
  const day = 44 - moved
  return addDays(localDate(year, 3, 1), (day < 21 ? day + 30 : day) - 1)
}

/** The nineteen moons of the old church calendar by golden number, as days of March (32 is 1 April), in the Julian calendar. */
const OLD_MOONS = [36, 25, 44, 33, 22, 41, 30, 49, 38, 27, 46, 35, 24, 43, 32, 21, 40, 29, 48]

function julianMoon(year: number): LocalDate {
  // From each calendar's 1 January of the year 1 to 1 March Julian and 1 January Gregorian; the Julian one comes two days earlier.
  const julianDays = (year - 1) * 365 + Math.floor((year - 1) / 4) + 59 + (year % 4 === 0 ? 1 : 0)
  const gregorianDays =
    (year - 1) * 365 + Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400)
  return addDays(localDate(year, 1, 1), julianDays - gregorianDays - 2 + ((OLD_MOONS[year % 19] ?? 0) - 1))
}
