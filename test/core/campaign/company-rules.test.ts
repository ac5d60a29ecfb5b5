import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CompanySchema } from '#core/campaign/company.ts'
import { classRules } from '#core/campaign/company-rules.ts'
import { PolicyPackSchema } from '#core/campaign/policy-pack.ts'
import { PriceListSchema, priceOn } from '#core/campaign/price-list.ts'
import { aPolicy, someRules, theCompanyRules } from '#test/support/builders.ts'

const file = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../campaigns/${name}`, import.meta.url), 'utf8'))

describe('the law for a class of content', () => {
  const [period] = aPolicy().periods
  const dated = (validFrom: string, validTo: string | null, label: string) => ({
    ...period!,
    validFrom,
    validTo,
    classes: { ...period!.classes, advertising: someRules({ label }) },
  })
  const vietnam = aPolicy({ periods: [dated('2020-10-01', '2026-12-31', '[QC]'), dated('2027-01-01', null, '[AD]')] })
  const france = aPolicy({ country: 'FR', periods: [dated('2027-01-01', '2027-12-31', 'Publicité')] })
  const companyRules = theCompanyRules({ policies: [vietnam, france] })
  const label = (country: string, date: string) => classRules(companyRules, { country, contentClass: 'advertising', date })?.label

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

test('the price in force is the latest that has begun, whatever the order of the list', () => {
  const price = (validFrom: string, amount: number) => ({
    item: 'email' as const,
    validFrom,
    perThousand: { amount, currency: 'VND' },
    source: 'price list',
  })
  const list = { prices: [price('2027-01-01', 2), price('2026-01-01', 1), price('2028-01-01', 3)] }
  const on = (date: string) => priceOn(list, { item: 'email', date })?.perThousand.amount
  expect(['2025-12-31', '2026-01-01', '2027-06-01', '2030-01-01'].map(on)).toEqual([undefined, 1, 2, 3])
})

test('company, prices and policy as committed are right, and the law of Vietnam holds three mails in 24 hours', () => {
  expect(CompanySchema.safeParse(file('company.json')).error).toBeUndefined()
  expect(PriceListSchema.safeParse(file('prices.json')).error).toBeUndefined()
  const vietnam = PolicyPackSchema.parse(file('policy/vn.json'))
  for (const { classes } of vietnam.periods) {
    expect(classes.advertising).toMatchObject({ consent: 'opt-in', label: '[QC]', email: { caps: [{ max: 3, hours: 24 }] } })
  }
})
