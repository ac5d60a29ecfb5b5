/** Rows of facts: a test names only what it is about. */
import { type Fact, type FactsOfDay, NO_FACTS } from '#core/facts/fact-tables.ts'

export const someFacts = (over: Partial<FactsOfDay>): FactsOfDay => ({ ...NO_FACTS, ...over })

export const aTouchFact = (over: Partial<Fact<'touches'>> = {}): Fact<'touches'> => ({
  person: 1n,
  tier: null,
  country: 'VN',
  campaign: 'tet',
  content_class: 'care',
  channel: 'email',
  team: null,
  outcome: 'sent',
  because: null,
  sent_at: '2027-02-06T02:00:00.000Z',
  delivery: null,
  survey_kind: null,
  closes_at: null,
  per_thousand: null,
  currency: null,
  drawn: null,
  draws_care: null,
  ...over,
})

export const anAnswerFact = (over: Partial<Fact<'answers'>> = {}): Fact<'answers'> => ({
  person: 1n,
  tier: null,
  country: 'VN',
  campaign: 'nps',
  invited_on: '2027-02-03',
  survey_kind: 'nps',
  answer_no: 0,
  happened_at: '2027-02-06T02:00:00.000Z',
  score: 9,
  suspect: false,
  commented: false,
  via: 'page',
  themes: null,
  ...over,
})

export const aPurchaseFact = (over: Partial<Fact<'purchases'>> = {}): Fact<'purchases'> => ({
  person: 1n,
  tier: null,
  country: 'VN',
  purchase: 11n,
  units: 1,
  amount: 90_000n,
  currency: 'VND',
  ...over,
})

export const aGiftFact = (over: Partial<Fact<'gifts'>> = {}): Fact<'gifts'> => ({
  person: 1n,
  tier: null,
  country: 'VN',
  campaign: 'birthday',
  gift: 21n,
  event: 'issued',
  amount: 100_000n,
  currency: 'VND',
  ...over,
})

export const aWorkFact = (over: Partial<Fact<'work'>> = {}): Fact<'work'> => ({
  person: 1n,
  tier: null,
  country: 'VN',
  item: 31n,
  event_no: 0,
  event: 'opened',
  happened_at: '2027-02-06T02:00:00.000Z',
  by_staff: false,
  kind: 'case',
  reason: 'complaint',
  campaign: null,
  team: null,
  score: null,
  way: null,
  disposition: null,
  call_back_at: null,
  seconds: null,
  ended_as: null,
  reached: null,
  not_needed: false,
  begin_by: null,
  severity: null,
  moved_to: null,
  category: null,
  amount: null,
  currency: null,
  themes: null,
  solved_at_first: null,
  ...over,
})
