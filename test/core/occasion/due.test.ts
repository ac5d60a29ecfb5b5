import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OccasionRule, OccasionRuleSchema } from '#core/campaign/occasion-rule.ts'
import { isCalendarRule } from '#core/campaign/occasion-traits.ts'
import { birthdayKeyOf } from '#core/occasion/birthday-key.ts'
import { happensOn } from '#core/occasion/calendar-occasion.ts'
import { type Due, dueOn, memberOccasion, occasionStillDue } from '#core/occasion/due.ts'
import { purchaseOccasion } from '#core/occasion/recorded-occasion.ts'
import { isPersonal } from '#core/occasion/subject.ts'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { france } from '#test/core/time/france.ts'
import { malaysiaFile } from '#test/core/time/malaysia.ts'
import { vietnam } from '#test/core/time/vietnam.ts'
import { aCompany, aCustomer, lunar, solar, theCompanyRules } from '#test/support/builders.ts'

const { company, calendar } = theCompanyRules({
  calendars: [vietnam, france, CountryCalendarSchema.parse(malaysiaFile())],
})
const rule = (input: object): OccasionRule => OccasionRuleSchema.parse(input)

/** Every date of a stretch on which the rule's occasion falls for everybody. */
const datesOf = (occasion: OccasionRule, from: LocalDate, to: LocalDate, of = company) =>
  [...datesFrom(from, to)].filter((date) => isCalendarRule(occasion) && happensOn(occasion, date, { company: of, calendar }))

describe('an occasion for everybody', () => {
  test.each<[string, object, LocalDate, LocalDate, LocalDate[]]>([
    ['8 March', { kind: 'fixed', month: 3, day: 8 }, '2026-01-01', '2027-12-31', ['2026-03-08', '2027-03-08']],
    ['29 February', { kind: 'fixed', month: 2, day: 29 }, '2027-01-01', '2028-12-31', ['2027-02-28', '2028-02-29']],
    [
      'Tết',
      { kind: 'lunar', month: 1, day: 1 },
      '2026-01-01',
      '2030-12-31',
      ['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-02'],
    ],
    ['Mid-Autumn', { kind: 'lunar', month: 8, day: 15 }, '2026-01-01', '2027-12-31', ['2026-09-25', '2027-09-15']],
    ['day 30 of the last month', { kind: 'lunar', month: 12, day: 30 }, '2027-01-01', '2028-02-28', ['2027-02-05', '2028-01-25']],
    [
      'Tết as its country names it',
      { kind: 'calendar-day', day: 'vn.tet' },
      '2026-01-01',
      '2028-12-31',
      ['2026-02-17', '2027-02-06', '2028-01-26'],
    ],
    [
      'Easter Monday, of a country that is not the company’s',
      { kind: 'calendar-day', day: 'fr.easter-monday' },
      '2026-01-01',
      '2027-12-31',
      ['2026-04-06', '2027-03-29'],
    ],
    [
      'Hari Raya, in the years that are written down',
      { kind: 'calendar-day', day: 'my.hari-raya' },
      '2027-01-01',
      '2029-12-31',
      ['2027-03-10', '2028-02-27'],
    ],
    ['a day of which no calendar has heard', { kind: 'calendar-day', day: 'xx.none' }, '2026-01-01', '2027-12-31', []],
    ['giao thừa', { kind: 'lunar-month-end', month: 12 }, '2027-01-01', '2028-02-28', ['2027-02-05', '2028-01-25']],
    ['month 6 in a year with a leap month 6', { kind: 'lunar', month: 6, day: 1 }, '2036-01-01', '2036-12-31', ['2036-06-24']],
    ['its end, once', { kind: 'lunar-month-end', month: 6 }, '2036-01-01', '2036-12-31', ['2036-07-22']],
    [
      "the second Sunday of May, Mother's Day",
      { kind: 'nth-weekday', month: 5, weekday: 7, nth: 2 },
      '2026-01-01',
      '2027-12-31',
      ['2026-05-10', '2027-05-09'],
    ],
    [
      'the last Monday of May',
      { kind: 'nth-weekday', month: 5, weekday: 1, nth: -1 },
      '2026-01-01',
      '2027-12-31',
      ['2026-05-25', '2027-05-31'],
    ],
    [
      'a fifth Saturday only where there is one',
      { kind: 'nth-weekday', month: 2, weekday: 2, nth: 5 },
      '2026-01-01',
      '2028-12-31',
      ['2028-02-29'],
    ],
    [
      'the company day, never before or on the founding itself',
      { kind: 'company-day', day: 'founding' },
      '2008-01-01',
      '2011-12-31',
      ['2010-05-19', '2011-05-19'],
    ],
  ])('%s', (_, input, from, to, dates) => {
    expect(datesOf(rule(input), from, to)).toEqual(dates)
  })

  test('a company founded on 29 February keeps its day by its own rule', () => {
    const founded = (feb29: 'feb-28' | 'mar-1') =>
      aCompany({ days: { founding: '2008-02-29' }, customerDates: { feb29, leapMonth: 'ordinary' } })
    const day = rule({ kind: 'company-day', day: 'founding' })
    expect(datesOf(day, '2009-01-01', '2012-12-31', founded('feb-28'))).toEqual([
      '2009-02-28',
      '2010-02-28',
      '2011-02-28',
      '2012-02-29',
    ])
    expect(datesOf(day, '2009-01-01', '2012-12-31', founded('mar-1'))).toEqual([
      '2009-03-01',
      '2010-03-01',
      '2011-03-01',
      '2012-02-29',
    ])
  })

  test('a company day that company.json does not have never comes', () => {
    expect(datesOf(rule({ kind: 'company-day', day: 'unheard-of' }), '2027-01-01', '2027-12-31')).toEqual([])
  })

  test('is looked for only on the dates it acts on', () => {
    const occasion = rule({ kind: 'fixed', month: 3, day: 8, roll: 'backward' })
    expect(dueOn({ campaign: { id: 'c', contentClass: 'care', occasion }, date: '2026-03-06', company, calendar })).toEqual({
      who: 'everybody',
      anchor: '2026-03-08',
    })
    expect(
      dueOn({ campaign: { id: 'c', contentClass: 'care', occasion }, date: '2026-03-08', company, calendar }),
    ).toBeUndefined()
  })
})

describe('what is due comes once and is never lost, whatever the offset and the roll', () => {
  const timing = fc.record({
    offset: fc.option(fc.record({ days: fc.integer({ min: -20, max: 20 }), unit: fc.constantFrom('calendar', 'working') }), {
      nil: undefined,
    }),
    roll: fc.constantFrom('none', 'forward', 'backward', 'nearest'),
  })
  const stretch = (from: LocalDate, to: LocalDate, occasion: OccasionRule) =>
    [...datesFrom(from, to)]
      .map((date) => dueOn({ campaign: { id: 'c', contentClass: 'care', occasion }, date, company, calendar }))
      .filter((due) => due !== undefined)

  test.each<[string, object, number]>([
    ['8 March', { kind: 'fixed', month: 3, day: 8 }, 5],
    ['Tết', { kind: 'lunar', month: 1, day: 1 }, 5],
    ['giao thừa', { kind: 'lunar-month-end', month: 12 }, 5],
    ['the founding day', { kind: 'company-day', day: 'founding' }, 5],
  ])('%s in five years', (_, input, times) => {
    fc.assert(
      fc.property(timing, ({ offset, roll }) => {
        const occasion = rule({ ...input, roll, ...(offset ? { offset } : {}) })
        const dues = stretch('2025-12-01', '2030-12-01', occasion)
        const anchors = dues.map((due) => (due.who === 'everybody' ? due.anchor : ''))
        // The stretch begins and ends in a month where none of them falls, offset or not.
        expect(new Set(anchors).size).toBe(anchors.length)
        expect(anchors.length).toBe(times)
      }),
      { numRuns: 25 },
    )
  })

  test("a customer's birthday, solar or lunar", () => {
    const people = [solar('02-29'), solar('01-01'), solar('09-02'), lunar('12-30'), lunar('01-01'), lunar('06-15', 'leap')]
    fc.assert(
      fc.property(timing, fc.constantFrom(...people), ({ offset, roll }, birthday) => {
        const occasion = rule({ kind: 'birthday', roll, ...(offset ? { offset } : {}) })
        const customer = aCustomer({ birthday })
        const keys: string[] = []
        for (const due of stretch('2025-01-01', '2029-12-31', occasion)) {
          const kept = memberOccasion(due, customer, company)
          if (kept) keys.push(kept.key)
        }
        expect(new Set(keys).size).toBe(keys.length)
        // Four whole years lie inside whatever the offset.
        expect(keys).toEqual(
          expect.arrayContaining(birthday.kind === 'solar' ? ['2026', '2027', '2028'] : ['L2026', 'L2027', 'L2028']),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('an anniversary of the first purchase', () => {
    fc.assert(
      fc.property(
        timing,
        fc.constantFrom('2024-02-29', '2023-03-31', '2020-12-31', '2021-02-10'),
        ({ offset, roll }, firstPurchaseOn) => {
          const occasion = rule({ kind: 'purchase-anniversary', roll, ...(offset ? { offset } : {}) })
          const customer = aCustomer({ firstPurchaseOn })
          const found: Record<string, number> = {}
          for (const due of stretch('2026-01-01', '2029-12-31', occasion)) {
            const kept = memberOccasion(due, customer, company)
            if (kept) found[kept.key] = (found[kept.key] ?? 0) + 1
            if (kept && due.who === 'firstBoughtOn') expect(due.monthDays).toContain(firstPurchaseOn.slice(5))
          }
          expect(Object.values(found).every((times) => times === 1)).toBe(true)
          expect(Object.keys(found).length).toBeGreaterThanOrEqual(3)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('one customer', () => {
  const dueFor = (input: object, date: LocalDate): Due | undefined =>
    dueOn({ campaign: { id: 'c', contentClass: 'care', occasion: rule(input) }, date, company, calendar })

  test('has a birthday with the key of its year, not of the day it is acted on', () => {
    const due = dueFor({ kind: 'birthday', offset: { days: -3 }, roll: 'backward' }, '2027-03-05')
    const customer = aCustomer({ birthday: solar('03-10') })
    expect(due && memberOccasion(due, customer, company)).toEqual({ key: '2027', anchor: '2027-03-10', years: null })
  })

  test('born on 31 December and greeted on 1 January has the key of the year of the birthday', () => {
    const due = dueFor({ kind: 'birthday', offset: { days: 1 } }, '2027-01-01')
    expect(due && memberOccasion(due, aCustomer({ birthday: solar('12-31') }), company)?.key).toBe('2026')
  })

  test('without a birthday, or born on another day, is not due', () => {
    const due = dueFor({ kind: 'birthday' }, '2027-03-10')
    expect(due && memberOccasion(due, aCustomer(), company)).toBeUndefined()
    expect(due && memberOccasion(due, aCustomer({ birthday: solar('03-11') }), company)).toBeUndefined()
  })

  test('hears how many full years it has been, and nothing between the years', () => {
    const yearly = dueFor({ kind: 'purchase-anniversary' }, '2027-03-10')
    const halfYearly = dueFor({ kind: 'every-n-months', months: 6 }, '2027-03-10')
    const customer = aCustomer({ firstPurchaseOn: '2024-03-10' })
    const between = aCustomer({ firstPurchaseOn: '2024-09-10' })
    expect(yearly && memberOccasion(yearly, customer, company)).toEqual({ key: 'm36', anchor: '2027-03-10', years: 3 })
    expect(halfYearly && memberOccasion(halfYearly, between, company)).toEqual({ key: 'm30', anchor: '2027-03-10', years: null })
    expect(yearly && memberOccasion(yearly, between, company)).toBeUndefined()
  })

  test('has no anniversary on the day of the first purchase itself', () => {
    const due = dueFor({ kind: 'purchase-anniversary' }, '2027-03-10')
    expect(due && memberOccasion(due, aCustomer({ firstPurchaseOn: '2027-03-10' }), company)).toBeUndefined()
    expect(due && memberOccasion(due, aCustomer({ firstPurchaseOn: '2028-03-10' }), company)).toBeUndefined()
  })

  test('after a purchase: the days to look for are those so many days ago', () => {
    expect(dueFor({ kind: 'after-purchase', offset: { days: 7 } }, '2027-03-10')).toEqual({
      who: 'boughtOn',
      by: 'purchase',
      days: ['2027-03-03'],
    })
    // Deliveries of Friday to Sunday are followed up three working days later, on Wednesday; Monday's too late by one.
    expect(dueFor({ kind: 'after-delivery', offset: { days: 3, unit: 'working' } }, '2027-03-10')).toEqual({
      who: 'boughtOn',
      by: 'delivery',
      days: ['2027-03-05', '2027-03-06', '2027-03-07'],
    })
  })

  test('whose dates changed after planning is no longer due; whose did not still is, with the same key', () => {
    const due = dueFor({ kind: 'birthday' }, '2027-03-10')!
    const still = (birthday: ReturnType<typeof solar> | null) =>
      occasionStillDue({ due, key: '2027', customer: aCustomer({ birthday }), company })
    expect(still(solar('03-10'))).toEqual({ key: '2027', anchor: '2027-03-10', years: null })
    expect(still(solar('03-11'))).toBeUndefined()
    expect(still(null)).toBeUndefined()
  })

  test('keeps the occasion of a purchase, which stays made', () => {
    const due = dueFor({ kind: 'after-purchase', offset: { days: 3 } }, '2027-03-10')!
    const occasion = purchaseOccasion({ day: '2027-03-07', id: 'HĐ:2027 #1' })
    expect(occasion).toEqual({ key: 'p2027-03-07#HĐ:2027 #1', anchor: '2027-03-07', years: null })
    expect(occasionStillDue({ due, key: occasion.key, customer: aCustomer(), company })).toEqual(occasion)
  })

  test('planning by the index and asking one customer agree on every day', () => {
    const people = [solar('02-29'), solar('03-10'), lunar('01-30'), lunar('06-01', 'leap'), lunar('06-01')].map((birthday) =>
      aCustomer({ birthday }),
    )
    for (const date of datesFrom('2025-01-01', addDays('2025-01-01', 800))) {
      const due = dueFor({ kind: 'birthday' }, date)
      if (due?.who !== 'bornOn') throw new Error('a birthday is due every day')
      for (const customer of people) {
        const indexed = due.birthdays.has(birthdayKeyOf(customer.birthday!))
        expect(memberOccasion(due, customer, company) !== undefined).toBe(indexed)
      }
    }
  })
})

describe('whether a key is of a date of the customer’s own', () => {
  test.each([
    ['birthday:2027', true],
    ['birthday:L2026', true],
    ['anniversary:m12', true],
    ['every-month:m1', true],
    ['tet:2027-02-06', false],
    ['survey:p2027-02-06', false],
    ['year-2027:2027-02-06', false],
    ['m12:p2027-02-06', false],
    ['survey:p2027-02-06#HĐ:2027', false],
    ['survey:w2027-02-06#x:m12', false],
    ['nps:n12', false],
    ['', false],
    ['2027', false],
  ])('%s: %s', (key, personal) => {
    expect(isPersonal(key)).toBe(personal)
  })

  test('holds for what occasions truly give, and for no others', () => {
    const customer = aCustomer({ birthday: solar('03-10'), firstPurchaseOn: '2025-03-10' })
    const keyOn = (input: object) => {
      const due = dueOn({
        campaign: { id: 'c', contentClass: 'care', occasion: rule(input) },
        date: '2027-03-10',
        company,
        calendar,
      })
      return `c:${due && memberOccasion(due, customer, company)?.key}`
    }
    expect(isPersonal(keyOn({ kind: 'birthday' }))).toBe(true)
    expect(isPersonal(keyOn({ kind: 'purchase-anniversary' }))).toBe(true)
    expect(isPersonal(keyOn({ kind: 'every-n-months', months: 6 }))).toBe(true)
    expect(isPersonal(keyOn({ kind: 'fixed', month: 3, day: 10 }))).toBe(false)
    expect(isPersonal(`c:${purchaseOccasion({ day: '2027-03-10', id: 'order:2027' }).key}`)).toBe(false)
    const lunarDue = dueOn({
      campaign: { id: 'c', contentClass: 'care', occasion: rule({ kind: 'birthday' }) },
      date: '2027-02-06',
      company,
      calendar,
    })
    const lunarKey = lunarDue && memberOccasion(lunarDue, aCustomer({ birthday: lunar('01-01') }), company)?.key
    expect(isPersonal(`c:${lunarKey}`)).toBe(true)
  })
})
