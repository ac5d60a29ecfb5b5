import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, datesFrom } from '#core/time/local-date.ts'
import { addWorkingDays, CalendarOverridesSchema, rollToWorkingDay, workingCalendar } from '#core/time/working-days.ts'
import { vietnam } from '#test/core/time/vietnam.ts'

const publicSector = workingCalendar({ country: vietnam })
const anyDate = fc.integer({ min: 0, max: 365 * 10 }).map((days) => addDays('2024-01-01', days))

describe('a working day', () => {
  test.each([
    ['a plain Tuesday', '2026-03-03', true],
    ['a Saturday', '2026-03-07', false],
    ['a Sunday', '2026-03-08', false],
    ['Tết itself', '2026-02-17', false],
    ['the day before Tết', '2026-02-16', false],
    ['the last day off of Tết', '2026-02-20', false],
    ['the first Monday after Tết', '2026-02-23', true],
    ['a day off in compensation', '2026-04-27', false],
    ['the Saturday worked in exchange', '2026-08-22', true],
    ['the Monday off in exchange', '2026-08-31', false],
    ['an observance', '2026-10-20', true],
    ['Culture Day, as long as it is no law', '2026-11-24', true],
  ])('%s, %s: %s', (_, date, worked) => {
    expect(publicSector.isWorkingDay(date)).toBe(worked)
  })

  test.each([
    ['2024: the eve of the eve of Tết is given', '2024-02-08', false],
    ['2024: the second day in compensation is not', '2024-02-15', true],
    ['2024: 14 February still is', '2024-02-14', false],
    ['2024: the Monday before 30 April is given', '2024-04-29', false],
    ['2024: for the Saturday after', '2024-05-04', true],
    ['2025: Tết begins on the Monday', '2025-01-27', false],
    ['2025: and ends with the week', '2025-02-03', true],
    ['2025: the Friday after 1 May is given', '2025-05-02', false],
    ['2025: for the Saturday before', '2025-04-26', true],
    ['2026: the Friday after New Year is given', '2026-01-02', false],
    ['2026: for the Saturday of the week after', '2026-01-10', true],
  ])('as the Government decided for %s (%s, worked: %s)', (_, date, worked) => {
    expect(publicSector.isWorkingDay(date)).toBe(worked)
  })

  test('a day that a decision does not give follows the plain week of the company', () => {
    const tuesdayToSaturday = workingCalendar({ country: vietnam, workingWeekdays: [2, 3, 4, 5, 6] })
    expect(tuesdayToSaturday.isWorkingDay('2025-02-03')).toBe(false)
    expect(publicSector.isWorkingDay('2025-02-03')).toBe(true)
  })

  test("the company's word is stronger than its country's", () => {
    const overrides = {
      dayOff: ['2026-02-13', '2026-08-22'],
      workingDay: ['2026-08-31', '2026-09-02'],
      halfDay: ['2026-02-14'],
      dayOffOccasions: ['vn.culture-day'],
    }
    const company = workingCalendar({ country: vietnam, overrides })
    const days = ['2026-02-13', '2026-08-22', '2026-08-31', '2026-09-02', '2026-02-14', '2026-11-24', '2026-09-01']
    expect(days.map((date) => company.isWorkingDay(date))).toEqual([false, false, true, true, true, false, false])
    expect(days.filter((date) => company.isHalfDay(date))).toEqual(['2026-02-14'])
  })

  test('a company may work on Saturdays', () => {
    const company = workingCalendar({ country: vietnam, workingWeekdays: [1, 2, 3, 4, 5, 6] })
    expect(company.isWorkingDay('2026-03-07')).toBe(true)
    expect(company.isWorkingDay('2026-03-08')).toBe(false)
  })

  test('a week without working days and an occasion the country does not have are broken promises', () => {
    expect(() => workingCalendar({ country: vietnam, workingWeekdays: [] })).toThrow('a week needs at least one working day')
    const unknown = workingCalendar({ country: vietnam, overrides: { dayOffOccasions: ['vn.halloween'] } })
    expect(() => unknown.isWorkingDay('2026-01-05')).toThrow('the calendar of VN has no vn.halloween; it has vn.new-year')
  })

  test('a year outside the lunar table is refused clearly, and so is text that is no day', () => {
    expect(() => publicSector.isWorkingDay('2101-01-03')).toThrow('known for the years 1968 to 2100, not for 2101')
    expect(() => publicSector.isWorkingDay('1967-12-31')).toThrow(RangeError)
    expect(() => publicSector.isWorkingDay('2026-02-30')).toThrow('not a day: 2026-02-30')
    expect(publicSector.isWorkingDay('1968-01-02')).toBe(true)
    expect(publicSector.isWorkingDay('2100-12-31')).toBe(true)
  })

  test('a year has as many as its weekdays, less the holidays', () => {
    const worked = [...datesFrom('2026-01-01', '2026-12-31')].filter((date) => publicSector.isWorkingDay(date))
    // 261 weekdays - 1 Jan - 5 Tết - 27 Apr - 30 Apr - 1 May - 31 Aug - 1 Sep - 2 Sep + Saturday 22 Aug.
    expect(worked).toHaveLength(250)
  })

  test('many years of one calendar can be asked in any order', () => {
    const years = Array.from({ length: 133 }, (_, at) => 1968 + ((at * 50) % 133))
    expect(years.filter((year) => publicSector.isWorkingDay(`${year}-01-01`))).toEqual([])
  })
})

describe('rolling to a working day', () => {
  test.each([
    ['2026-03-08', 'none', '2026-03-08'],
    ['2026-03-08', 'forward', '2026-03-09'],
    ['2026-03-08', 'backward', '2026-03-06'],
    ['2026-03-08', 'nearest', '2026-03-09'],
    ['2026-03-07', 'nearest', '2026-03-06'],
    ['2026-02-17', 'forward', '2026-02-23'],
    ['2026-02-17', 'backward', '2026-02-13'],
    ['2026-02-18', 'nearest', '2026-02-13'],
    ['2026-04-26', 'forward', '2026-04-28'],
    ['2026-04-26', 'nearest', '2026-04-24'],
    ['2026-08-23', 'backward', '2026-08-22'],
    ['2026-03-03', 'forward', '2026-03-03'],
    ['2026-03-03', 'backward', '2026-03-03'],
  ] as const)('%s %s gives %s', (date, roll, expected) => {
    expect(rollToWorkingDay(publicSector, date, roll)).toBe(expected)
  })

  test('leads to a working day on the side asked for, with none between', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const forward = rollToWorkingDay(publicSector, date, 'forward')
        const backward = rollToWorkingDay(publicSector, date, 'backward')
        expect(publicSector.isWorkingDay(forward) && publicSector.isWorkingDay(backward)).toBe(true)
        expect(backward <= date && date <= forward).toBe(true)
        const between = [...datesFrom(addDays(backward, 1), addDays(forward, -1))]
        expect(between.filter((day) => publicSector.isWorkingDay(day))).toEqual([])
      }),
    )
  })

  test('a calendar without working days does not search for ever', () => {
    const never = {
      isWorkingDay: () => false,
      isHalfDay: () => false,
      isOfWeek: () => false,
      changeOn: () => undefined,
      dayOffName: () => undefined,
    }
    expect(() => rollToWorkingDay(never, '2026-01-01', 'forward')).toThrow('no working day within 400 days of 2026-01-01')
  })
})

describe('counting working days', () => {
  test.each([
    ['a withdrawal of consent on Thursday is answered in two', '2026-04-23', 2, '2026-04-28'],
    ['a complaint on Friday before National Day is negotiated in seven', '2026-08-28', 7, '2026-09-11'],
    ['one from Friday is Monday', '2026-03-06', 1, '2026-03-09'],
    ['one from Saturday is Monday too', '2026-03-07', 1, '2026-03-09'],
    ['one back from Monday is Friday', '2026-03-09', -1, '2026-03-06'],
    ['over Tết', '2026-02-13', 1, '2026-02-23'],
    ['back over Tết', '2026-02-23', -1, '2026-02-13'],
    ['the Saturday worked in exchange counts', '2026-08-21', 1, '2026-08-22'],
    ['none is the day itself, worked or not', '2026-03-08', 0, '2026-03-08'],
  ])('%s', (_, date, count, expected) => {
    expect(addWorkingDays(publicSector, date, count)).toBe(expected)
  })

  test('half a day cannot be counted', () => {
    expect(() => addWorkingDays(publicSector, '2026-03-06', 0.5)).toThrow(RangeError)
  })

  test('counting there and back returns to a working day, and the span holds as many as were counted', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), (anywhere, count) => {
        const date = rollToWorkingDay(publicSector, anywhere, 'forward')
        const due = addWorkingDays(publicSector, date, count)
        expect(addWorkingDays(publicSector, due, -count)).toBe(date)
        const counted = [...datesFrom(addDays(date, 1), due)].filter((day) => publicSector.isWorkingDay(day))
        expect(counted).toHaveLength(count)
      }),
    )
  })
})

describe("a company's own days", () => {
  test('may leave out every list', () => {
    expect(CalendarOverridesSchema.parse({})).toEqual({ dayOff: [], workingDay: [], halfDay: [], dayOffOccasions: [] })
  })

  test.each([
    ['a day that is off and worked', { dayOff: ['2026-02-13'], workingDay: ['2026-02-13'] }, '2026-02-13 is listed twice'],
    ['a day that does not exist', { dayOff: ['2026-02-30'] }, 'expected a day that exists'],
    ['an unknown list', { holidays: [] }, 'holidays'],
  ])('with %s are refused', (_, overrides, message) => {
    const { error } = CalendarOverridesSchema.safeParse(overrides)
    expect(error?.issues.map((issue) => issue.message).join()).toContain(message)
  })
})
