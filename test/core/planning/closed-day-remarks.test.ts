import { describe, expect, test } from 'vitest'
import { closedDayRemarks } from '#core/planning/closed-day-remarks.ts'
import { france, frenchPolicy } from '#test/core/time/france.ts'
import { vietnam } from '#test/core/time/vietnam.ts'
import { aCampaign, aPolicy, theCompanyRules } from '#test/support/builders.ts'

const company = { hours: { from: '00:00', to: '24:00' } } as const
const abroad = (over: Parameters<typeof theCompanyRules>[0] = {}) =>
  theCompanyRules({ calendars: [vietnam, france], policies: [aPolicy(), frenchPolicy], company, ...over })
const remarks = (over: Parameters<typeof aCampaign>[0], { today = '2027-01-01', companyRules = abroad() } = {}) =>
  closedDayRemarks({ file: 'a.json', campaign: aCampaign(over), companyRules, today })
const said = (...given: Parameters<typeof remarks>) => remarks(...given).map(({ note }) => note.en)

const NATIONAL = { kind: 'fixed', month: 7, day: 14 } as const
const nothing = (days: string, right: string) =>
  `the law of FR allows no contact on ${days}: customers there would get nothing; ${right}`

describe('a campaign on a day that the law of a country closes', () => {
  test('is remarked on with the country, the date, and the grace that reaches an open day', () => {
    expect(remarks({ occasion: NATIONAL })).toEqual([
      {
        file: 'a.json',
        path: 'graceDays',
        value: '0',
        note: {
          vi: 'pháp luật của FR không cho liên hệ vào 2027-07-14: khách ở đó sẽ không nhận được gì; cần graceDays 1 để tới ngày cho phép',
          en: nothing('2027-07-14', 'graceDays 1 would reach an open day'),
        },
      },
    ])
  })

  // 2027: Sunday 7 March; Easter Monday on 29 March; Sunday 16 May before Whit Monday.
  test.each<[string, Parameters<typeof aCampaign>[0], string[]]>([
    [
      'a Sunday',
      { occasion: { kind: 'fixed', month: 3, day: 7 } },
      [nothing('2027-03-07', 'graceDays 1 would reach an open day')],
    ],
    [
      'a Sunday before a holiday, with one day of grace',
      { occasion: { kind: 'nth-weekday', month: 5, weekday: 7, nth: 3 }, graceDays: 1 },
      [nothing('2027-05-16 and the day after it', 'graceDays 2 would reach an open day')],
    ],
    [
      'a day that the calendar names',
      { occasion: { kind: 'calendar-day', day: 'fr.easter-monday', offset: { days: -2 } }, graceDays: 2 },
      [nothing('2027-03-27 and the 2 days after it', 'graceDays 3 would reach an open day')],
    ],
    ['a day that its grace leaves', { occasion: NATIONAL, graceDays: 1 }, []],
    ['an open day', { occasion: { kind: 'fixed', month: 7, day: 15 } }, []],
    ['a class whose law closes no day', { occasion: NATIONAL, contentClass: 'transactional' }, []],
    ['an audience in another country', { occasion: NATIONAL, audience: { countries: ['VN'] } }, []],
    ['an audience there', { occasion: NATIONAL, audience: { countries: ['FR'] } }, [expect.stringContaining('2027-07-14')]],
    ['a life that is over by then', { occasion: NATIONAL, lives: { to: '2027-07-13' } }, []],
    ['days of each customer’s own', { occasion: { kind: 'birthday' } }, []],
  ])('%s', (_, over, expected) => {
    expect(said(over)).toEqual(expected)
  })

  test('in the coming year and no further', () => {
    expect(said({ occasion: NATIONAL }, { today: '2027-07-14' })).toHaveLength(1)
    // 14 July 2028 is in the coming year by then.
    expect(said({ occasion: NATIONAL }, { today: '2027-07-15' })).toEqual([expect.stringContaining('2028-07-14')])
    expect(said({ occasion: { kind: 'fixed', month: 7, day: 13 } }, { today: '2027-07-12' })).toEqual([])
  })

  test('days on which the company contacts nobody are not counted as open, and say so themselves', () => {
    const blackouts = (from: string, to: string) =>
      abroad({ company: { ...company, blackouts: [{ from, to, because: 'rest' }] } })
    expect(said({ occasion: NATIONAL }, { companyRules: blackouts('2027-07-15', '2027-07-15') })).toEqual([
      nothing('2027-07-14', 'graceDays 2 would reach an open day'),
    ])
    expect(said({ occasion: NATIONAL }, { companyRules: blackouts('2027-07-15', '2027-09-15') })).toEqual([
      nothing('2027-07-14', 'no graceDays reach an open day'),
    ])
    expect(said({ occasion: NATIONAL }, { companyRules: blackouts('2027-07-14', '2027-07-14') })).toEqual([])
  })

  test('packs that close no day are not remarked on', () => {
    expect(said({ occasion: NATIONAL }, { companyRules: theCompanyRules() })).toEqual([])
  })
})
