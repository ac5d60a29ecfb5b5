/** A page's prediction against the planner and the sender themselves: what was said a week before is what became of each customer. */
import { expect, test } from 'vitest'
import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import { comingTouches } from '#app/person/coming-touches.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { countedReason } from '#core/audience/skip.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import { aCampaign, aCustomer, aPurchase, solar, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const NOW = '2027-03-05T00:00:00.000Z'
const LAST = '2027-03-31'
const OVER = '2027-04-02T00:00:00.000Z'
const EMAIL = 'nha@example.com'
/** Two touches in ten days: the third is one too many. */
const companyRules = theCompanyRules({ company: { frequencyCaps: [{ max: 2, hours: 240 }] } })
const campaigns = [
  aCampaign({ limits: { priority: 50 } }),
  aCampaign({ id: 'birthday', occasion: { kind: 'birthday' }, limits: { priority: 90, holdoutPercent: 30 } }),
  aCampaign({ id: 'after-purchase', occasion: { kind: 'after-purchase', offset: { days: 7 } }, contentClass: 'care' }),
  aCampaign({ id: 'for-women', occasion: { kind: 'fixed', month: 3, day: 14 }, audience: { genders: ['female'] } }),
  aCampaign({ id: 'offer', occasion: { kind: 'fixed', month: 3, day: 25 }, contentClass: 'advertising' }),
  aCampaign({
    id: 'rung-or-written-to',
    occasion: { kind: 'fixed', month: 3, day: 18 },
    touch: { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 2, else: 'missed-you' },
    window: { from: '09:00', to: '16:00' },
  }),
  aCampaign({ id: 'on-a-pause', occasion: { kind: 'fixed', month: 3, day: 29 } }),
]
const customers = [
  aCustomer({ customerId: 'KH1', gender: 'male', email: EMAIL }),
  aCustomer({ customerId: 'KH2', email: EMAIL, birthday: solar('03-11') }),
  aCustomer({ customerId: 'KH3' }),
  aCustomer({ customerId: 'KH4', email: null }),
  aCustomer({ customerId: 'KH5', country: 'XX' }),
  ...Array.from({ length: 12 }, (_, at) => aCustomer({ customerId: `B${at}`, birthday: solar(`03-${9 + at}`) })),
]
const purchases = ['KH1', 'KH3', 'B1'].map((customerId, at) =>
  aPurchase({ customerId, purchaseId: `HD-${at}`, purchasedOn: '2027-03-05' }),
)

test('whoever is said to get it gets it, and whoever is said to be left out is left out for the same reason', async () => {
  const company = await runningCompany({ now: NOW, campaigns, customers, purchases, companyRules })
  const { stores } = company
  await markSharedAddress(stores, { address: EMAIL })
  await company.consent('KH3', { 'care/email': { decision: 'withdrawn', at: NOW } })
  await company.consent('B2', { 'advertising/email': { decision: 'granted', at: NOW } })
  await company.pause('on-a-pause', 'paused')

  const predicted = new Map<string, string>()
  for (const { customerId } of customers) {
    const [person, ledgers, bought] = await Promise.all([
      stores.customers.get(customerId),
      stores.ledgers.getMany([customerId]),
      stores.purchases.ofCustomer(customerId),
    ])
    const [ledger] = ledgers
    if (!person || !ledger) throw new Error(customerId)
    const coming = comingTouches({
      of: { person, suppressions: new Map(), doNotCall: undefined, purchases: bought },
      ledger,
      outcomes: new Map(),
      decided: new Set(),
      campaigns,
      paused: new Set(['on-a-pause']),
      from: '2027-03-05',
      now: NOW,
      companyRules,
    })
    for (const { campaign, date, verdict } of coming)
      if (date <= LAST) predicted.set(`${customerId} ${occurrenceIdOf({ campaignId: campaign.id, date })}`, said(verdict))
  }

  await company.until(OVER)
  const became = new Map<string, string>()
  for (const { occurrenceId } of await stores.occurrences.between('2027-03-05', LAST))
    for (const [customerId, outcome] of Object.entries(await company.outcomes(occurrenceId)))
      became.set(`${customerId} ${occurrenceId}`, said(outcome))
  expect(company.failures).toEqual([])
  expect([...predicted].toSorted()).toEqual([...became].toSorted())
  // Nothing is shown by a company in which nothing happens.
  expect([...new Set(became.values())].toSorted()).toEqual([
    'campaign-paused',
    'consent-missing',
    'frequency-cap',
    'no-address',
    'opted-out',
    'outranked',
    'same-address',
    'sent',
    'withheld',
  ])
})

const said = (outcome: Outcome): string => {
  if (outcome.state === 'planned' || outcome.state === 'sent') return 'sent'
  return outcome.state === 'skipped' ? countedReason(outcome) : outcome.state
}
