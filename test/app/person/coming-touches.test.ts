/** What a customer's page says will come is what planning would decide. */
import { describe, expect, test } from 'vitest'
import { type ComingAsked, comingTouches } from '#app/person/coming-touches.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { sharedAddressOf } from '#core/audience/shared-address.ts'
import { aCampaign, aContact, aCustomer, aLedger, aPurchase, lunar, solar, theCompanyRules } from '#test/support/builders.ts'

/** Seven in the morning in Vietnam: the day's hours are to come. */
const MORNING = '2027-03-10T00:00:00.000Z'
const NOON = '2027-03-10T05:00:00.000Z'

interface Given extends Partial<Omit<ComingAsked, 'of' | 'outcomes' | 'decided' | 'paused'>> {
  readonly customer?: Parameters<typeof aCustomer>[0]
  readonly person?: Partial<ComingAsked['of']['person']>
  readonly purchases?: ComingAsked['of']['purchases']
  readonly outcomes?: Readonly<Record<string, Outcome>>
  readonly decided?: readonly string[]
  readonly paused?: readonly string[]
}

const comingOf = ({ customer, person, purchases = [], outcomes = {}, decided = [], paused = [], ...over }: Given) =>
  comingTouches({
    of: {
      person: { customer: aCustomer(customer), consents: {}, frequency: 'any', ...person },
      suppressions: new Map(),
      doNotCall: undefined,
      purchases,
    },
    ledger: aLedger(),
    outcomes: new Map(Object.entries(outcomes)),
    decided: new Set(decided),
    campaigns: [aCampaign()],
    paused: new Set(paused),
    from: '2027-03-10',
    now: MORNING,
    companyRules: theCompanyRules(),
    ...over,
  }).map(({ campaign, date, verdict }) => [campaign.id, date, verdict.state === 'skipped' ? verdict.reason : verdict.state])

test('a customer’s days come in order: lunar birthday, days after a purchase, and only campaigns that mean them', () => {
  expect(
    comingOf({
      customer: { birthday: lunar('08-15'), firstPurchaseOn: '2027-03-07', lastPurchaseOn: '2027-03-07' },
      purchases: [aPurchase({ purchasedOn: '2027-03-07' })],
      campaigns: [
        aCampaign({ id: 'birthday', occasion: { kind: 'birthday' } }),
        aCampaign({ id: 'after-purchase', occasion: { kind: 'after-purchase', offset: { days: 5 } } }),
        aCampaign({ id: 'for-men', audience: { genders: ['male'] } }),
      ],
    }),
  ).toEqual([
    ['after-purchase', '2027-03-12', 'planned'],
    ['birthday', '2027-09-15', 'planned'],
  ])
})

describe('today', () => {
  test('comes as long as its hours are to come', () => {
    expect(comingOf({})).toEqual([['tenth-of-march', '2027-03-10', 'planned']])
    expect(comingOf({ now: NOON })).toEqual([['tenth-of-march', '2028-03-10', 'planned']])
  })

  const claimed = aContact({ occurrenceId: 'tenth-of-march_2027-03-10', occasionKey: 'tenth-of-march:2027-03-10', at: MORNING })
  test.each<[string, Given]>([
    ['was sent, as the ledger says', { ledger: aLedger([claimed]) }],
    [
      'was sent, as its touch says',
      { outcomes: { 'tenth-of-march_2027-03-10': { state: 'sent', at: MORNING, providerId: '' } } },
    ],
    ['failed', { outcomes: { 'tenth-of-march_2027-03-10': { state: 'failed', at: MORNING, reason: 'refused' } } }],
    ['may have left', { outcomes: { 'tenth-of-march_2027-03-10': { state: 'unknown', since: MORNING, evidence: 'no answer' } } }],
  ])('that %s does not come again', (_, given) => {
    expect(comingOf(given)).toEqual([['tenth-of-march', '2028-03-10', 'planned']])
  })

  test('goes out on a later day of grace, which is the day that is said', () => {
    expect(comingOf({ now: NOON, campaigns: [aCampaign({ graceDays: 1 })] })).toEqual([
      ['tenth-of-march', '2027-03-11', 'planned'],
    ])
  })

  test('that waits comes when its wait ends, also when it is of an earlier day', () => {
    const waits = { state: 'deferred', until: '2027-03-11T02:00:00.000Z', because: 'daily-quota' } as const
    expect(comingOf({ now: NOON, outcomes: { 'tenth-of-march_2027-03-10': waits } })).toEqual([
      ['tenth-of-march', '2027-03-11', 'deferred'],
    ])
    const later = {
      from: '2027-03-11',
      now: '2027-03-11T00:00:00.000Z',
      outcomes: { 'tenth-of-march_2027-03-10': waits },
    } as const
    expect(comingOf(later)).toEqual([['tenth-of-march', '2027-03-11', 'deferred']])
    const stopped = { consents: { 'care/email': { decision: 'withdrawn', at: MORNING } } } as const
    expect(comingOf({ outcomes: { 'tenth-of-march_2027-03-10': waits }, person: stopped })).toEqual([
      ['tenth-of-march', '2027-03-10', 'opted-out'],
    ])
  })
})

describe('what the last plan decided is told as it stands', () => {
  const today = 'tenth-of-march_2027-03-10'
  const withdrawn = { consents: { 'care/email': { decision: 'withdrawn', at: MORNING } } } as const
  const outranked = { state: 'skipped', reason: 'outranked', by: 'birthday' } as const
  const next = ['tenth-of-march', '2028-03-10', 'planned']

  test.each<[string, Outcome, string]>([
    ['a skip, though nothing stands against the customer now', outranked, 'outranked'],
    ['a customer kept back for comparison', { state: 'withheld', because: 'holdout' }, 'withheld'],
  ])('%s', (_, outcome, said) => {
    expect(comingOf({ outcomes: { [today]: outcome }, decided: [today] })).toEqual([['tenth-of-march', '2027-03-10', said]])
  })

  test('a skip of a version that this one cannot read', () => {
    const stored = { state: 'skipped', reason: 'not-known-here', stored: { reason: 'full-moon' } } as const
    expect(comingOf({ outcomes: { [today]: stored }, decided: [today] })).toEqual([
      ['tenth-of-march', '2027-03-10', 'not-known-here'],
    ])
  })

  test('but a plan that will be made again is made anew', () => {
    expect(comingOf({ outcomes: { [today]: outranked } })).toEqual([['tenth-of-march', '2027-03-10', 'planned']])
  })

  test('and what is planned is checked once more before it is sent', () => {
    const planned = { outcomes: { [today]: { state: 'planned' } as const }, decided: [today] }
    expect(comingOf(planned)).toEqual([['tenth-of-march', '2027-03-10', 'planned']])
    expect(comingOf({ ...planned, person: withdrawn })).toEqual([['tenth-of-march', '2027-03-10', 'opted-out']])
  })

  test('no mail comes to a customer who was not there yet', () => {
    expect(comingOf({ decided: [today] })).toEqual([next])
  })

  test('and when its hours are over it is no longer to come', () => {
    expect(comingOf({ outcomes: { [today]: outranked }, decided: [today], now: NOON })).toEqual([next])
  })
})

test('the greeting of a shared address goes to the other customer, and comes where only this one is meant', () => {
  const email = 'nha@example.com'
  const [wife, husband] = [
    { ...aCustomer({ customerId: 'KH2', email, gender: 'female' }) },
    { ...aCustomer({ customerId: 'KH1', email, gender: 'male' }) },
  ]
  const sharedAddress = sharedAddressOf(
    [wife, husband].map((customer) => ({ customer, consents: {} })),
    'email',
  )
  if (!sharedAddress) throw new Error('no address is shared')
  const campaigns = [
    aCampaign(),
    aCampaign({ id: 'for-women', audience: { genders: ['female'] }, occasion: { kind: 'fixed', month: 10, day: 20 } }),
  ]
  expect(comingOf({ customer: wife, person: { sharedAddress }, campaigns })).toEqual([
    ['tenth-of-march', '2027-03-10', 'same-address'],
    ['for-women', '2027-10-20', 'planned'],
  ])
  expect(comingOf({ customer: husband, person: { sharedAddress }, campaigns })).toEqual([
    ['tenth-of-march', '2027-03-10', 'planned'],
  ])
})

test('a day gives way to a stronger one near by', () => {
  const birthday = aCampaign({ id: 'birthday', occasion: { kind: 'birthday' }, limits: { priority: 90 } })
  expect(comingOf({ customer: { birthday: solar('03-11') }, campaigns: [aCampaign(), birthday] })).toEqual([
    ['tenth-of-march', '2027-03-10', 'outranked'],
    ['birthday', '2027-03-11', 'planned'],
  ])
})

test('limits of contact count what was sent, and what goes out before', () => {
  const companyRules = theCompanyRules({ company: { frequencyCaps: [{ max: 1, hours: 72 }] } })
  const sent = aContact({ at: '2027-03-09T02:00:00.000Z' })
  expect(comingOf({ companyRules, ledger: aLedger([sent]) })).toEqual([['tenth-of-march', '2027-03-10', 'frequency-cap']])
  const ask = aCampaign({
    id: 'after-purchase',
    occasion: { kind: 'after-purchase', offset: { days: 5 } },
    window: { from: '09:00', to: '11:00' },
  })
  const purchases = [aPurchase({ purchasedOn: '2027-03-07' })]
  expect(comingOf({ companyRules, purchases, campaigns: [ask, aCampaign()] })).toEqual([
    ['tenth-of-march', '2027-03-10', 'planned'],
    ['after-purchase', '2027-03-12', 'frequency-cap'],
  ])
  const refused = { consents: { 'care/email': { decision: 'withdrawn', at: MORNING } } } as const
  expect(comingOf({ companyRules, purchases, person: refused, campaigns: [ask, aCampaign()] }).map(([, , why]) => why)).toEqual([
    'opted-out',
    'opted-out',
  ])
})

test('a touch that waits while its campaign is paused is told as paused, and takes no room either', () => {
  const because = 'campaign-paused'
  const waits = { state: 'deferred', until: '2027-03-10T05:15:00.000Z', because } as const
  const outcomes = { 'tenth-of-march_2027-03-10': waits }
  const asked = { outcomes, paused: ['tenth-of-march'], now: NOON }
  expect(comingOf(asked)).toEqual([['tenth-of-march', '2027-03-10', 'campaign-paused']])
  expect(comingOf({ ...asked, paused: [] })).toEqual([['tenth-of-march', '2027-03-10', 'deferred']])
})

test('a paused campaign makes no touch and takes no room, and an unknown law allows none', () => {
  expect(comingOf({ paused: ['tenth-of-march'] })).toEqual([['tenth-of-march', '2027-03-10', 'campaign-paused']])
  expect(comingOf({ companyRules: theCompanyRules({ policies: [] }) })).toEqual([
    ['tenth-of-march', '2027-03-10', 'policy-missing'],
  ])
})

test('who cannot be rung gets the mail that the campaign names instead, and nothing where it names none', () => {
  const touch = { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 2 }
  const of = (over: object, phone: string | null) =>
    comingOf({ customer: { phone }, campaigns: [aCampaign({ touch: { ...touch, ...over } })] })[0]?.[2]
  expect([of({}, null), of({ fill: 'capacity' }, null), of({ else: 'missed-you' }, null)]).toEqual([
    'no-address',
    'no-address',
    'planned',
  ])
  expect(of({ else: 'missed-you' }, '+84912345678')).toBe('planned')
})
