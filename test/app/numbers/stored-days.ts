/** A company's rows in memory, for what is gathered from them. */
import { factNumbers } from '#adapters/crypto/fact-numbers.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { memoryHotlineCallers } from '#adapters/memory/hotline-callers.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryReplyStore } from '#adapters/memory/reply-store.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import type { GatheredDay } from '#app/numbers/gather-days.ts'
import { gatherDays } from '#app/numbers/gather-days.ts'
import type { WriteNightPorts } from '#app/numbers/write-night.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { acceptedCampaign, storedBatch, storedCustomer, storedOccurrence, storedTouch } from '#test/support/store-builders.ts'

export const DAY = '2027-02-06'
/** The next morning in Vietnam, when the night's run is over. */
export const NOW = '2027-02-06T21:00:00.000Z'

export function storedDays() {
  return {
    occurrences: memoryOccurrenceStore(),
    campaigns: memoryCampaignStore(),
    touches: memoryTouchStore(),
    responses: memoryResponseStore(),
    replies: memoryReplyStore(),
    purchases: memoryPurchaseStore(),
    vouchers: memoryVoucherStore(),
    work: memoryWorkStore(),
    hotlineCallers: memoryHotlineCallers(),
    customers: memoryCustomerStore({ addressHash: (address) => address }),
    facts: memoryFactStore(),
    numbers: memoryNumberStore(),
    numberOf: factNumbers({ secret: 'a key of the test, of at least thirty-two characters' }),
    companyRules: theCompanyRules(),
  } satisfies WriteNightPorts
}
export type StoredDays = ReturnType<typeof storedDays>

/** A greeting of the day for two customers: one was written to, the other had opted out. */
export async function withGreeting(stores: StoredDays): Promise<void> {
  await stores.campaigns.accept(acceptedCampaign({ id: 'tet', version: 3 }))
  await stores.customers.put(['c-001', 'c-002'].map((customerId) => storedCustomer({ customerId })))
  await stores.occurrences.open(storedOccurrence({ slices: 1 }))
  await stores.occurrences.putBatch(
    storedBatch({
      recipients: [
        { customerId: 'c-001', occasionKey: 'tet-2027', outcome: { state: 'sent', at: SENT_AT, providerId: 'p-1' } },
        { customerId: 'c-002', occasionKey: 'tet-2027', outcome: { state: 'skipped', reason: 'opted-out', purpose: 'care' } },
      ],
    }),
  )
  await stores.touches.add(
    storedTouch({
      at: SENT_AT,
      voucherCode: 'CODE-1',
      perThousand: { amount: 4_210, currency: 'VND' },
      delivery: { state: 'delivered', at: SENT_AT, detail: '' },
    }),
  )
}
export const SENT_AT = '2027-02-06T02:00:00.000Z'

export async function closed(stores: StoredDays, occurrenceId = 'tet_2027-02-06'): Promise<void> {
  const occurrence = await stores.occurrences.get(occurrenceId)
  if (!occurrence) throw new Error(`no occurrence ${occurrenceId}`)
  const audience = (await stores.occurrences.batches(occurrenceId)).flatMap(({ recipients }) => recipients).length
  const balance = { audience, planned: 0, sent: 0, skipped: 0, skippedBy: {}, deferred: 0, withheld: 0, failed: 0, unknown: 0 }
  await stores.occurrences.update({ ...occurrence, state: 'closed', balance, version: occurrence.version + 1 })
}

export async function gathered(stores: StoredDays, days: readonly string[] = [DAY], now = NOW): Promise<readonly GatheredDay[]> {
  const found: GatheredDay[] = []
  for await (const day of gatherDays(stores, { days, now })) found.push(day)
  return found
}

export async function theDay(stores: StoredDays, day = DAY): Promise<GatheredDay> {
  const [found] = await gathered(stores, [day])
  if (!found) throw new Error(`nothing was gathered of ${day}`)
  return found
}

export async function personOf(stores: StoredDays, customerId: string): Promise<bigint | null> {
  return (await stores.customers.whoAre([customerId])).get(customerId)?.person ?? null
}
