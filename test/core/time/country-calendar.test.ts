import { describe, expect, test } from 'vitest'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'
import { vietnam, vietnamFile } from '#test/core/time/vietnam.ts'

const [newYear] = vietnam.occasions
const withOccasion = (occasion: object) => ({ ...vietnam, occasions: [{ ...newYear, ...occasion }] })
const withTable = (...years: [number, string[]][]) =>
  withOccasion({ rule: { kind: 'table', years: years.map(([year, dates]) => ({ year, dates })) } })
const refusals = (calendar: unknown) =>
  CountryCalendarSchema.safeParse(calendar).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('a country calendar file', () => {
  test('of Vietnam is accepted as it stands', () => {
    expect(CountryCalendarSchema.parse(vietnamFile)).toEqual(vietnamFile)
  })

  test('of Vietnam lists every occasion that campaigns build on', () => {
    const names = vietnam.occasions.map(({ key }) => key.slice('vn.'.length))
    expect(names).toEqual([
      'new-year',
      'ong-tao',
      'giao-thua',
      'tet',
      'nguyen-tieu',
      'valentine',
      'doctors-day',
      'women-intl',
      'hung-kings',
      'reunification',
      'labour',
      'children',
      'family-day',
      'vu-lan',
      'national-day',
      'mid-autumn',
      'entrepreneurs-day',
      'vn-women',
      'teachers',
      'culture-day',
      'christmas',
    ])
  })

  test('may count from Easter Sunday itself, and hold a year in which a day does not come', () => {
    expect(refusals(withOccasion({ rule: { kind: 'easter', reckoning: 'orthodox' } }))).toEqual([])
    expect(refusals(withTable([2027, []], [2028, ['2028-01-01', '2028-12-20']]))).toEqual([])
  })

  test.each([
    ['an unknown field', { ...vietnam, holidays: [] }, ''],
    ['an unknown field of an occasion', withOccasion({ when: 'always' }), 'occasions.0'],
    ['31 April', withOccasion({ rule: { kind: 'fixed', month: 4, day: 31 } }), 'occasions.0.rule'],
    ['lunar day 31', withOccasion({ rule: { kind: 'lunar', month: 1, day: 31 } }), 'occasions.0.rule.day'],
    ['a sixth Monday', withOccasion({ rule: { kind: 'nthWeekday', month: 1, weekday: 1, nth: 6 } }), 'occasions.0.rule.nth'],
    ['an Easter of no church', withOccasion({ rule: { kind: 'easter', reckoning: 'eastern' } }), 'occasions.0.rule.reckoning'],
    [
      'a day a year away from Easter',
      withOccasion({ rule: { kind: 'easter', reckoning: 'western', offset: 365 } }),
      'occasions.0.rule.offset',
    ],
    ['an empty table', withOccasion({ rule: { kind: 'table', years: [] } }), 'occasions.0.rule.years'],
    ['a table with a day that does not exist', withTable([2027, ['2027-02-29']]), 'occasions.0.rule.years.0.dates.0'],
    ['a table with a date of another year', withTable([2027, ['2026-03-10']]), 'occasions.0.rule.years.0.dates'],
    ['a table that leaves a year out', withTable([2027, []], [2029, []]), 'occasions.0.rule.years'],
    ['a table with a year twice', withTable([2027, []], [2027, ['2027-03-10']]), 'occasions.0.rule.years'],
    ["another country's key", withOccasion({ key: 'fr.tet' }), 'occasions.0.key'],
    ['a key in capitals', withOccasion({ key: 'vn.Tet' }), 'occasions.0.key'],
    ['the same key twice', { ...vietnam, occasions: [newYear, newYear] }, 'occasions.1.key'],
    [
      'days off around an observance',
      withOccasion({ kind: 'observance', daysOff: { before: 1, after: 0 } }),
      'occasions.0.daysOff',
    ],
    [
      'a decision about a day of another year',
      {
        ...vietnam,
        officialDecisions: [{ year: 2027, dayOff: [{ date: '2026-01-02', name: newYear?.name }], workingDay: [], source: 's' }],
      },
      'officialDecisions.0',
    ],
    ['a week without work', { ...vietnam, weeklyDaysOff: [1, 2, 3, 4, 5, 6, 7] }, 'weeklyDaysOff'],
  ])('with %s is refused, and the place is named', (_, calendar, path) => {
    expect(refusals(calendar)).toContain(path)
  })
})
