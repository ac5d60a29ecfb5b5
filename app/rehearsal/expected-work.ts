/** What the mails and calls of a rehearsal are expected to bring back: answers, calls after low scores, and complaints. Plain multiplication by stated rates. */
import type { RehearsedCampaign } from '#app/rehearsal/rehearsal-report.ts'
import type { Company } from '#core/campaign/company.ts'

interface Rate {
  readonly of: 100 | 1000
  readonly value: number
  /** `company`: as `rates` in company.json says. */
  readonly from: 'company' | 'assumed'
}
export type Rates = Readonly<Record<'answers' | 'lowScores' | 'complaints', Rate>>

export interface ExpectedWork {
  /** Customers who are asked, reminders apart. */
  readonly asked: number
  readonly answers: number
  readonly callsHanded: number
  /** Every low score opens a call. */
  readonly callsAfterAnswers: number
  readonly complaints: number
  readonly rates: Rates
}

/**
 * Before a company has rates of its own. Answers: published rates of surveys by mail are 13 to 30 %, and 15 % is planned with. The others are plain
 * assumptions, to replace by the company's own figures from the report.
 */
const ASSUMED = { answers: 15, lowScores: 10, complaints: 1 } as const

export function ratesOf({ rates }: Pick<Company, 'rates'>): Rates {
  const rate = (name: keyof Rates, of: 100 | 1000): Rate => {
    const own = rates[name]
    return own === undefined ? { of, value: ASSUMED[name], from: 'assumed' } : { of, value: own, from: 'company' }
  }
  return { answers: rate('answers', 100), lowScores: rate('lowScores', 100), complaints: rate('complaints', 1000) }
}

/** Each figure is rounded once. In 1,200 customers asked, 15 of a hundred answer: 180; 10 of a hundred of these are low: 18 calls. */
export function expectedWork(campaigns: readonly RehearsedCampaign[], rates: Rates): ExpectedWork {
  const asked = sumOf(campaigns.map(({ asks, total }) => (asks !== null && 'survey' in asks ? total.sent : 0)))
  const touched = sumOf(campaigns.map(({ total }) => total.sent))
  const answers = (asked * rates.answers.value) / rates.answers.of
  return {
    asked,
    answers: Math.round(answers),
    callsHanded: sumOf(campaigns.map(({ desk }) => desk?.handed ?? 0)),
    callsAfterAnswers: Math.round((answers * rates.lowScores.value) / rates.lowScores.of),
    complaints: Math.round((touched * rates.complaints.value) / rates.complaints.of),
    rates,
  }
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
