import { expect, test } from 'vitest'
import type { DutyChange } from '#core/duty/duty-change.ts'
import { dutyOfDay } from '#core/duty/duty-of-day.ts'
import { TeamSchema } from '#core/duty/team.ts'
import { toldAtOnce } from '#core/duty/told-at-once.ts'
import { theCompanyRules } from '#test/support/builders.ts'

const { calendar } = theCompanyRules()
const PEOPLE = ['mai', 'hanh', 'bao']
const TEAM = TeamSchema.parse({
  name: 'care',
  onCall: [
    {
      people: ['bao', 'hanh'],
      hours: [
        { from: '00:00', to: '08:00' },
        { from: '17:00', to: '22:00' },
      ],
    },
    { people: ['mai'], from: '2027-02-05', to: '2027-02-08' },
  ],
  longHolidays: [
    {
      name: { vi: 'Tết', en: 'Tết' },
      from: '2027-02-05',
      to: '2027-02-11',
      lastPromiseOn: '2027-02-03',
      duty: [{ date: '2027-02-10', people: ['hanh'], hours: [{ from: '09:00', to: '11:00' }] }],
    },
  ],
})
// 2027-03-02 is a Tuesday.
const LEAVE = [{ address: 'bao', leave: [{ from: '2027-03-03', to: '2027-03-03' }] }]

function told(date: string, time: string, over: { rings?: string | null; lead?: string | null; changes?: DutyChange[] } = {}) {
  const { rings = null, lead = 'mai', changes = [] } = over
  const plan = { teams: [TEAM], people: LEAVE }
  const duties = dutyOfDay({ plan, team: 'care', people: PEOPLE.map((address) => ({ address })), date, calendar, changes })
  const { because, addresses, back } = toldAtOnce(
    { plan, team: TEAM, known: PEOPLE, changes, duties, calendar, rings, lead },
    { date, time },
  )
  return [because, addresses.join(' '), back && `${back.date} ${back.time}`]
}

test.each([
  ['before work', '2027-03-02', '07:59', ['on-call', 'bao hanh mai', '2027-03-02 08:00']],
  ['at the first minute of work', '2027-03-02', '08:00', ['at-work', 'hanh mai', null]],
  ['in the break, with no one on call for it', '2027-03-02', '12:00', ['break', 'mai', '2027-03-02 13:00']],
  ['at the end of work', '2027-03-02', '17:00', ['on-call', 'bao hanh mai', '2027-03-03 08:00']],
  ['at night, beyond the hours on call', '2027-03-02', '22:00', ['no-one', 'mai', '2027-03-03 08:00']],
  ['when the first on call is on leave', '2027-03-03', '18:00', ['on-call', 'hanh mai', '2027-03-04 08:00']],
  ['on Friday evening', '2027-03-05', '18:00', ['on-call', 'bao hanh mai', '2027-03-08 08:00']],
  ['on Sunday at noon, with no one on call', '2027-03-07', '12:30', ['no-one', 'mai', '2027-03-08 08:00']],
  ['over Tết the dated line goes before that of every night', '2027-02-06', '18:00', ['on-call', 'mai', '2027-02-12 08:00']],
  ['on a day of Tết with a member on duty', '2027-02-10', '10:00', ['duty', 'hanh mai', '2027-02-12 08:00']],
  ['after their hours', '2027-02-10', '12:00', ['no-one', 'mai', '2027-02-12 08:00']],
] as const)('%s', (_when, date, time, expected) => {
  expect(told(date, time, { rings: 'hanh' })).toEqual(expected)
})

test('by day, a member who is away now is passed over for the lead, and without a lead no one is left', () => {
  const changes: DutyChange[] = [
    {
      is: 'away',
      changeId: 'c-1',
      date: '2027-03-02',
      at: '2027-03-02T03:00:00.000Z',
      by: 'mai',
      byName: 'Mai',
      address: 'hanh',
      because: 'ill',
      from: '10:00',
    },
  ]
  expect(told('2027-03-02', '09:59', { rings: 'hanh', changes })[1]).toBe('hanh mai')
  expect(told('2027-03-02', '10:00', { rings: 'hanh', changes })[1]).toBe('mai')
  expect(told('2027-03-02', '10:00', { rings: 'hanh', changes, lead: null })[1]).toBe('')
})
