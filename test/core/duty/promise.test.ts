import { expect, test } from 'vitest'
import type { CallLaw } from '#core/duty/call-time.ts'
import { promiseRefusal } from '#core/duty/promise.ts'
import { TeamSchema } from '#core/duty/team.ts'
import { workingCalendar } from '#core/time/working-days.ts'
import { vietnam } from '#test/core/time/vietnam.ts'

/** 09:00 on Monday 26 April 2027 in Vietnam; 30 April is a public holiday that this company works. */
const NOW = '2027-04-26T02:00:00.000Z'
const HOLIDAY = '2027-04-30T03:00:00.000Z'
const LAW: CallLaw = {
  hours: [{ from: '08:00', to: '17:00' }],
  weekdays: null,
  onPublicHolidays: true,
  zone: 'Asia/Ho_Chi_Minh',
  isPublicHoliday: (date) => date === '2027-04-30',
}
const COMPANY = { hours: { from: '08:00', to: '21:00' }, blackouts: [] }
const asked = (law: CallLaw | null, { wanted = HOLIDAY, company = {} }: { wanted?: string; company?: object } = {}) =>
  promiseRefusal(
    {
      ...COMPANY,
      ...company,
      team: TeamSchema.parse({ name: 'Care' }),
      calendar: workingCalendar({ country: vietnam, overrides: { workingDay: ['2027-04-30'] } }),
      zone: 'Asia/Ho_Chi_Minh',
      law,
    },
    { wanted, now: NOW },
  )

test.each<[string, CallLaw | null, string | null]>([
  ['the law allows it', LAW, null],
  ['the law sets no hours', { ...LAW, hours: null }, null],
  ['not on public holidays', { ...LAW, onPublicHolidays: false }, 'against-law'],
  [
    'not on public holidays, and the calendar is not known',
    { ...LAW, onPublicHolidays: false, isPublicHoliday: undefined },
    'against-law',
  ],
  ['on other weekdays only', { ...LAW, weekdays: [1, 2, 3, 4] }, 'against-law'],
  ['in other hours only', { ...LAW, hours: [{ from: '13:00', to: '17:00' }] }, 'against-law'],
  ['nothing is known of the law', null, 'against-law'],
])('on a holiday that the team works, where %s', (_what, law, refusal) => {
  expect(asked(law)).toBe(refusal)
})

test('weekday and holiday are those of the day where the customer lives', () => {
  // 10:00 on Saturday in Vietnam is 20:00 on Friday in Los Angeles.
  const team = { name: 'Care', week: [{ weekdays: [6], hours: [{ from: '08:00', to: '17:00' }] }] }
  const refusal = (weekdays: number[]) =>
    promiseRefusal(
      {
        ...COMPANY,
        team: TeamSchema.parse(team),
        calendar: workingCalendar({ country: vietnam }),
        zone: 'Asia/Ho_Chi_Minh',
        law: { ...LAW, hours: null, weekdays, zone: 'America/Los_Angeles' },
      },
      { wanted: '2027-05-08T03:00:00.000Z', now: NOW },
    )
  expect([refusal([5]), refusal([6])]).toEqual([null, 'against-law'])
})

test.each<[string, object, string | null]>([
  ['the company contacts customers', {}, null],
  ['it is a day of blackout', { blackouts: [{ from: '2027-04-29', to: '2027-04-30' }] }, 'company-silent'],
  ['the company contacts customers at other hours', { hours: { from: '13:00', to: '21:00' } }, 'company-silent'],
])('at a time that law and team allow, where %s', (_what, company, refusal) => {
  expect(asked(LAW, { company })).toBe(refusal)
})

test('the company’s hours and days of blackout are those of the day where the customer lives', () => {
  // 10:00 on Friday in Vietnam is 20:00 on Thursday in Los Angeles.
  const law = { ...LAW, hours: null, zone: 'America/Los_Angeles' }
  const refusal = (company: object) => asked(law, { company })
  expect(refusal({})).toBeNull()
  expect(refusal({ hours: { from: '08:00', to: '20:00' } })).toBe('company-silent')
  expect(refusal({ blackouts: [{ from: '2027-04-29', to: '2027-04-29' }] })).toBe('company-silent')
  expect(refusal({ blackouts: [{ from: '2027-04-30', to: '2027-04-30' }] })).toBeNull()
})
