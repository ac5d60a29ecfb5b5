import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CompanySchema } from '#core/campaign/company.ts'
import { publicHolidaysFor, touchRules } from '#core/campaign/company-rules.ts'
import { policyPackSchema } from '#core/campaign/policy-pack.ts'
import { priceListSchema, priceOn } from '#core/campaign/price-list.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { france, frenchPolicy } from '#test/core/time/france.ts'
import { vietnam } from '#test/core/time/vietnam.ts'
import { aPolicy, someRules, theCompanyRules } from '#test/support/builders.ts'

const file = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../campaigns/${name}`, import.meta.url), 'utf8'))

describe('the law for a class of content', () => {
  const [period] = aPolicy().periods
  const dated = (validFrom: string, validTo: string | null, label: string) => ({
    ...period!,
    validFrom,
    validTo,
    classes: { ...period!.classes, advertising: { email: someRules({ label }) } },
  })
  const vietnam = aPolicy({ periods: [dated('2020-10-01', '2026-12-31', '[QC]'), dated('2027-01-01', null, '[AD]')] })
  const france = aPolicy({ country: 'FR', periods: [dated('2027-01-01', '2027-12-31', 'Publicité')] })
  const companyRules = theCompanyRules({ policies: [vietnam, france] })
  const label = (country: string, date: string) =>
    touchRules(companyRules, { country, contentClass: 'advertising', channel: 'email', date })?.label

  test.each([
    ['VN', '2020-09-30', undefined],
    ['VN', '2020-10-01', '[QC]'],
    ['VN', '2026-12-31', '[QC]'],
    ['VN', '2027-01-01', '[AD]'],
    ['FR', '2027-06-01', 'Publicité'],
    ['US', '2027-06-01', '[AD]'],
    ['FR', '2028-01-01', undefined],
  ])('in %s on %s has the label %s', (country, date, expected) => {
    expect(label(country, date)).toBe(expected)
  })
})

test('the holidays are those of the country whose law it is: a customer of a country without a pack keeps the company’s', () => {
  const two = theCompanyRules({ calendars: [vietnam, france], policies: [aPolicy(), frenchPolicy] })
  const off = (country: string, rules = two) =>
    ['2027-04-30', '2027-07-14'].map((date) => publicHolidaysFor(rules, country)?.(date))
  expect(off('VN')).toEqual([true, false])
  expect(off('FR')).toEqual([false, true])
  expect(off('US')).toEqual([true, false])
  expect(off('FR', theCompanyRules({ calendars: [vietnam, france] }))).toEqual([true, false])
})

test('a channel without rules in the pack is not used for the class', () => {
  const asked = { country: 'VN', contentClass: 'care', date: '2027-06-01' } as const
  expect(touchRules(theCompanyRules(), { ...asked, channel: 'fax' })).toBeUndefined()
})

test('the price in force is the latest that has begun, whatever the order of the list', () => {
  const price = (validFrom: string, amount: number) => ({
    item: 'email' as const,
    validFrom,
    perThousand: { amount, currency: 'VND' },
    source: 'price list',
  })
  const list = { prices: [price('2027-01-01', 2), price('2026-01-01', 1), price('2028-01-01', 3)] }
  const on = (date: string) => priceOn(list, { item: 'email', date })?.perThousand.amount
  expect(['2025-12-31', '2026-01-01', '2027-06-01', '2030-01-01'].map(on)).toEqual([1, 1, 2, 3])
})

test('company, prices and policy as committed are right, and the law of Vietnam holds three mails in 24 hours', () => {
  expect(CompanySchema.safeParse(file('company.json')).error).toBeUndefined()
  expect(priceListSchema(OUR_CHANNELS).safeParse(file('prices.json')).error).toBeUndefined()
  const vietnam = policyPackSchema(OUR_CHANNELS).parse(file('policy/vn.json'))
  for (const { classes } of vietnam.periods) {
    expect(classes.advertising).toMatchObject({
      email: { consent: 'opt-in', label: '[QC]', caps: [{ max: 3, hours: 24 }] },
    })
  }
})
