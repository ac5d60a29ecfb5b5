/** What a rehearsal expects to come back, by the company's own rates or by stated ones. */
import { expect, test } from 'vitest'
import { expectedWork, ratesOf } from '#app/rehearsal/expected-work.ts'
import type { RehearsedCampaign } from '#app/rehearsal/rehearsal-report.ts'
import { balanceOf } from '#core/planning/balance.ts'
import { aCompany } from '#test/support/builders.ts'

const rehearsed = (over: Partial<RehearsedCampaign> & { readonly sent: number }): RehearsedCampaign => ({
  campaign: 'one',
  days: [],
  desk: null,
  asks: null,
  skips: [],
  cost: { amount: 0, currency: 'VND' },
  total: { ...balanceOf([]), audience: over.sent, sent: over.sent },
  ...over,
})
const campaigns = [
  rehearsed({ sent: 1_200, asks: { survey: 'nps' } }),
  rehearsed({ sent: 1_100, asks: { remindsOf: 'one' } }),
  rehearsed({ sent: 700, desk: { handed: 400, writtenInstead: 300 } }),
  rehearsed({ sent: 2_000 }),
]

test('reminders ask nobody anew, and each figure is rounded once', () => {
  expect(expectedWork(campaigns, ratesOf(aCompany()))).toMatchObject({
    asked: 1_200,
    answers: 180,
    callsHanded: 400,
    callsAfterAnswers: 18,
    complaints: 5,
    rates: { answers: { value: 15, of: 100, from: 'assumed' } },
  })
})

test('the rates of company.json come first, each by itself, 0 included', () => {
  const rates = ratesOf(aCompany({ rates: { answers: 12.5, complaints: 0 } }))
  expect(rates).toEqual({
    answers: { value: 12.5, of: 100, from: 'company' },
    lowScores: { value: 10, of: 100, from: 'assumed' },
    complaints: { value: 0, of: 1000, from: 'company' },
  })
  expect(expectedWork(campaigns, rates)).toMatchObject({ answers: 150, callsAfterAnswers: 15, complaints: 0 })
})
