import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OccasionRule, OccasionRuleSchema } from '#core/campaign/occasion-rule.ts'
import { actingDate, anchorsActingOn } from '#core/occasion/acting-date.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { type WorkingCalendar, workingCalendar } from '#core/time/working-days.ts'
import { vietnam } from '#test/core/time/vietnam.ts'

const official = workingCalendar({ country: vietnam, workingWeekdays: [1, 2, 3, 4, 5] })
/** A factory that closes for three weeks in summer and works one day a week around it. */
const oneDayAWeek = workingCalendar({
  country: vietnam,
  workingWeekdays: [3],
  overrides: {
    dayOff: [...datesFrom('2027-07-05', '2027-07-30')],
    workingDay: ['2027-02-07'],
    halfDay: [],
    dayOffOccasions: ['vn.culture-day'],
  },
})

type Timing = Pick<OccasionRule, 'offset' | 'roll'>
const timing = (roll: Timing['roll'], days?: number, unit: 'calendar' | 'working' = 'calendar'): Timing =>
  days === undefined ? { roll } : { roll, offset: { days, unit } }

describe('the date on which we act', () => {
  test.each<[string, LocalDate, Timing, LocalDate]>([
    ['8 March on a Sunday rolls back to Friday, which is worked', '2026-03-08', timing('backward'), '2026-03-06'],
    ['8 March on a Sunday rolls forward to Monday', '2026-03-08', timing('forward'), '2026-03-09'],
    ['nearest to a Sunday is Monday', '2026-03-08', timing('nearest'), '2026-03-09'],
    ['nearest to a Saturday is Friday', '2026-03-07', timing('nearest'), '2026-03-06'],
    ['without a roll the Sunday stands', '2026-03-08', timing('none'), '2026-03-08'],
    ['a worked day never moves', '2026-03-06', timing('forward'), '2026-03-06'],
    ['Tết 2027 rolls forward past its five days and two in compensation', '2027-02-06', timing('forward'), '2027-02-12'],
    ['Tết 2027 rolls backward to the last day before the break', '2027-02-06', timing('backward'), '2027-02-04'],
    ['the Saturday worked in a swap stands', '2026-08-22', timing('forward'), '2026-08-22'],
    ['the Monday off in the swap rolls past National Day', '2026-08-31', timing('forward'), '2026-09-03'],
    ['three days before, by the calendar', '2027-03-10', timing('none', -3), '2027-03-07'],
    ['the offset goes first, then the roll', '2027-03-10', timing('backward', -3), '2027-03-05'],
    ['two working days before Tết', '2027-02-06', timing('none', -2, 'working'), '2027-02-03'],
    ['one working day after a Friday is Monday', '2027-03-05', timing('none', 1, 'working'), '2027-03-08'],
    [
      'no working days after a Sunday is the Sunday, which then rolls',
      '2027-03-07',
      timing('forward', 0, 'working'),
      '2027-03-08',
    ],
  ])('%s', (_, anchor, when, expected) => {
    expect(actingDate({ anchor, timing: when, calendar: official })).toBe(expected)
  })
})

describe('the anchors of a date', () => {
  test('the first working day after Tết carries everything that fell into the break, earliest first', () => {
    expect(anchorsActingOn({ date: '2027-02-12', timing: timing('forward'), calendar: official })).toEqual([
      ...datesFrom('2027-02-05', '2027-02-12'),
    ])
  })

  test('a day off carries nothing that rolls', () => {
    expect(anchorsActingOn({ date: '2027-02-06', timing: timing('forward'), calendar: official })).toEqual([])
    expect(anchorsActingOn({ date: '2027-02-06', timing: timing('none', 3, 'working'), calendar: official })).toEqual([])
  })

  test('a break longer than any Tết loses nobody', () => {
    const anchors = anchorsActingOn({ date: '2027-08-04', timing: timing('forward'), calendar: oneDayAWeek })
    expect(anchors).toEqual([...datesFrom('2027-07-01', '2027-08-04')])
  })

  const units = fc.constantFrom<'calendar' | 'working'>('calendar', 'working')
  const offset = fc.option(fc.record({ days: fc.integer({ min: -40, max: 40 }), unit: units }), { nil: undefined })
  const timings: fc.Arbitrary<Timing> = fc
    .record({ offset, roll: fc.constantFrom<Timing['roll'][]>('none', 'forward', 'backward', 'nearest') })
    .map(({ offset, roll }) => (offset ? { offset, roll } : { roll }))
  const calendars = fc.constantFrom<WorkingCalendar[]>(official, oneDayAWeek)

  test('are exactly those that act on it, from 2025 to 2030, for any offset, roll and calendar', () => {
    fc.assert(
      fc.property(timings, calendars, fc.integer({ min: 0, max: 365 * 6 }), (when, calendar, start) => {
        const first = addDays('2025-01-01', start)
        const dates = [...datesFrom(first, addDays(first, 30))]
        // Forty working days of one a week, and the breaks between them.
        const wide = [...datesFrom(addDays(first, -420), addDays(first, 450))]
        const acting = new Map<LocalDate, LocalDate[]>()
        for (const anchor of wide) {
          const date = actingDate({ anchor, timing: when, calendar })
          acting.set(date, [...(acting.get(date) ?? []), anchor])
        }
        for (const date of dates) expect(anchorsActingOn({ date, timing: when, calendar })).toEqual(acting.get(date) ?? [])
      }),
      { numRuns: 60 },
    )
  })

  test('the widest offset that a campaign file may name is turned around as well', () => {
    for (const days of [-366, 366]) {
      for (const unit of ['calendar', 'working'] as const) {
        const { offset, roll } = OccasionRuleSchema.parse({ kind: 'birthday', offset: { days, unit }, roll: 'backward' })
        const when = offset ? { offset, roll } : { roll }
        const date = actingDate({ anchor: '2027-06-15', timing: when, calendar: official })
        expect(anchorsActingOn({ date, timing: when, calendar: official })).toContain('2027-06-15')
      }
    }
  })
})
