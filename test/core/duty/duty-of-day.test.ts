import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesOf } from '#core/campaign/weekly-hours.ts'
import { changesInForce, type DutyChange } from '#core/duty/duty-change.ts'
import { type DutyQuestion, dutyOfDay } from '#core/duty/duty-of-day.ts'
import { changesInNight, onCallAt } from '#core/duty/on-call.ts'
import { type DutyPlan, type PersonalTime, TeamSchema } from '#core/duty/team.ts'
import { addDays } from '#core/time/local-date.ts'
import { workingCalendar } from '#core/time/working-days.ts'
import { vietnam } from '#test/core/time/vietnam.ts'

const calendar = workingCalendar({ country: vietnam, overrides: { halfDay: ['2027-03-11'] } })
const MORNING = { from: '08:00', to: '11:30' }
const AFTERNOON = { from: '13:00', to: '17:00' }
const DATE = '2027-03-10'
const HANH = { address: 'hanh' }
const BAO = { address: 'bao' }
const VY = { address: 'vy' }

const planWith = (people: readonly PersonalTime[] = [], team: object = {}): DutyPlan => ({
  teams: [
    TeamSchema.parse({
      name: 'Care',
      callsADay: 30,
      week: [{ weekdays: [1, 2, 3, 4, 5], hours: [MORNING, AFTERNOON] }],
      ...team,
    }),
  ],
  people,
})
const question = (over: Partial<DutyQuestion> = {}): DutyQuestion => ({
  plan: planWith(),
  team: 'Care',
  people: [HANH, BAO, VY],
  date: DATE,
  calendar,
  changes: [],
  ...over,
})
const lines = (asked: DutyQuestion) =>
  dutyOfDay(asked).map(
    ({ address, hours, because, calls }) =>
      `${address}: ${hours.map(({ from, to }) => `${from}-${to}`).join(' ')} ${because} ${calls}`,
  )

let count = 0
type What = { is: 'away' | 'covered'; from?: string; with?: string } | { is: 'as-planned' }
const change = (address: string, what: What): DutyChange => {
  const every = {
    changeId: String(++count).padStart(4, '0'),
    date: DATE,
    at: `${DATE}T01:00:00.000Z`,
    by: 'mai',
    byName: 'Mai',
    address,
  }
  if (what.is === 'as-planned') return { ...every, is: what.is }
  const from = what.from ?? null
  return what.is === 'away'
    ? { ...every, is: 'away', because: 'ill', from }
    : { ...every, is: 'covered', with: what.with ?? '', from }
}

test('who says nothing works the hours of the team; shifts are cut to them; leave is a day off; calls follow the hours', () => {
  const plan = planWith([
    { address: 'bao', shifts: [{ weekdays: [3], hours: [{ from: '07:00', to: '10:00' }] }], callsADay: 60 },
    { address: 'vy', leave: [{ from: '2027-03-08', to: DATE }] },
  ])
  expect(lines(question({ plan }))).toEqual([
    'hanh: 08:00-11:30 13:00-17:00 shift 30',
    'bao: 08:00-10:00 shift 16',
    'vy:  leave 0',
  ])
  expect(lines(question({ plan, date: '2027-03-12' }))).toEqual([
    'hanh: 08:00-11:30 13:00-17:00 shift 30',
    'bao:  off 0',
    'vy: 08:00-11:30 13:00-17:00 shift 30',
  ])
})

test('on a half day everybody has the part of the calls that belongs to it, and on a day off no one works', () => {
  expect(lines(question({ date: '2027-03-11', people: [HANH] }))).toEqual(['hanh: 08:00-11:30 shift 14'])
  expect(lines(question({ date: '2027-03-13', people: [HANH] }))).toEqual(['hanh:  off 0'])
})

/** 22 August 2026 is a Saturday worked by decision. This company works a Sunday and the Saturday after a Monday off, and half of a Thursday. */
const WORKED = ['2026-08-22', '2026-08-30'] as const
const workedCalendar = workingCalendar({
  country: vietnam,
  overrides: { workingDay: ['2026-08-30', '2026-08-15'], dayOff: ['2026-08-10'], halfDay: ['2026-08-20'] },
})
const PART_TIME: readonly PersonalTime[] = [
  { address: 'hanh', shifts: [{ weekdays: [1, 2, 3, 4, 5], hours: [MORNING] }] },
  { address: 'bao', shifts: [{ weekdays: [1, 3], hours: [AFTERNOON] }] },
]
const WEEKDAYS = { weekdays: [1, 2, 3, 4, 5], hours: [MORNING, AFTERNOON] }
test.each([
  ['of the team’s week', WORKED[0], PART_TIME, {}, ['08:00-11:30', '13:00-17:00', '08:00-11:30 13:00-17:00']],
  ['on a Sunday as well', WORKED[1], PART_TIME, {}, ['08:00-11:30', '13:00-17:00', '08:00-11:30 13:00-17:00']],
  ['of the company’s week', WORKED[0], PART_TIME, { week: undefined }, ['08:00-11:30', '13:00-17:00', '08:00-12:00 13:00-17:00']],
  [
    'of a team that begins on Tuesday',
    WORKED[0],
    PART_TIME,
    { week: [{ ...WEEKDAYS, weekdays: [2, 3, 4, 5] }] },
    ['08:00-11:30', '', '08:00-11:30 13:00-17:00'],
  ],
  [
    'where shifts take turns, of that very week',
    WORKED[0],
    [
      { address: 'hanh', shifts: [{ weekdays: [1], hours: [MORNING], everyOtherWeekFrom: '2026-08-17' }] },
      { address: 'bao', shifts: [{ weekdays: [1], hours: [MORNING], everyOtherWeekFrom: '2026-08-24' }] },
    ],
    {},
    ['08:00-11:30', '', '08:00-11:30 13:00-17:00'],
  ],
  [
    'but their own Saturday where they have one',
    WORKED[0],
    [
      {
        address: 'hanh',
        shifts: [
          { weekdays: [1], hours: [MORNING] },
          { weekdays: [6], hours: [AFTERNOON] },
        ],
      },
    ],
    {},
    ['13:00-17:00', '08:00-11:30 13:00-17:00', '08:00-11:30 13:00-17:00'],
  ],
  [
    'and a team that works Saturdays has its usual one',
    WORKED[0],
    PART_TIME,
    { week: [WEEKDAYS, { weekdays: [6], hours: [MORNING] }] },
    ['', '', '08:00-11:30'],
  ],
  [
    'also where that day itself is off',
    '2026-08-15',
    PART_TIME,
    { week: undefined },
    ['08:00-11:30', '13:00-17:00', '08:00-12:00 13:00-17:00'],
  ],
  ['while half a Thursday is a Thursday', '2026-08-20', PART_TIME, { week: undefined }, ['08:00-11:30', '', '08:00-12:00']],
  ['and an ordinary Saturday is off', '2026-08-08', PART_TIME, {}, ['', '', '']],
])('on a day worked instead of another everybody has the hours of the first day %s', (_which, date, people, team, hours) => {
  const asked = question({ plan: planWith(people as readonly PersonalTime[], team), date, calendar: workedCalendar })
  expect(dutyOfDay(asked).map((one) => one.hours.map(({ from, to }) => `${from}-${to}`).join(' '))).toEqual(hours)
})

test('who falls ill at ten keeps the hours before; who covers works both shifts and gets no more calls than a whole day has', () => {
  const plan = planWith([
    { address: 'hanh', shifts: [{ weekdays: [3], hours: [MORNING] }] },
    { address: 'bao', shifts: [{ weekdays: [3], hours: [AFTERNOON] }] },
  ])
  expect(lines(question({ plan, changes: [change('hanh', { is: 'away', from: '10:00' })] }))[0]).toBe('hanh: 08:00-10:00 away 8')
  expect(lines(question({ plan, changes: [change('hanh', { is: 'covered', with: 'bao' })] })).slice(0, 2)).toEqual([
    'hanh:  covered 0',
    'bao: 08:00-11:30 13:00-17:00 cover 30',
  ])
})

test('the last change of a person’s day holds, and as planned takes it back', () => {
  const ill = change('hanh', { is: 'away' })
  const covered = change('hanh', { is: 'covered', with: 'bao' })
  const back = change('hanh', { is: 'as-planned' })
  expect(changesInForce([ill, covered]).get('hanh')?.is).toBe('covered')
  expect(changesInForce([ill, covered, back]).size).toBe(0)
  expect(lines(question({ changes: [ill, back] }))).toEqual(lines(question()))
})

test('on a day of a long holiday only those on duty work, and are given calls for their hours', () => {
  const holiday = {
    name: { vi: 'Tết', en: 'Tet' },
    from: '2027-02-03',
    to: '2027-02-12',
    lastPromiseOn: '2027-02-02',
    duty: [{ date: '2027-02-08', people: ['bao'], hours: [{ from: '09:00', to: '11:00' }] }],
  }
  const plan = planWith([{ address: 'bao', leave: [{ from: '2027-02-01', to: '2027-02-14' }] }], { longHolidays: [holiday] })
  expect(lines(question({ plan, date: '2027-02-08', people: [HANH, BAO] }))).toEqual(['hanh:  off 0', 'bao: 09:00-11:00 duty 8'])
})

test('who is away all day covers nobody, and hours are never in pieces that overlap', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          who: fc.constantFrom('hanh', 'bao', 'vy'),
          what: fc.constantFrom('away', 'morning', 'cover', 'back'),
          other: fc.constantFrom('hanh', 'bao', 'vy'),
        }),
        { maxLength: 8 },
      ),
      fc.integer({ min: 0, max: 60 }),
      (made, days) => {
        const changes = made.map(({ who, what, other }) =>
          change(
            who,
            what === 'cover'
              ? { is: 'covered', with: other }
              : what === 'back'
                ? { is: 'as-planned' }
                : { is: 'away', ...(what === 'morning' && { from: '10:00' }) },
          ),
        )
        const duties = dutyOfDay(question({ changes, date: addDays(DATE, days) }))
        for (const { hours, change: own, calls } of duties) {
          expect(hours.every((part, at) => at === 0 || (hours[at - 1]?.to ?? '') < part.from)).toBe(true)
          expect(calls > 0).toBe(minutesOf(hours) > 0)
          expect(calls).toBeLessThanOrEqual(30)
          const until = own?.from ?? '00:00'
          if (own) expect(hours.every(({ to }) => to <= until)).toBe(true)
        }
      },
    ),
  )
})

const SHIFTS = planWith([
  { address: 'hanh', shifts: [{ weekdays: [3], hours: [MORNING] }] },
  { address: 'bao', shifts: [{ weekdays: [3], hours: [AFTERNOON] }] },
])
const duties = (over: Partial<DutyQuestion>) =>
  dutyOfDay(question({ plan: SHIFTS, ...over })).map(
    ({ address, hours, because, uncovered }) =>
      `${address}: ${[hours, uncovered].map((parts) => parts.map(({ from, to }) => `${from}-${to}`).join(' ') || '-').join(' | ')} ${because}`,
  )

test('a swap in the middle of a shift leaves the hours before it where they were worked', () => {
  const plan = planWith([{ address: 'bao', shifts: [{ weekdays: [1], hours: [MORNING] }] }])
  expect(duties({ plan, changes: [change('hanh', { is: 'covered', with: 'bao', from: '14:00' })] }).slice(0, 2)).toEqual([
    'hanh: 08:00-11:30 13:00-14:00 | - covered',
    'bao: 14:00-17:00 | - cover',
  ])
})

test.each<[string, Partial<DutyQuestion>, readonly string[]]>([
  [
    'who falls ill at ten',
    { changes: [change('hanh', { is: 'covered', with: 'bao' }), change('bao', { is: 'away', from: '10:00' })] },
    ['hanh: - | 10:00-11:30 covered', 'bao: 08:00-10:00 | - away'],
  ],
  [
    'who is away all day',
    { changes: [change('hanh', { is: 'covered', with: 'bao' }), change('bao', { is: 'away' })] },
    ['hanh: - | 08:00-11:30 covered', 'bao: - | - away'],
  ],
  [
    'who has left the team',
    { people: [HANH, VY], changes: [change('hanh', { is: 'covered', with: 'bao' })] },
    ['hanh: - | 08:00-11:30 covered'],
  ],
])('hours given to a colleague %s are told as covered by no one', (_what, over, expected) => {
  expect(duties(over).slice(0, expected.length)).toEqual(expected)
})

test('on call: a line with dates before one without, leave and illness left out, a swap followed', () => {
  const night = {
    people: ['hanh', 'bao'],
    hours: [
      { from: '00:00', to: '08:00' },
      { from: '17:00', to: '24:00' },
    ],
  }
  const tet = { people: ['vy'], from: '2027-02-03', to: '2027-02-12' }
  const plan = planWith([{ address: 'bao', leave: [{ from: '2027-03-09', to: '2027-03-09' }] }], { onCall: [night, tet] })
  const at = (date: string, time: string, changes: readonly DutyChange[] = []) => {
    const [team] = plan.teams
    if (!team) throw new Error('no team')
    return onCallAt({ plan, team, known: ['hanh', 'bao', 'vy'], changes }, { date, time })
  }
  expect(at(DATE, '22:00')).toEqual(['hanh', 'bao'])
  expect(at(DATE, '07:59')).toEqual(['hanh'])
  expect(at(DATE, '08:00')).toEqual([])
  expect(at('2027-03-09', '22:00')).toEqual(['hanh'])
  expect(at('2027-02-06', '12:00')).toEqual(['vy'])
  expect(at('2027-02-06', '22:00')).toEqual(['vy'])
  expect(at(DATE, '22:00', [change('hanh', { is: 'covered', with: 'vy' })])).toEqual(['vy', 'bao'])
  expect(at(DATE, '22:00', [change('hanh', { is: 'away' })])).toEqual(['bao'])
  expect(at(DATE, '22:00', [change('hanh', { is: 'away', from: '23:00' })])).toEqual(['hanh', 'bao'])
  const swapped = change('hanh', { is: 'covered', with: 'vy' })
  expect(at(DATE, '22:00', [swapped, change('vy', { is: 'away' })])).toEqual(['bao'])
  expect(at(DATE, '22:00', [change('hanh', { is: 'covered', with: 'gone' })])).toEqual(['bao'])
  expect(at(DATE, '22:00', [change('hanh', { is: 'covered', with: 'vy', from: '23:00' })])).toEqual(['hanh', 'bao'])
})

/** Hạnh is on call before Bảo, around the clock. `other`: the day before at 01:00, the day after at 22:00. */
const onCallInNight = (
  time: string,
  {
    today = [],
    other = [],
    leave = [],
  }: {
    today?: readonly DutyChange[]
    other?: readonly DutyChange[]
    leave?: readonly { readonly from: string; readonly to: string }[]
  },
) => {
  const plan = planWith([{ address: 'hanh', leave: [...leave] }], { onCall: [{ people: ['hanh', 'bao'] }] })
  const [team] = plan.teams
  if (!team) throw new Error('no team')
  const changes = changesInNight(time, { today, other })
  return onCallAt({ plan, team, known: ['hanh', 'bao', 'vy'], changes }, { date: DATE, time })
}
const [EVE, AFTER] = [addDays(DATE, -1), addDays(DATE, 1)]

test.each<[string, string, string, string, boolean]>([
  ['on leave until the day before: the night that began on it', EVE, EVE, '00:00', false],
  ['and to its end', EVE, EVE, '07:59', false],
  ['back in the morning', EVE, EVE, '08:00', true],
  ['on leave on that day: the night that ends on it', DATE, DATE, '01:00', false],
  ['the day itself', DATE, DATE, '12:00', false],
  ['the night that begins on it', DATE, DATE, '23:59', false],
  ['on leave from the next day on: the last afternoon', AFTER, AFTER, '17:59', true],
  ['the night before it, from the evening on', AFTER, AFTER, '18:00', false],
  ['and until midnight', AFTER, AFTER, '23:59', false],
  ['the night before that', AFTER, AFTER, '07:59', true],
  ['in the middle of a longer leave', EVE, AFTER, '01:00', false],
  ['on leave until two days before', addDays(DATE, -3), addDays(DATE, -2), '01:00', true],
  ['on leave from two days after', addDays(DATE, 2), addDays(DATE, 3), '22:00', true],
])(
  'a night is of the day on which it begins and of that on which it ends, for leave: %s',
  (_case, from, to, time, isToldFirst) => {
    expect(onCallInNight(time, { leave: [{ from, to }] })).toEqual(isToldFirst ? ['hanh', 'bao'] : ['bao'])
  },
)

test.each<[string, readonly DutyChange[], readonly DutyChange[], readonly string[]]>([
  ['as planned', [], [], ['hanh', 'bao']],
  ['on leave on all of the next day', [], [change('hanh', { is: 'away' })], ['bao']],
  ['away from a time of the next day on', [], [change('hanh', { is: 'away', from: '14:00' })], ['hanh', 'bao']],
  ['covered on the next day', [], [change('hanh', { is: 'covered', with: 'vy' })], ['hanh', 'bao']],
  ['away and covered tonight', [change('hanh', { is: 'covered', with: 'vy' })], [change('hanh', { is: 'away' })], ['vy', 'bao']],
  ['away, and as planned after all', [], [change('hanh', { is: 'away' }), change('hanh', { is: 'as-planned' })], ['hanh', 'bao']],
  ['as planned today, away tomorrow', [change('hanh', { is: 'as-planned' })], [change('hanh', { is: 'away' })], ['bao']],
])('in the evening who is away on all of the next day is not on call: %s', (_which, today, tomorrow, told) => {
  expect(onCallInNight('22:00', { today, other: tomorrow })).toEqual(told)
  expect(onCallInNight('17:00', { today, other: tomorrow })).toEqual(onCallInNight('17:00', { today }))
})

test.each<[string, readonly DutyChange[], readonly DutyChange[], readonly string[]]>([
  ['as planned', [], [], ['hanh', 'bao']],
  ['ill since the morning before', [change('hanh', { is: 'away', from: '10:00' })], [], ['bao']],
  ['covered since the evening before', [change('hanh', { is: 'covered', with: 'vy', from: '18:00' })], [], ['vy', 'bao']],
  ['ill, and back as planned', [change('hanh', { is: 'away' }), change('hanh', { is: 'as-planned' })], [], ['hanh', 'bao']],
  [
    'covered since, by a change of the new day',
    [change('hanh', { is: 'away' })],
    [change('hanh', { is: 'covered', with: 'vy' })],
    ['vy', 'bao'],
  ],
])('in the night a change of the evening before still holds: %s', (_which, evening, today, told) => {
  expect(onCallInNight('01:00', { today, other: evening })).toEqual(told)
  expect(onCallInNight('08:00', { today, other: evening })).toEqual(onCallInNight('08:00', { today }))
})
