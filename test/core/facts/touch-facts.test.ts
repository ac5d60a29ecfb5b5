/** What the facts say of each customer whom an occurrence meant. */
import { describe, expect, test } from 'vitest'
import type { Outcome } from '#core/audience/outcome.ts'
import { touchFact } from '#core/facts/touch-facts.ts'
import { NOBODY } from '#core/facts/who.ts'
import { aCampaign } from '#test/support/builders.ts'
import { AN_INSTANT, storedTouch } from '#test/support/store-builders.ts'
import { aSurvey } from '#test/support/survey-builders.ts'

const SENT: Outcome = { state: 'sent', at: AN_INSTANT, providerId: 'p-1' }
const given = {
  campaign: aCampaign(),
  date: '2027-02-06',
  zone: 'Asia/Ho_Chi_Minh',
  touch: undefined,
  who: NOBODY,
  controlGroup: { percent: 0, salt: 'a' },
}
const factOf = (outcome: Outcome, over: Partial<Parameters<typeof touchFact>[0]> = {}) =>
  touchFact({ ...given, recipient: { outcome, customerId: 'c-001' }, ...over })

describe('the fact of a customer', () => {
  test('names the channel of the last try, and that of the campaign where there was none', () => {
    expect(factOf(SENT, { touch: storedTouch({ channel: 'zalo' }) }).channel).toBe('zalo')
    expect(factOf(SENT).channel).toBe('email')
  })

  test('names the team of a campaign that staff carry out, and none of a letter', () => {
    const touch = { channel: 'call', script: 'courtesy', team: 'Chăm sóc', attempts: 3, openDays: 3 }
    expect(factOf(SENT, { campaign: { ...aCampaign(), touch } })).toMatchObject({ channel: 'call', team: 'Chăm sóc' })
    expect(factOf(SENT).team).toBeNull()
  })

  test('says until when an invitation can be answered, and nothing of one that was not sent', () => {
    const campaign = aSurvey({ answerDays: 14 }, { graceDays: 1 })
    const skipped: Outcome = { state: 'skipped', reason: 'no-address' }
    // The last mail may leave a day late; answers are taken to the end of the last day in Vietnam.
    expect(factOf(SENT, { campaign })).toMatchObject({ survey_kind: 'csat', closes_at: '2027-02-21T17:00:00.000Z' })
    expect(factOf(skipped, { campaign })).toMatchObject({ survey_kind: 'csat', closes_at: null, because: 'no-address' })
  })

  test('gives the reason of who was withheld or deferred, and never the text of a failure', () => {
    expect(factOf({ state: 'withheld', because: 'holdout' }).because).toBe('holdout')
    expect(factOf({ state: 'deferred', because: 'daily-quota', until: AN_INSTANT }).because).toBe('daily-quota')
    expect(factOf({ state: 'failed', at: AN_INSTANT, reason: '550 no hanh@example.com' }).because).toBeNull()
  })
})

describe('the draw', () => {
  const SKIPPED: Outcome = { state: 'skipped', reason: 'outranked', by: 'tet' }
  const who = { person: 7n, tier: null, country: 'VN' }
  const everybody = { percent: 100, salt: 'a' }
  const drawOf = (over: Partial<Parameters<typeof touchFact>[0]>) => {
    const { drawn, draws_care } = factOf(SKIPPED, { who, ...over })
    return [drawn, draws_care]
  }
  const heldOut = { ...aCampaign(), limits: { ...aCampaign().limits, holdoutPercent: 100 } }
  const transactional = { ...aCampaign(), contentClass: 'transactional' } as const
  const afterCall = { ...aCampaign(), occasion: { kind: 'after-call', days: 1 } } as unknown as ReturnType<typeof aCampaign>

  test.each([
    ['among those to be contacted', {}, ['contact', true]],
    ['in the control group of all care', { controlGroup: everybody }, ['control-group', true]],
    ['held out by the campaign', { campaign: heldOut }, ['holdout', true]],
    [
      'of what a sale demands, which the control group gets too',
      { campaign: transactional, controlGroup: everybody },
      ['contact', false],
    ],
    [
      'of what follows a call, which the control group hardly has',
      { campaign: afterCall, controlGroup: everybody },
      ['control-group', false],
    ],
    ['by an occurrence that was opened before draws were kept', { controlGroup: undefined }, [null, null]],
    ['of nobody', { who: NOBODY, controlGroup: everybody }, [null, null]],
  ] as const)('of a skipped customer is told: %s', (_what, over, draw) => {
    expect(drawOf(over)).toEqual(draw)
  })
})
