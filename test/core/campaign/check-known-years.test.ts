import { describe, expect, test } from 'vitest'
import { checkDayKnown, checkKnownYears } from '#core/campaign/check-known-years.ts'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'
import { malaysiaFile } from '#test/core/time/malaysia.ts'
import { vietnam } from '#test/core/time/vietnam.ts'
import { aCampaign } from '#test/support/builders.ts'
import { inEnglish } from '#test/support/in-english.ts'

const calendar = CountryCalendarSchema.parse(malaysiaFile())
const inFile = (today: string, of = calendar) => inEnglish(checkKnownYears({ file: 'calendar/my.json', calendar: of, today }))
const inCampaign = (today: string, over: Parameters<typeof aCampaign>[0] = {}) =>
  inEnglish(
    checkDayKnown({
      file: 'raya.json',
      campaign: aCampaign({ occasion: { kind: 'calendar-day', day: 'my.hari-raya' }, ...over }),
      calendars: [vietnam, calendar],
      today,
    }),
  )

describe('a table of dates that ends', () => {
  test('is right until the next year is a quarter away, and is then asked for that year', () => {
    expect(inFile('2028-10-02')).toEqual([])
    expect(inFile('2028-10-03')).toEqual([
      {
        file: 'calendar/my.json',
        path: 'occasions[0].rule.years',
        value: '2026-2028',
        expected: 'the dates of 2029 too; or "validTo": 2028 where the occasion is no longer kept',
      },
      expect.objectContaining({ path: 'occasions[1].rule.years' }),
    ])
    expect(inFile('2029-12-31').map(({ expected }) => expected.slice(0, 22))).toEqual([
      'the dates of 2029 too;',
      'the dates of 2030 too;',
      'the dates of 2029 too;',
      'the dates of 2030 too;',
    ])
  })

  test('is right for good when the occasion is not kept after it; and rules need no table', () => {
    expect(inFile('2031-01-01', CountryCalendarSchema.parse(malaysiaFile({ validFrom: 2026, validTo: 2028 })))).toEqual([])
    expect(inFile('2031-01-01', vietnam)).toEqual([])
  })
})

describe('a campaign about such a day', () => {
  test('is refused with its place when it may act in a year of which the day is not known', () => {
    expect(inCampaign('2028-09-01')).toEqual([])
    expect(inCampaign('2028-12-01')).toEqual([
      {
        file: 'raya.json',
        path: 'occasion.day',
        value: 'my.hari-raya',
        expected: 'an occasion whose dates of 2029 are known: add them in calendar/',
      },
    ])
  })

  test('is right when it does not live in that year, and when it is about another day', () => {
    expect(inCampaign('2028-12-01', { lives: { to: '2028-12-31' } })).toEqual([])
    expect(inCampaign('2028-12-01', { lives: { from: '2029-06-01' } })).toEqual([])
    expect(inCampaign('2028-12-01', { occasion: { kind: 'calendar-day', day: 'vn.tet' } })).toEqual([])
    expect(inCampaign('2028-12-01', { occasion: { kind: 'fixed', month: 1, day: 1 } })).toEqual([])
  })
})
