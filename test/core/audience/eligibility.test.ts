import { describe, expect, test } from 'vitest'
import type { ConsentState } from '#core/audience/consent.ts'
import { consentSkip, type EligibilityFacts, eligibility, standingRefusal } from '#core/audience/eligibility.ts'
import { SKIP_REASONS, type SkipReason } from '#core/audience/skip.ts'
import { CONTENT_CLASSES, type ContentClass } from '#core/campaign/campaign-definition.ts'
import type { TouchRules } from '#core/campaign/policy-pack.ts'
import { channelOf } from '#core/channel/channel.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { aCampaign, aContact, aCustomer, aLedger, someFacts, someRules } from '#test/support/builders.ts'

const reasonOf = (facts: Partial<EligibilityFacts>) => {
  const verdict = eligibility(someFacts(facts))
  return verdict.state === 'skipped' ? verdict.reason : verdict.state
}

const LONG_AGO = '2026-03-10T02:00:00.000Z'
const aSurvey = aCampaign({ survey: { kind: 'csat' } })

test('a number that is another person’s is not rung, while letters go on', () => {
  const customer = aCustomer({ phone: '+84901234567', wrongPhone: '+84901234567' })
  const facts = { campaign: aCampaign(), rules: someRules(), consents: {}, suppression: undefined, doNotCall: undefined }
  expect(standingRefusal({ ...facts, customer, channel: channelOf(OUR_CHANNELS, 'call') })).toEqual({ reason: 'bad-address' })
  expect(standingRefusal({ ...facts, customer, channel: channelOf(OUR_CHANNELS, 'email') })).toBeUndefined()
})

/** For each reason that the rules look for, facts that give it. */
const CAUSES: Readonly<Partial<Record<SkipReason, Partial<EligibilityFacts>>>> = {
  'customer-gone': { customer: undefined },
  'no-longer-due': { stillDue: false },
  blackout: { slot: { none: 'blackout' } },
  'closed-day': { slot: { none: 'closed-day' } },
  'no-address': { customer: aCustomer({ email: null }) },
  'bad-address': { customer: aCustomer({ email: 'lan at example.com' }) },
  'suppression-unreadable': { suppression: 'unreadable' },
  suppressed: {
    suppression: { contactKey: 'email:h', kind: 'email', reason: 'hard-bounce', at: '2027-01-01T00:00:00.000Z', evidence: 'm-1' },
  },
  'consent-unreadable': { consents: 'unreadable' },
  'opted-out': { consents: { 'care/email': { decision: 'withdrawn', at: '2027-01-01T00:00:00.000Z' } } },
  'consent-missing': { rules: someRules({ consent: 'opt-in' }) },
  'do-not-call': { doNotCall: { is: 'listed' } },
  'do-not-call-list-old': { doNotCall: { is: 'missing', maxAgeDays: 30 } },
  'already-contacted': {
    occasionKey: 'tenth-of-march:2027-03-10',
    ledger: aLedger([aContact({ occasionKey: 'tenth-of-march:2027-03-10' })]),
  },
  'already-asked': {
    campaign: aSurvey,
    occasionKey: 'tenth-of-march:p2027-03-07#order-1',
    ledger: aLedger([aContact({ contentClass: 'survey', occasionKey: 'other:p2027-03-01#order-1', at: LONG_AGO })]),
  },
  'already-answered': {
    invitation: { answered: true, wroteBack: false, matterOpen: false, closesAt: '2027-04-01T00:00:00.000Z' },
  },
  'survey-closed': { invitation: { answered: false, wroteBack: false, matterOpen: false, closesAt: '2027-03-10T02:00:00.000Z' } },
  'held-for-case': { heldForCase: true },
  'same-address': { writtenInstead: 'KH1' },
  outranked: { outrankedBy: 'womens-day' },
  'surveyed-recently': {
    campaign: aSurvey,
    ledger: aLedger([aContact({ contentClass: 'survey' })]),
  },
  'frequency-cap': { caps: [{ max: 1, hours: 48 }], ledger: aLedger([aContact()]) },
  'window-passed': { slot: { none: 'window-passed' } },
}
/** Decided where the state of the campaign, the law, the money, the provider and the words are known. */
const DECIDED_ELSEWHERE: readonly SkipReason[] = [
  ...([
    'campaign-cancelled',
    'policy-missing',
    'team-full',
    'budget-exhausted',
    'campaign-paused',
    'sender-stopped',
    'words-missing',
  ] as const),
]
const ORDERED = SKIP_REASONS.filter((reason) => !DECIDED_ELSEWHERE.includes(reason))

/** Those that one customer can have at the same time, the earlier facts over the later ones. */
const together = (first: SkipReason, second: SkipReason): Partial<EligibilityFacts> => ({ ...CAUSES[second], ...CAUSES[first] })

describe('while a grave case is open', () => {
  const guide = aCampaign({ occasion: { kind: 'after-call-asked-guide', offset: { days: 1 }, roll: 'forward' } })

  test('what the customer asked for in a call goes out, as does what a sale or the law demands', () => {
    expect(reasonOf({ heldForCase: true, campaign: guide })).toBe('planned')
    expect(reasonOf({ heldForCase: true, campaign: aCampaign({ contentClass: 'transactional' }) })).toBe('planned')
  })

  test.each(['care', 'survey', 'advertising'] as const)('nothing of the class %s does', (contentClass) => {
    expect(reasonOf({ heldForCase: true, campaign: aCampaign({ contentClass }) })).toBe('held-for-case')
  })
})

describe('whether a customer may be contacted', () => {
  test('nothing against it: the touch is planned', () => {
    expect(eligibility(someFacts())).toEqual({ state: 'planned' })
  })

  test('every reason of the closed list has a cause here or is decided elsewhere', () => {
    expect(Object.keys(CAUSES).toSorted()).toEqual(ORDERED.toSorted())
  })

  test.each(ORDERED)('%s', (reason) => {
    expect(reasonOf(CAUSES[reason] ?? {})).toBe(reason)
  })

  test.each(ORDERED.flatMap((first, at) => ORDERED.slice(at + 1).map((second) => [first, second] as const)))(
    '%s is said before %s',
    (first, second) => {
      expect(reasonOf(together(first, second))).toBe(first)
    },
  )

  test('the reason carries what a person wants to know', () => {
    expect(eligibility(someFacts(CAUSES.suppressed))).toMatchObject({ because: 'hard-bounce' })
    expect(eligibility(someFacts(CAUSES['same-address']))).toMatchObject({ writtenTo: 'KH1' })
    expect(eligibility(someFacts(CAUSES.outranked))).toMatchObject({ by: 'womens-day' })
    expect(eligibility(someFacts(CAUSES['already-contacted']))).toMatchObject({ occurrenceId: 'other_2027-03-09' })
    expect(eligibility(someFacts(CAUSES['frequency-cap']))).toMatchObject({
      max: 1,
      hours: 48,
      freeAt: '2027-03-11T02:00:00.000Z',
    })
  })

  test('an erased customer is gone because they asked for it, whether their row still stands or not', () => {
    const ledger = { ...aLedger([]), erasedAt: '2027-03-09T02:00:00.000Z' }
    const erased = { state: 'skipped', reason: 'customer-gone', erased: true }
    expect(eligibility(someFacts({ ledger }))).toEqual(erased)
    expect(eligibility(someFacts({ ledger, customer: undefined }))).toEqual(erased)
    expect(eligibility(someFacts({ customer: undefined }))).toEqual({ ...erased, erased: false })
  })

  test('a mail to the invitation stops the reminder as an answer does, and says that it was one', () => {
    const invitation = { answered: false, wroteBack: true, matterOpen: false, closesAt: '2027-04-01T00:00:00.000Z' }
    expect(eligibility(someFacts({ invitation }))).toEqual({ state: 'skipped', reason: 'already-answered', by: 'mail' })
    const both = eligibility(someFacts({ invitation: { ...invitation, answered: true } }))
    expect(both).toEqual({ state: 'skipped', reason: 'already-answered', by: 'answer' })
  })

  test('what customers asked for by their own act is not capped', () => {
    expect(reasonOf({ ...CAUSES['frequency-cap'], campaign: aCampaign({ contentClass: 'transactional' }) })).toBe('planned')
  })

  test.each([
    ['the same order with a corrected day', 'survey:p2027-03-05#HD-1', 'already-contacted'],
    ['another order', 'survey:p2027-03-05#HD-2', 'planned'],
    ['a call of the same number', 'survey:w2027-03-05#HD-1', 'planned'],
  ])('by the same campaign, of %s (%s) it says %s', (_, known, reason) => {
    const ledger = aLedger([aContact({ occasionKey: known, at: LONG_AGO })])
    expect(reasonOf({ campaign: aSurvey, occasionKey: 'survey:p2027-03-07#HD-1', ledger })).toBe(reason)
  })

  test.each([
    ['another survey asked about the order', { contentClass: 'survey' }, 'already-asked'],
    ['another survey only reminded of it', { contentClass: 'survey', asks: 'reminder' }, 'planned'],
    ['a greeting went out for the order', { contentClass: 'care' }, 'planned'],
  ] as const)('one survey for an order: %s', (_, contact, reason) => {
    const ledger = aLedger([aContact({ occasionKey: 'other:p2027-03-05#HD-1', at: LONG_AGO, ...contact })])
    expect(reasonOf({ campaign: aSurvey, occasionKey: 'survey:p2027-03-07#HD-1', ledger })).toBe(reason)
    // Whoever only greets may do so whatever was asked.
    expect(reasonOf({ occasionKey: 'thanks:p2027-03-07#HD-1', ledger })).toBe('planned')
  })

  test('a survey says when the customer is free again, a reminder does not wait', () => {
    const ledger = aLedger([aContact({ contentClass: 'survey' })])
    expect(eligibility(someFacts({ campaign: aSurvey, ledger }))).toEqual({
      state: 'skipped',
      reason: 'surveyed-recently',
      days: 30,
      freeAt: '2027-04-07T17:00:00.000Z',
    })
    const reminder = aCampaign({ contentClass: 'survey', occasion: { kind: 'after-invitation', campaign: 'other' } })
    const invitation = { answered: false, wroteBack: false, matterOpen: false, closesAt: '2027-03-10T02:00:00.001Z' }
    expect(reasonOf({ campaign: reminder, ledger, invitation })).toBe('planned')
    expect(
      reasonOf({
        campaign: reminder,
        ledger,
        invitation: { answered: false, wroteBack: false, matterOpen: false, closesAt: undefined },
      }),
    ).toBe('survey-closed')
    expect(reasonOf({ campaign: reminder, ledger, invitation, caps: [{ max: 1, hours: 48 }] })).toBe('frequency-cap')
  })

  test('a second occurrence of the same occasion is not another contact: the occasion was acted on', () => {
    const ledger = aLedger([aContact({ occurrenceId: 'birthday_2027-03-09', occasionKey: 'birthday:2027' })])
    expect(reasonOf({ ledger, occurrenceId: 'birthday_2027-03-10', occasionKey: 'birthday:2027' })).toBe('already-contacted')
    expect(reasonOf({ ledger, occurrenceId: 'birthday_2027-03-10', occasionKey: 'birthday:2028' })).toBe('planned')
  })

  test('one occurrence contacts a customer once, even if the occasion has another key by now', () => {
    const ledger = aLedger([aContact({ occurrenceId: 'anniversary_2027-03-10', occasionKey: 'anniversary:m12' })])
    expect(reasonOf({ ledger, occurrenceId: 'anniversary_2027-03-10', occasionKey: 'anniversary:m24' })).toBe('already-contacted')
  })

  test('the holdout is withheld last of all, so that both groups are made of people who could be contacted', () => {
    const campaign = aCampaign({ limits: { priority: 50, holdoutPercent: 50 } })
    const verdicts = Array.from({ length: 200 }, (_, n) =>
      eligibility(someFacts({ campaign, customer: aCustomer({ customerId: `c-${n}` }) })),
    )
    expect(new Set(verdicts.map(({ state }) => state))).toEqual(new Set(['planned', 'withheld']))
    for (const [reason, facts] of Object.entries(CAUSES)) {
      const heldOut = { ...(facts.campaign ?? campaign), limits: campaign.limits }
      if (!facts.customer && reason !== 'customer-gone') {
        for (let n = 0; n < 20; n++)
          expect(reasonOf({ ...facts, campaign: heldOut, customer: aCustomer({ customerId: `c-${n}` }) })).toBe(reason)
      }
    }
  })
})

describe('consent', () => {
  const at = '2027-01-01T00:00:00.000Z'
  const state = (purpose: 'care' | 'survey' | 'advertising', decision: 'granted' | 'withdrawn'): ConsentState => ({
    [`${purpose}/email`]: { decision, at },
  })
  type Known = 'granted' | 'withdrawn' | 'never' | 'unreadable'
  const EXPECTED: Readonly<Record<TouchRules['consent'], Readonly<Record<Known, SkipReason | 'may'>>>> = {
    'opt-in': { granted: 'may', withdrawn: 'opted-out', never: 'consent-missing', unreadable: 'consent-unreadable' },
    'opt-out': { granted: 'may', withdrawn: 'opted-out', never: 'may', unreadable: 'consent-unreadable' },
    none: { granted: 'may', withdrawn: 'may', never: 'may', unreadable: 'may' },
  }
  const rows = CONTENT_CLASSES.filter((contentClass) => contentClass !== 'transactional').flatMap((contentClass) =>
    (['opt-in', 'opt-out', 'none'] as const).flatMap((consent) =>
      (['granted', 'withdrawn', 'never', 'unreadable'] as const).map(
        (known) => [contentClass, consent, known, EXPECTED[consent][known]] as const,
      ),
    ),
  )

  const answer = (contentClass: ContentClass, consent: TouchRules['consent'], consents: ConsentState | 'unreadable') =>
    consentSkip({ consents, rules: someRules({ consent }), channel: 'email', contentClass })?.reason ?? 'may'

  test.each(rows)('%s, law %s, customer %s: %s', (contentClass, consent, known, expected) => {
    const consents = known === 'unreadable' ? known : known === 'never' ? {} : state(contentClass, known)
    expect(answer(contentClass, consent, consents)).toBe(expected)
  })

  test.each(['opt-in', 'opt-out', 'none'] as const)('what is strictly transactional needs none, law %s', (consent) => {
    expect(answer('transactional', consent, 'unreadable')).toBe('may')
  })

  test('a yes or a no to one purpose says nothing about another', () => {
    expect(answer('advertising', 'opt-in', state('care', 'granted'))).toBe('consent-missing')
    expect(answer('care', 'opt-out', state('advertising', 'withdrawn'))).toBe('may')
    expect(answer('survey', 'opt-out', state('care', 'withdrawn'))).toBe('may')
  })
})
