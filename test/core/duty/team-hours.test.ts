import { expect, test } from 'vitest'
import { hoursOfWeek, minutesOf, WeeklyHoursSchema } from '#core/campaign/weekly-hours.ts'
import { TeamSchema } from '#core/duty/team.ts'
import { nextTeamDay, teamHours } from '#core/duty/team-hours.ts'
import { type DayHours, joined } from '#core/time/send-slot.ts'
import { workingCalendar } from '#core/time/working-days.ts'
import { vietnam } from '#test/core/time/vietnam.ts'

const calendar = workingCalendar({
  country: vietnam,
  overrides: { halfDay: ['2027-02-04'], dayOff: ['2027-03-12'], workingDay: ['2027-03-14'] },
})
const MORNING = { from: '08:00', to: '11:30' }
const AFTERNOON = { from: '13:00', to: '17:00' }
const WEEK = [{ weekdays: [1, 2, 3, 4, 5], hours: [MORNING, AFTERNOON] }]
const SATURDAY = { weekdays: [6], hours: [MORNING] }
const team = (over: object = {}) => TeamSchema.parse({ name: 'Chăm sóc', ...over })
const written = (hours: readonly DayHours[]) => hours.map(({ from, to }) => `${from}-${to}`).join(' ')

test.each([
  ['a Friday has a break at noon', '2027-03-05', '08:00-11:30 13:00-17:00'],
  ['a Saturday of the team, where the company has none', '2027-03-06', '08:00-11:30'],
  ['a Sunday', '2027-03-07', ''],
  ['Tết', '2027-02-06', ''],
  ['a Saturday that is a holiday', '2027-05-01', ''],
  ['the Monday off in compensation', '2027-05-03', ''],
  ['a day off of the company', '2027-03-12', ''],
  ['a half day has the first part', '2027-02-04', '08:00-11:30'],
  ['a Sunday that the company works, like the first day of its week', '2027-03-14', '08:00-11:30 13:00-17:00'],
])('%s (%s): %s', (_what, date, hours) => {
  expect(written(teamHours(team({ week: [...WEEK, SATURDAY] }), date, calendar))).toBe(hours)
})

test('a team without a week has office hours on the company’s working days, and half days of its own', () => {
  expect(written(teamHours(team(), '2027-03-05', calendar))).toBe('08:00-12:00 13:00-17:00')
  expect(written(teamHours(team(), '2027-03-06', calendar))).toBe('')
  expect(written(teamHours(team(), '2027-03-14', calendar))).toBe('08:00-12:00 13:00-17:00')
  expect(written(teamHours(team({ halfDay: [{ from: '08:00', to: '10:00' }] }), '2027-02-04', calendar))).toBe('08:00-10:00')
})

test('every other Saturday is counted in weeks from Monday, over New Year, and before the first one too', () => {
  const lines = WeeklyHoursSchema.parse([{ ...SATURDAY, everyOtherWeekFrom: '2026-12-27' }]) // a Sunday: its week began on the 21st
  const saturdays = ['2026-12-12', '2026-12-19', '2026-12-26', '2027-01-02', '2027-01-09', '2027-01-16']
  expect(saturdays.filter((date) => hoursOfWeek(lines, date).length > 0)).toEqual(['2026-12-12', '2026-12-26', '2027-01-09'])
})

test('two shifts that take turns are two lines', () => {
  const lines = WeeklyHoursSchema.parse([
    { weekdays: [1], hours: [MORNING], everyOtherWeekFrom: '2027-03-01' },
    { weekdays: [1], hours: [AFTERNOON], everyOtherWeekFrom: '2027-03-08' },
  ])
  expect(['2027-03-01', '2027-03-08', '2027-03-15'].map((date) => written(hoursOfWeek(lines, date)))).toEqual([
    '08:00-11:30',
    '13:00-17:00',
    '08:00-11:30',
  ])
})

test('parts that touch or lie over each other are one', () => {
  expect(written(joined([AFTERNOON, { from: '11:30', to: '13:00' }, MORNING, { from: '16:00', to: '16:30' }]))).toBe(
    '08:00-17:00',
  )
  expect(written(joined([AFTERNOON, MORNING]))).toBe('08:00-11:30 13:00-17:00')
  expect(minutesOf([MORNING, AFTERNOON])).toBe(450)
  expect(minutesOf([{ from: '22:00', to: '24:00' }])).toBe(120)
})

test.each([
  ['parts in the wrong order', [{ weekdays: [1], hours: [AFTERNOON, MORNING] }]],
  ['parts over each other', [{ weekdays: [1], hours: [MORNING, { from: '11:00', to: '12:00' }] }]],
  ['a part that ends before it begins', [{ weekdays: [1], hours: [{ from: '17:00', to: '08:00' }] }]],
  ['an eighth day', [{ weekdays: [8], hours: [MORNING] }]],
  ['no day', [{ weekdays: [], hours: [MORNING] }]],
  ['no hours', [{ weekdays: [1], hours: [] }]],
])('a week with %s is refused', (_what, lines) => {
  expect(WeeklyHoursSchema.safeParse(lines).success).toBe(false)
})

test('after a long holiday the team works again on its next day with hours', () => {
  const holiday = {
    name: { vi: 'Tết', en: 'Tet' },
    from: '2027-02-03',
    to: '2027-02-12',
    lastPromiseOn: '2027-02-02',
  }
  const resting = team({ week: WEEK, longHolidays: [holiday] })
  expect(written(teamHours(resting, '2027-02-03', calendar))).toBe('')
  expect(nextTeamDay(resting, '2027-02-02', calendar)).toBe('2027-02-15')
  expect(
    nextTeamDay(team({ week: [{ weekdays: [1], hours: [MORNING], everyOtherWeekFrom: '2027-02-15' }] }), '2027-02-15', calendar),
  ).toBe('2027-03-01')
})
