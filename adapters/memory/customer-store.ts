/** Customers in memory, for rehearsals with a whole base: a map per hash partition, and the same indexes as the table. */
import { isDeepStrictEqual } from 'node:util'
import { randomPseudonym } from '#adapters/crypto/pseudonym.ts'
import { frozen } from '#adapters/frozen.ts'
import { type AddressIndex, addressIndex } from '#adapters/memory/address-index.ts'
import { shardIndex } from '#adapters/memory/shards.ts'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import { laterConsents } from '#core/audience/later-consents.ts'
import { withCase } from '#core/audience/open-case.ts'
import { keepingCorrections } from '#core/customer/corrections.ts'
import type { Customer } from '#core/customer/customer.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'
import { whoOf } from '#core/facts/who.ts'
import { birthdayKeyOf } from '#core/occasion/birthday-key.ts'
import type { LocalDate } from '#core/time/local-date.ts'

const NO_CONSENTS: Person['consents'] = {}

export function memoryCustomerStore({ addressHash }: { readonly addressHash: (address: string) => string }): CustomerStore {
  const partitions = Array.from({ length: PARTITIONS }, () => new Map<string, Person>())
  const partition = (number: number) => partitions[number] ?? new Map<string, Person>()
  const pseudonyms = new Map<string, bigint>()
  const byBirthday = shardIndex<string>((customerId) => customerId)
  const byFirstPurchase = shardIndex<string>((customerId) => customerId)
  // A million hashes take a second, and a rehearsal never asks: made when first asked for.
  let byAddress: AddressIndex | undefined

  const find = (customerId: string) => partition(partitionOf(customerId)).get(customerId)
  const findAll = (customerIds: Iterable<string>) => [...new Set(customerIds)].map(find).filter((person) => person !== undefined)

  const store = (person: Person) => {
    const { customerId } = person.customer
    const before = find(customerId)?.customer
    partition(partitionOf(customerId)).set(customerId, frozen(person))
    move(byBirthday, customerId, before && birthdayKey(before), birthdayKey(person.customer))
    move(byFirstPurchase, customerId, before && monthDay(before), monthDay(person.customer))
    byAddress?.move(customerId, before?.email, person.customer.email)
  }
  const indexed = () => {
    const index = addressIndex(addressHash)
    for (const people of partitions)
      for (const { customer } of people.values()) index.move(customer.customerId, null, customer.email)
    return index
  }

  return {
    get: async (customerId) => find(customerId),
    getMany: async (customerIds) => findAll(customerIds),
    put: async (customers) => {
      for (const customer of customers) {
        const known = find(customer.customerId)
        const dates = {
          firstPurchaseOn: known?.customer.firstPurchaseOn ?? customer.firstPurchaseOn,
          lastPurchaseOn: known?.customer.lastPurchaseOn ?? customer.lastPurchaseOn,
          wrongPhone: known?.customer.wrongPhone ?? null,
          products: known && known.customer.products.length > 0 ? known.customer.products : sorted(customer.products),
        }
        const isBehind = known !== undefined && known.customer.corrections?.version !== customer.corrections?.version
        const profile = isBehind ? keepingCorrections(customer, known.customer) : customer
        store({ consents: NO_CONSENTS, frequency: 'any', ...known, customer: { ...profile, ...dates } })
      }
    },
    correct: async (customerId, change) => {
      const known = find(customerId)
      if (known === undefined) return 'lost'
      store({ ...known, customer: change(known.customer) })
      return 'written'
    },
    remove: async (read) => {
      const { customerId, email } = read
      const known = find(customerId)
      if (known === undefined || !isDeepStrictEqual(known.customer, read)) return 'lost'
      partition(partitionOf(customerId)).delete(customerId)
      pseudonyms.delete(customerId)
      move(byBirthday, customerId, birthdayKey(read), undefined)
      move(byFirstPurchase, customerId, monthDay(read), undefined)
      byAddress?.move(customerId, email, null)
      return 'written'
    },
    noticePurchases: async (noticed) => {
      for (const { customerId, first, last, products } of noticed) {
        const known = find(customerId)
        if (known === undefined) continue
        const { firstPurchaseOn, lastPurchaseOn } = known.customer
        const widerFirst = firstPurchaseOn === null || firstPurchaseOn > first
        const widerLast = lastPurchaseOn === null || lastPurchaseOn < last
        const widened = {
          firstPurchaseOn: widerFirst ? first : firstPurchaseOn,
          lastPurchaseOn: widerLast ? last : lastPurchaseOn,
          products: withAll(known.customer.products, products),
        }
        store({ ...known, customer: { ...known.customer, ...widened } })
      }
    },
    setConsents: async (customerId, consents) => {
      const known = find(customerId)
      if (known === undefined) return 'lost'
      store({ ...known, consents: known.consents === 'unreadable' ? consents : laterConsents(known.consents, consents) })
      return 'written'
    },
    setFrequency: async ({ customerId, frequency, at, evidence }) => {
      const known = find(customerId)
      if (known === undefined || (known.frequencyChosen && known.frequencyChosen.at > at)) return 'lost'
      store({ ...known, frequency, frequencyChosen: { at, evidence } })
      return 'written'
    },
    inPartitions: async function* ({ first, last }) {
      for (let number = first; number <= last; number++) {
        const people = [...partition(number).values()]
        if (people.length > 0) yield people
      }
    },
    idsInPartitions: async function* ({ first, last }) {
      for (let number = first; number <= last; number++) {
        const ids = [...partition(number).keys()]
        if (ids.length > 0) yield ids
      }
    },
    bornOn: async function* (keys, range) {
      for (const ids of byBirthday.pages(keys, range)) yield findAll(ids)
    },
    firstBoughtOn: async function* (monthDays, range) {
      for (const ids of byFirstPurchase.pages(monthDays, range)) yield findAll(ids)
    },
    roughCount: async () => PARTITIONS * partition(0).size,
    sharing: async (email) => {
      byAddress ??= indexed()
      return findAll(byAddress.ownersOf(email))
    },
    setWrongPhone: async ({ customerId, phone }) => {
      const known = find(customerId)
      if (known === undefined) return 'lost'
      store({ ...known, customer: { ...known.customer, wrongPhone: phone } })
      return 'written'
    },
    setSharedAddress: async ({ customerId, sharedAddress }) => {
      const known = find(customerId)
      if (known === undefined) return 'lost'
      const { sharedAddress: _, ...rest } = known
      store(sharedAddress === null ? rest : { ...rest, sharedAddress })
      return 'written'
    },
    setOpenCase: async ({ customerId, ...said }) => {
      const known = find(customerId)
      if (known === undefined) return 'lost'
      const { openCases: before = [], ...rest } = known
      const openCases = withCase(before, said)
      if (openCases !== undefined) store(openCases.length === 0 ? rest : { ...rest, openCases })
      return 'written'
    },
    whoAre: async (customerIds) => {
      const known = findAll(customerIds).map(({ customer }) => customer)
      for (const { customerId } of known) if (!pseudonyms.has(customerId)) pseudonyms.set(customerId, randomPseudonym())
      return new Map(known.map((customer) => [customer.customerId, whoOf(pseudonyms.get(customer.customerId) ?? 0n, customer)]))
    },
    pseudonymsOf: async (customerIds) =>
      new Map(
        findAll(customerIds).flatMap(({ customer: { customerId } }) => {
          const pseudonym = pseudonyms.get(customerId)
          return pseudonym === undefined ? [] : [[customerId, pseudonym]]
        }),
      ),
    page: async ({ after, limit }) => {
      const people: Person[] = []
      const start = after === undefined ? 0 : partitionOf(after)
      for (let number = start; number < PARTITIONS && people.length < limit; number++) {
        const later = [...partition(number).keys()].filter((id) => after === undefined || number > start || id > after).toSorted()
        people.push(...findAll(later))
      }
      return people.slice(0, limit)
    },
  }
}

const withAll = (known: readonly string[], products: readonly string[]): readonly string[] =>
  products.every((product) => known.includes(product)) ? known : [...new Set([...known, ...products])].sort()

/** One product or none is in order as it is, and may be the same list for many. */
const sorted = (products: readonly string[]): readonly string[] => (products.length > 1 ? products.toSorted() : products)

function move(
  index: ReturnType<typeof shardIndex<string>>,
  customerId: string,
  from: string | undefined,
  to: string | undefined,
): void {
  if (from === to) return
  if (from !== undefined) index.remove(from, customerId, customerId)
  if (to !== undefined) index.add(to, customerId, customerId)
}

const birthdayKey = ({ birthday }: Customer): string | undefined => (birthday ? birthdayKeyOf(birthday) : undefined)
const monthDay = ({ firstPurchaseOn }: { readonly firstPurchaseOn: LocalDate | null }): string | undefined =>
  firstPurchaseOn?.slice(5)
