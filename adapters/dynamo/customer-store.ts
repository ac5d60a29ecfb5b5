/** Customers in DynamoDB: one row each, found by id, by partition, by day of birth or first purchase, by address. */
import { absentOr, both, type Condition, present, unchanged } from '#adapters/dynamo/conditions.ts'
import { consentsOf, firstPurchaseAttributes, personOf, profileAttributes } from '#adapters/dynamo/customer-rows.ts'
import { everybodyQueries, placeOf, placeQueries } from '#adapters/dynamo/places.ts'
import { countRows, queryAll, queryPages, type RowQuery } from '#adapters/dynamo/query-rows.ts'
import { getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, lastOfEach, type Row } from '#adapters/dynamo/rows.ts'
import { addToSet, updateRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { CustomerStore, NoticedPurchases, Person } from '#app/ports/customers.ts'
import type { Written } from '#app/ports/written.ts'
import type { ConsentState } from '#core/audience/consent.ts'
import { laterConsents } from '#core/audience/later-consents.ts'
import type { Customer } from '#core/customer/customer.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'

const WRITES_AT_ONCE = 16
/** Lost races for one customer's consents, before giving up. */
const CONSENT_TRIES = 10

const EVERYBODY = { name: 'everybody', key: 'everybodyKey', place: 'place' }
const BY_BIRTHDAY = { name: 'byBirthday', key: 'birthdayKey', place: 'place' }
const BY_FIRST_PURCHASE = { name: 'byFirstPurchase', key: 'firstPurchaseDay', place: 'place' }
const WHOLE_BASE = { first: 0, last: PARTITIONS - 1 }

/** `addressHash` is the seals' own: the same address must give the same hash everywhere. */
export function dynamoCustomerStore(table: DynamoTable & { readonly addressHash: (address: string) => string }): CustomerStore {
  const { addressHash } = table
  const getMany = async (ids: readonly string[]) =>
    (
      await getRows(
        table,
        ids.map((customerId) => ({ customerId })),
      )
    ).map(personOf)
  const sharing = async (address: string): Promise<readonly Person[]> => {
    const hash = addressHash(address)
    const rows = await queryAll(table, { index: 'byAddress', partition: { attribute: 'addressHash', is: hash } })
    // The index may be behind: the address on the row itself decides.
    const people = await getMany(rows.map((row) => String(row.customerId)))
    return people.filter(({ customer: { email } }) => email !== null && addressHash(email) === hash)
  }
  return {
    get: async (customerId) => {
      const row = await getRow(table, { customerId })
      return row && personOf(row)
    },
    getMany,
    put: (customers) => putProfiles(table, { customers, addressHash }),
    noticePurchases: (dates) => eachBounded(dates, { limit: WRITES_AT_ONCE, act: (noticed) => notice(table, noticed) }),
    setConsents: (customerId, consents) => setLaterConsents(table, { customerId, consents }),
    setFrequency: ({ customerId, frequency, at, evidence }) =>
      updateRow(table, {
        key: { customerId },
        set: { frequency, frequencyAt: at, frequencyEvidence: evidence },
        condition: both(present('customerId'), absentOr('frequencyAt', '<=', at)),
      }),
    inPartitions: (range) => peopleOf(table, everybodyQueries(EVERYBODY, range)),
    bornOn: (keys, range) => peopleOf(table, placeQueries(BY_BIRTHDAY, keys, range)),
    firstBoughtOn: (monthDays, range) => peopleOf(table, placeQueries(BY_FIRST_PURCHASE, monthDays, range)),
    roughCount: () => countPartition(table),
    sharing,
    setSharedAddress: ({ customerId, sharedAddress }) =>
      updateRow(table, {
        key: { customerId },
        set: { sharedAddress: JSON.stringify(sharedAddress) },
        condition: present('customerId'),
      }),
    page: (query) => pageOfPeople(table, query),
  }
}

function putProfiles(
  table: DynamoTable,
  { customers, addressHash }: { readonly customers: readonly Customer[]; readonly addressHash: (address: string) => string },
): Promise<void> {
  const distinct = lastOfEach(customers, ({ customerId }) => customerId)
  const act = (customer: Customer) =>
    updateRow(table, { key: { customerId: customer.customerId }, ...profileAttributes(customer, addressHash) })
  return eachBounded(distinct, { limit: WRITES_AT_ONCE, act })
}

/** Conditional writes and no read. A lost write means that the stored date is wider already, or that there is no such customer. */
async function notice(table: DynamoTable, { customerId, first, last, products }: NoticedPurchases): Promise<void> {
  const widen = (set: Row, beyond: Condition) =>
    updateRow(table, { key: { customerId }, set, condition: both(present('customerId'), beyond) })
  await widen(firstPurchaseAttributes(first), absentOr('firstPurchaseOn', '>', first))
  await widen({ lastPurchaseOn: last }, absentOr('lastPurchaseOn', '<', last))
  if (products.length > 0)
    await addToSet(table, { key: { customerId }, attribute: 'products', values: products, condition: present('customerId') })
}

/** Merges with the stored consents under a condition on what was read, so that two writers at once cannot lose an opt-out. */
async function setLaterConsents(
  table: DynamoTable,
  { customerId, consents }: { readonly customerId: string; readonly consents: ConsentState },
): Promise<Written> {
  for (let attempt = 0; attempt < CONSENT_TRIES; attempt++) {
    const row = await getRow(table, { customerId })
    if (row === undefined) return 'lost'
    const stored = consentsOf(row.consents)
    const next = stored === 'unreadable' ? consents : laterConsents(stored, consents)
    const condition = both(present('customerId'), unchanged('consents', row.consents))
    const written = await updateRow(table, { key: { customerId }, set: { consents: JSON.stringify(next) }, condition })
    if (written === 'written') return written
  }
  throw new Error(`consents of customer ${customerId} keep changing`)
}

async function* peopleOf(table: DynamoTable, queries: Iterable<RowQuery>): AsyncGenerator<readonly Person[], void> {
  for (const query of queries) for await (const rows of queryPages(table, query)) yield rows.map(personOf)
}

/** One partition of 256 is counted, so that knowing the size of ten million costs a few reads. */
async function countPartition(table: DynamoTable): Promise<number> {
  const [query] = everybodyQueries(EVERYBODY, { first: 0, last: 0 })
  return query ? PARTITIONS * (await countRows(table, query)) : 0
}

/** Ordered by partition, then id: this needs no index of its own and never changes. */
async function pageOfPeople(
  table: DynamoTable,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<readonly Person[]> {
  // Sorts before every place; a key condition takes no empty text.
  const place = after === undefined ? '!' : placeOf(after)
  const people: Person[] = []
  for (const query of everybodyQueries(EVERYBODY, WHOLE_BASE)) {
    const rest: RowQuery = { ...query, sort: { attribute: EVERYBODY.place, after: place }, pageSize: limit - people.length }
    for await (const rows of queryPages(table, rest)) {
      people.push(...rows.map(personOf))
      if (people.length >= limit) return people.slice(0, limit)
    }
  }
  return people
}
