/** A rehearsal of a campaign that fills the capacity of its team says who is rung and who is written to as the planner and the sender then do it. */
import { expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { rehearsalReport } from '#app/rehearsal/rehearsal-report.ts'
import { rehearse } from '#app/rehearsal/rehearse.ts'
import { TeamSchema } from '#core/duty/team.ts'
import type { Batch } from '#core/planning/occurrence.ts'
import { rehearsalPorts } from '#functions/wiring/rehearsal-ports.ts'
import { aCampaign, aCustomer, somePrices, someWords, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const DATE = '2027-03-10'
const ON = `check-in_${DATE}`
const companyRules = theCompanyRules({
  company: { calls: { tiers: ['gold'] } },
  prices: {
    prices: [
      ...somePrices().prices.filter(({ item }) => item !== 'call'),
      { item: 'call', validFrom: '2026-01-01', perThousand: { amount: 5_000_000, currency: 'VND' }, source: 'an assumption' },
    ],
  },
})
const campaign = aCampaign({
  id: 'check-in',
  touch: { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 2, else: 'missed-you' },
  window: { from: '09:00', to: '16:00' },
})
const customers = Array.from({ length: 12 }, (_, at) =>
  aCustomer({
    customerId: `c-${at}`,
    email: at === 5 ? null : `c-${at}@example.com`,
    phone: at === 3 ? null : `+8491234500${at % 10}`,
    tier: at % 4 === 0 ? 'gold' : null,
  }),
)
const publish = (roster: ReturnType<typeof memoryRosterStore>) =>
  roster.publish(
    {
      people: [{ name: 'Hạnh', address: 'hanh@example.com', team: 'Care', role: 'agent' }],
      version: 1,
      publishedAt: '2027-03-01T00:00:00.000Z',
      publishedBy: 'Mai',
    },
    { teams: [TeamSchema.parse({ name: 'Care', callsADay: 5 })], people: [] },
  )
const said = (batches: readonly Batch[]) =>
  batches
    .flatMap(({ instead, recipients }) =>
      recipients.map(({ customerId, outcome }) => `${customerId} ${outcome.state} ${instead ? 'mail' : 'call'}`),
    )
    .toSorted()

test('the same people, the same balance, and what both cost', async () => {
  const company = await runningCompany({
    now: `${DATE.slice(0, 8)}08T15:30:00.000Z`,
    campaigns: [campaign],
    customers,
    companyRules,
  })
  await publish(company.stores.roster)
  await company.until('2027-03-13T00:00:00.000Z')

  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const [store, roster] = [memoryCustomerStore(seals), memoryRosterStore()]
  await store.put(customers)
  await publish(roster)
  const ports = rehearsalPorts({
    customers: store,
    purchases: memoryPurchaseStore(),
    suppressions: memorySuppressionList(),
    doNotCall: memoryDoNotCallList(),
    roster,
    dutyBook: memoryDutyBook(),
    seals,
    companyRules,
    sink: { event: () => {}, alarm: (name) => expect.fail(name) },
  })
  const report = rehearsalReport({ definitions: [campaign], companyRules })
  let rehearsed: readonly Batch[] = []
  await rehearse(ports, {
    accepting: [{ definition: campaign, words: someWords('missed-you') }],
    from: DATE,
    to: DATE,
    finished: async (occurrence, batches) => {
      report.add(occurrence, batches)
      rehearsed = batches
    },
    progress: () => {},
  })
  expect(said(rehearsed)).toEqual(said(await company.stores.occurrences.batches(ON)))
  const [result] = report.campaigns()
  expect(result?.total).toEqual((await company.stores.occurrences.get(ON))?.balance)
  expect(result?.total).toMatchObject({ audience: 12, sent: 11, skippedBy: { 'no-address': 1 }, instead: { sent: 6 } })
  const mail = somePrices().prices.find(({ item }) => item === 'email')?.perThousand.amount ?? 0
  expect(result?.cost.amount).toBe(Math.ceil((5 * 5_000_000 + 6 * mail) / 1_000))
})
