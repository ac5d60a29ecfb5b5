/** The smallest right values about surveys, with fixed ids and instants. */
import type { z } from 'zod'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { SurveyDefinitionSchema } from '#core/campaign/survey-definition.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { Answer, SurveyResponse } from '#core/survey/response.ts'
import type { Rating } from '#core/survey/satisfaction-index.ts'
import type { Instant } from '#core/time/instant.ts'
import { aCampaign } from '#test/support/builders.ts'

type SurveyInput = z.input<typeof SurveyDefinitionSchema>

/** Asks everybody on a day how satisfied they are. */
export const aSurvey = (survey: Partial<SurveyInput> = {}, campaign: Partial<CampaignDefinition> = {}): CampaignDefinition => ({
  ...aCampaign({ id: 'how-was-it', contentClass: 'survey', survey: { kind: 'csat', ...survey } }),
  ...campaign,
})

export const anOccurrence = (overrides: Partial<Occurrence> & Pick<Occurrence, 'campaignId' | 'date'>): Occurrence => ({
  occurrenceId: occurrenceIdOf(overrides),
  campaignVersion: 1,
  slices: 1,
  state: 'open',
  openedAt: `${overrides.date}T00:00:00.000Z`,
  refreshAt: `${overrides.date}T01:00:00.000Z`,
  closesAt: `${overrides.date}T23:00:00.000Z`,
  pass: 'open',
  passAt: `${overrides.date}T00:00:00.000Z`,
  balance: null,
  mismatch: false,
  version: 0,
  ...overrides,
})

export const BY_PAGE: Answer['origin'] = { via: 'page', by: null, network: 'f00d', fromCompany: false }
export const byReply = (replyId: string): Answer['origin'] => ({ via: 'reply', by: replyId, network: null, fromCompany: false })

export const anAnswer = (overrides: Partial<Answer> & { readonly at: Instant }): Answer => ({
  score: 5,
  why: null,
  followUps: {},
  origin: BY_PAGE,
  ...overrides,
})

export const aResponse = (answers: readonly Answer[], overrides: Partial<SurveyResponse> = {}): SurveyResponse => ({
  customerId: 'c-001',
  occurrenceId: 'how-was-it_2027-03-08',
  campaignId: 'how-was-it',
  campaignVersion: 1,
  kind: 'csat',
  relationship: false,
  locale: 'vi',
  answeredOn: '2027-03-10',
  answers: [...answers],
  version: answers.length - 1,
  ...overrides,
})

/** By attribute: the rating, or null for one that was skipped, and its weight. */
export const ratingsOf = (rated: Readonly<Record<string, readonly [score: number | null, weight: number]>>): Rating[] =>
  Object.entries(rated).map(([attribute, [score, weight]]) => ({ attribute, weight, score }))
