/** Random customers for a rehearsal, with everything that a rule asks of them; the same ones for the same seed. */

import { contactKey } from '#adapters/crypto/contact-keys.ts'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { type Chance, chance } from '#local/sample-company/chance.ts'
import { aCustomer } from '#test/support/builders.ts'

export const SEALS = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })

export interface RandomBase {
  readonly people: readonly Person[]
  readonly purchases: readonly Purchase[]
  readonly suppressions: readonly Suppression[]
}

interface Asked {
  readonly seed: number
  readonly count: number
  readonly from: LocalDate
  readonly days: number
}

const ZONES = [
  ['Asia/Ho_Chi_Minh', 6],
  ['Pacific/Auckland', 2],
  ['Europe/Berlin', 2],
  ['America/New_York', 2],
  ['Asia/Tokyo', 1],
] as const

export async function randomBase({ seed, count, from, days }: Asked): Promise<RandomBase> {
  const luck = chance(seed)
  const store = memoryCustomerStore(SEALS)
  const ids = Array.from({ length: count }, (_, at) => `k${seed}-${at}`)
  const purchases = ids.flatMap((customerId) => boughtBy(customerId, { luck, from, days }))
  await store.put(ids.map((customerId, at) => someone(customerId, { luck, at, purchases })))
  for (const customerId of ids) await decide(store, customerId, luck)
  const marked = new Set<string>()
  for await (const page of store.inPartitions({ first: 0, last: PARTITIONS - 1 }))
    for (const { customer } of page) {
      const address = customer.email
      if (address === null || marked.has(address)) continue
      marked.add(address)
      await markSharedAddress({ customers: store, companyRules: { channels: OUR_CHANNELS } }, { address, also: [] })
    }
  const suppressions = ids.flatMap((customerId, at): Suppression[] =>
    luck.happens(3)
      ? [
          {
            kind: 'email',
            contactKey: contactKey({ kind: 'email', value: `${customerId}@example.com` }),
            reason: 'hard-bounce',
            at: `2026-0${1 + (at % 9)}-01T00:00:00.000Z`,
            evidence: 'a bounce',
          },
        ]
      : [],
  )
  return { people: await everyone(store), purchases, suppressions }
}

async function everyone(store: CustomerStore): Promise<readonly Person[]> {
  const people: Person[] = []
  for await (const page of store.inPartitions({ first: 0, last: PARTITIONS - 1 })) people.push(...page)
  return people
}

function someone(
  customerId: string,
  { luck, at, purchases }: { luck: Chance; at: number; purchases: readonly Purchase[] },
): Customer {
  const first = purchases.find((one) => one.customerId === customerId)?.purchasedOn ?? null
  return aCustomer({
    customerId,
    fullName: luck.happens(4) ? '' : `Nguyễn Thị ${luck.pick(['Lan', 'Mai', 'Hoa'])}`,
    addressName: luck.happens(6) ? null : 'Lan',
    givenName: luck.happens(6) ? null : 'Lan',
    honorific: luck.pick(['anh', 'chi', 'none', 'quy-khach']),
    gender: luck.pick(['female', 'male', null]),
    // Every seventh has the address of the customer before.
    email: luck.happens(5)
      ? null
      : `${at % 7 === 0 && at > 0 ? customerId.replace(/\d+$/, String(at - 1)) : customerId}@example.com`,
    phone: luck.happens(15) ? null : `+8491${String(2_000_000 + at)}`,
    zone: luck.weighted(ZONES),
    locale: luck.weighted([
      ['vi', 8],
      ['en', 2],
    ]),
    country: luck.weighted([
      ['VN', 12],
      ['DE', 1],
    ]),
    birthday: luck.happens(10)
      ? null
      : luck.happens(85)
        ? { kind: 'solar', month: luck.between(1, 4), day: luck.between(1, 28), year: null }
        : { kind: 'lunar', month: luck.between(1, 3), day: luck.between(1, 29), leap: false, year: null },
    tier: luck.pick(['gold', 'silver', null]),
    preferredParts: luck.happens(20) ? [luck.pick(['morning', 'afternoon', 'noon'])] : null,
    firstPurchaseOn: first,
    lastPurchaseOn: first,
  })
}

function boughtBy(customerId: string, { luck, from, days }: { luck: Chance; from: LocalDate; days: number }): Purchase[] {
  if (!luck.happens(40)) return []
  const purchasedOn = addDays(from, luck.between(-40, days))
  const one: Purchase = {
    customerId,
    purchaseId: `o-${customerId}`,
    purchasedOn,
    deliveredOn: luck.happens(80) ? addDays(purchasedOn, luck.between(0, 4)) : null,
    product: luck.happens(70) ? 'Trà sen' : null,
    units: 1,
    amount: null,
  }
  return luck.happens(20) ? [one, { ...one, purchaseId: `p-${customerId}`, purchasedOn: addDays(purchasedOn, 1) }] : [one]
}

const AT = '2026-05-01T00:00:00.000Z'

async function decide(store: CustomerStore, customerId: string, luck: Chance): Promise<void> {
  const said = luck.pick(['care/email', 'survey/email', 'care/call'] as const)
  if (luck.happens(8)) await store.setConsents(customerId, { [said]: { decision: 'withdrawn' as const, at: AT } })
  if (luck.happens(50)) await store.setConsents(customerId, { 'advertising/email': { decision: 'granted', at: AT } })
  if (luck.happens(10))
    await store.setFrequency({ customerId, frequency: luck.pick(['monthly', 'weekly']), at: AT, evidence: 'a form' })
  if (luck.happens(5))
    await store.setOpenCase({ customerId, workId: `case-${customerId}`, grade: luck.pick(['s1', 's3']), version: 1 })
}

/** The stores of the customers of some partitions. */
export async function storesOf(
  { people, purchases }: RandomBase,
  isIn: (partition: number) => boolean = () => true,
): Promise<{ readonly customers: CustomerStore; readonly purchases: PurchaseStore }> {
  const customers = memoryCustomerStore(SEALS)
  const bought = memoryPurchaseStore()
  const own = people.filter(({ customer }) => isIn(partitionOf(customer.customerId)))
  await customers.put(own.map(({ customer }) => customer))
  for (const { customer, consents, frequency, frequencyChosen, sharedAddress, openCases = [] } of own) {
    const { customerId } = customer
    if (consents !== 'unreadable') await customers.setConsents(customerId, consents)
    if (frequencyChosen) await customers.setFrequency({ customerId, frequency, ...frequencyChosen })
    if (sharedAddress) await customers.setSharedAddress({ customerId, sharedAddress })
    for (const openCase of openCases) await customers.setOpenCase({ customerId, ...openCase })
  }
  await bought.put(purchases.filter(({ customerId }) => isIn(partitionOf(customerId))))
  return { customers, purchases: bought }
}
