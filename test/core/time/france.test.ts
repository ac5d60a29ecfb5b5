import { expect, test } from 'vitest'
import { occasionsBetween } from '#core/time/country-occasions.ts'
import { addWorkingDays, workingCalendar } from '#core/time/working-days.ts'
import { france } from '#test/core/time/france.ts'

/** As service-public.gouv.fr lists them. */
test.each([
  [2024, '01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25'],
  [2025, '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25'],
  [2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
  [2027, '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25'],
])('the public holidays of %i are the eleven that the law names', (year, days) => {
  const found = occasionsBetween(france, `${year}-01-01`, `${year}-12-31`)
  expect(found.map(({ date }) => date.slice(5)).join(' ')).toBe(days)
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['public']))
})

test('a holiday that the law names since a year is kept from that year on', () => {
  const inMay = (year: number) => occasionsBetween(france, `${year}-05-08`, `${year}-05-08`).map(({ key }) => key)
  expect([inMay(1981), inMay(1982)]).toEqual([[], ['fr.victory']])
})

test('a holiday in the weekend is lost, and Easter Monday lengthens a promise by a day', () => {
  const calendar = workingCalendar({ country: france })
  // 1 May 2027 is a Saturday.
  expect(calendar.isWorkingDay('2027-05-03')).toBe(true)
  expect(addWorkingDays(calendar, '2027-03-25', 2)).toBe('2027-03-30')
  expect(addWorkingDays(calendar, '2027-04-01', 2)).toBe('2027-04-05')
})
