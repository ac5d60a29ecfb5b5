/** What a rehearsal finds that must be mended before the campaigns go out in earnest. */
import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { lackingLetters } from '#app/rehearsal/lacking-letters.ts'
import { launchBlockers } from '#app/rehearsal/launch-blockers.ts'
import { rehearse } from '#app/rehearsal/rehearse.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { balanceOf } from '#core/planning/balance.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { rehearsalPorts } from '#functions/wiring/rehearsal-ports.ts'
import { aCampaign, aCustomer, aPurchase, someWords, theCompanyRules } from '#test/support/builders.ts'

const NOTHING = { lacking: [], mails: [], calls: [], quota: { perDay: null, from: 'account' } } as const
const YEAR = { from: '2027-01-01', to: '2027-12-31' } as const

function blockersOf(
  definitions: readonly CampaignDefinition[],
  days: readonly (readonly [campaign: string, date: LocalDate, outcomes: readonly Outcome[]])[],
  period: { readonly from: LocalDate; readonly to: LocalDate } = YEAR,
) {
  const found = launchBlockers({ definitions, ...period })
  for (const [campaignId, date, outcomes] of days) {
    const recipients = outcomes.map((outcome, n) => ({ customerId: `c-${n}`, occasionKey: 'k', outcome }))
    found.add({ campaignId, date, balance: balanceOf(outcomes) }, [{ recipients }])
  }
  return found.all(NOTHING)
}
const SENT: Outcome = { state: 'sent', at: '2027-03-10T02:00:00.000Z', providerId: 'p' }
const skipped = (reason: 'budget-exhausted' | 'words-missing'): Outcome => ({ state: 'skipped', reason })

test('a budget ends once in each of its periods, on the first day that it skips somebody', () => {
  const gift = aCampaign({ id: 'gift', budget: { amount: 1, currency: 'VND', period: 'quarter' } })
  const over = skipped('budget-exhausted')
  expect(
    blockersOf(
      [gift],
      [
        ['gift', '2027-03-12', [over]],
        ['gift', '2027-03-10', [SENT, over, over]],
        ['gift', '2027-04-01', [SENT]],
        ['gift', '2027-07-02', [over]],
      ],
    ),
  ).toEqual([
    { kind: 'budget-ends', campaign: 'gift', date: '2027-03-10', period: '2027-Q1', touches: 3 },
    { kind: 'budget-ends', campaign: 'gift', date: '2027-07-02', period: '2027-Q3', touches: 1 },
  ])
})

test('words and law that are missing are told by campaign, the law by country', () => {
  const of = (country: string): Outcome => ({ state: 'skipped', reason: 'policy-missing', country })
  const waits: Outcome = { state: 'deferred', until: '2027-03-11T02:00:00.000Z', because: 'words-missing' }
  expect(
    blockersOf(
      [aCampaign({ id: 'aa' })],
      [['aa', '2027-03-10', [of('FR'), of('VN'), of('FR'), waits, skipped('words-missing')]]],
    ),
  ).toEqual([
    { kind: 'words-missing', campaign: 'aa', date: '2027-03-10', touches: 2 },
    { kind: 'policy-missing', campaign: 'aa', date: '2027-03-10', country: 'FR', touches: 2 },
    { kind: 'policy-missing', campaign: 'aa', date: '2027-03-10', country: 'VN', touches: 1 },
  ])
})

describe('a campaign that meant nobody', () => {
  const half = { from: '2027-01-01', to: '2027-06-30' } as const
  test.each([
    [{ kind: 'fixed', month: 3, day: 10 }, half, true],
    [{ kind: 'birthday' }, half, false],
    [{ kind: 'birthday' }, YEAR, true],
    [{ kind: 'since-contact', months: 6 }, half, false],
    [{ kind: 'since-contact', months: 6 }, YEAR, true],
    [{ kind: 'periodic', everyDays: 700, samplePercent: 100 }, YEAR, false],
    [{ kind: 'after-delivery' }, YEAR, false],
    [{ kind: 'after-case' }, YEAR, false],
  ] as const)('%o in %o is told: %s', (occasion, period, isTold) => {
    const campaign = aCampaign({ id: 'aa', occasion })
    const told = [{ kind: 'nobody-matched', campaign: 'aa', date: '2027-03-10' }]
    expect(blockersOf([campaign], [['aa', '2027-03-10', []]], period)).toEqual(isTold ? told : [])
    // One customer is enough, and so is a day that never came.
    expect(
      blockersOf(
        [campaign],
        [
          ['aa', '2027-03-10', []],
          ['aa', '2027-03-11', [SENT]],
        ],
        period,
      ),
    ).toEqual([])
    expect(blockersOf([campaign], [], period)).toEqual([])
  })

  test('is judged by the days on which it lives', () => {
    const young = aCampaign({ id: 'aa', occasion: { kind: 'birthday' }, lives: { from: '2027-03-01' } })
    expect(blockersOf([young], [['aa', '2027-03-10', []]])).toEqual([])
  })
})

test('a field that is empty for somebody is told with its template and language, for how many, and one of them', async () => {
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const [customers, purchases] = [memoryCustomerStore(seals), memoryPurchaseStore()]
  const campaign = aCampaign({ id: 'thanks', occasion: { kind: 'after-purchase' } })
  const ids = ['has', 'lacks-2', 'lacks-1', 'english']
  await customers.put(
    ids.map((customerId) =>
      aCustomer({ customerId, email: `${customerId}@example.com`, locale: customerId === 'english' ? 'en' : 'vi' }),
    ),
  )
  await purchases.put(
    ids.map((customerId) =>
      aPurchase({ purchaseId: customerId, customerId, purchasedOn: '2027-03-10', product: customerId === 'has' ? 'Trà' : null }),
    ),
  )
  const lacking = lackingLetters()
  const ports = rehearsalPorts({
    customers,
    purchases,
    suppressions: memorySuppressionList(),
    doNotCall: memoryDoNotCallList(),
    roster: memoryRosterStore(),
    dutyBook: memoryDutyBook(),
    seals,
    companyRules: theCompanyRules(),
    sink: { event: () => {}, alarm: (name) => expect.fail(name) },
    watch: lacking.watch,
  })
  const text = '{{purchase.product}}'
  const words = someWords('thanks', text)
  await rehearse(ports, {
    accepting: [
      { definition: campaign, words: { ...words, mails: { ...words.mails, ...someWords('thanks', text, 'en').mails } } },
    ],
    from: '2027-03-10',
    to: '2027-03-10',
    finished: async () => {},
    progress: () => {},
  })
  const field = { campaign: 'thanks', template: 'thanks', field: 'purchase.product' }
  const found = launchBlockers({ definitions: [campaign], ...YEAR }).all({ ...NOTHING, lacking: lacking.all() })
  expect(found).toHaveLength(2)
  expect(found).toEqual(
    expect.arrayContaining([
      { kind: 'field-empty', ...field, locale: 'vi', people: 2, example: 'lacks-1' },
      { kind: 'field-empty', ...field, locale: 'en', people: 1, example: 'english' },
    ]),
  )
})
