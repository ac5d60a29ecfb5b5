/**
 * Customers in DynamoDB: one row each, found by id, by partition, by day of birth or first purchase, by address; and one row each in the finder, by
 * which staff search. This store writes both, so that no caller can forget one (docs/adr/022).
 */
import { absentOr, both, type Condition, present, unchanged } from '#adapters/dynamo/conditions.ts'
import {
  CORRECTION,
  consentsOf,
  firstPurchaseAttributes,
  openCasesOf,
  openCasesText,
  personOf,
  profileAttributes,
} from '#adapters/dynamo/customer-rows.ts'
import { markingFirstImport } from '#adapters/dynamo/finder-mark.ts'
import { finderKey, finderRow } from '#adapters/dynamo/finder-rows.ts'
import { everybodyQueries, placeOf, placeQueries } from '#adapters/dynamo/places.ts'
import { pseudonymsOf, whoAre } from '#adapters/dynamo/pseudonyms.ts'
import { countRows, queryAll, queryPages, type RowQuery } from '#adapters/dynamo/query-rows.ts'
import { readAhead } from '#adapters/dynamo/read-ahead.ts'
import { getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import { removeProfile } from '#adapters/dynamo/remove-profile.ts'
import { type DynamoTable, lastOfEach, type Row } from '#adapters/dynamo/rows.ts'
import { addToSet, deleteRow, putRow, putRows, updateRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { CustomerStore, NoticedPurchases, Person } from '#app/ports/customers.ts'
import type { Written } from '#app/ports/written.ts'
import type { ConsentState } from '#core/audience/consent.ts'
import { laterConsents } from '#core/audience/later-consents.ts'
import { withCase } from '#core/audience/open-case.ts'
import { keepingCorrections } from '#core/customer/corrections.ts'
import type { Customer } from '#core/customer/customer.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'

const WRITES_AT_ONCE = 16
/** Lost races for one customer's consents, or open cases, before giving up. */
const CONSENT_TRIES = 10
/** And for one profile. */
const PROFILE_TRIES = 5

/** Others keep writing the profile. The import or the member of staff tries again. */
class ProfileContendedError extends Error {
  override name = 'ProfileContendedError'
}

const EVERYBODY = { name: 'everybody', key: 'everybodyKey', place: 'place' }
const BY_BIRTHDAY = { name: 'byBirthday', key: 'birthdayKey', place: 'place' }
const BY_FIRST_PURCHASE = { name: 'byFirstPurchase', key: 'firstPurchaseDay', place: 'place' }
const WHOLE_BASE = { first: 0, last: PARTITIONS - 1 }

interface CustomerTable extends DynamoTable {
  /** The seals' own: the same address must give the same hash everywhere. */
  readonly addressHash: (address: string) => string
  /** Named where profiles are written; a function without it may only read them and update parts. */
  readonly finderTable?: string | undefined
}

export function dynamoCustomerStore(table: CustomerTable): CustomerStore {
  const { addressHash } = table
  const markFirstImport = markingFirstImport({
    finder: () => finderOf(table),
    isEmpty: async () => (await pageOfPeople(table, { limit: 1 })).length === 0,
  })
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
    put: async (customers) => {
      await markFirstImport()
      await putProfiles(table, customers)
    },
    correct: (customerId, change) => correctProfile(table, { customerId, change }),
    remove: (customer) => removeProfile(table, customer),
    noticePurchases: (dates) => eachBounded(dates, { limit: WRITES_AT_ONCE, act: (noticed) => notice(table, noticed) }),
    setConsents: (customerId, consents) => setLaterConsents(table, { customerId, consents }),
    setFrequency: ({ customerId, frequency, at, evidence }) =>
      updateRow(table, {
        key: { customerId },
        set: { frequency, frequencyAt: at, frequencyEvidence: evidence },
        condition: both(present('customerId'), absentOr('frequencyAt', '<=', at)),
      }),
    inPartitions: (range) => peopleOf(table, everybodyQueries(EVERYBODY, range)),
    idsInPartitions: async function* (range) {
      const queries = everybodyQueries(EVERYBODY, range).map((query) => ({ ...query, only: ['customerId'] }))
      for await (const rows of readAhead(queries, (query) => queryPages(table, query)))
        yield rows.map(({ customerId }) => String(customerId))
    },
    bornOn: (keys, range) => peopleOf(table, placeQueries(BY_BIRTHDAY, keys, range)),
    firstBoughtOn: (monthDays, range) => peopleOf(table, placeQueries(BY_FIRST_PURCHASE, monthDays, range)),
    roughCount: () => countPartition(table),
    sharing,
    setWrongPhone: ({ customerId, phone }) =>
      updateRow(table, {
        key: { customerId },
        set: { wrongPhone: phone ?? '' },
        condition: present('customerId'),
      }),
    setSharedAddress: ({ customerId, sharedAddress }) =>
      updateRow(table, {
        key: { customerId },
        set: { sharedAddress: JSON.stringify(sharedAddress) },
        condition: present('customerId'),
      }),
    setOpenCase: (said) => setOpenCase(table, said),
    whoAre: (customerIds) => whoAre(table, customerIds),
    pseudonymsOf: (customerIds) => pseudonymsOf(table, customerIds),
    page: (query) => pageOfPeople(table, query),
  }
}

/**
 * The keys first. A crash in between leaves keys of a profile that is not yet written: a search reads the profile and drops them, and the same import
 * writes both again. The other way round the profile would be stored, the import would find it unchanged, and no search would find the customer.
 */
async function putProfiles(table: CustomerTable, customers: readonly Customer[]): Promise<void> {
  const distinct = lastOfEach(customers, ({ customerId }) => customerId)
  await putRows(finderOf(table), distinct.map(finderRow))
  await eachBounded(distinct, { limit: WRITES_AT_ONCE, act: (customer) => putProfile(table, customer) })
}

/** Under the condition that staff corrected nothing since the profile was read; what they did is taken over, and its keys are written again. */
async function putProfile(table: CustomerTable, customer: Customer): Promise<void> {
  const { customerId } = customer
  let next = customer
  for (let attempt = 0; attempt < PROFILE_TRIES; attempt++) {
    const condition = unchanged(CORRECTION, next.corrections?.version)
    const attributes = profileAttributes(next, table.addressHash)
    if ((await updateRow(table, { key: { customerId }, ...attributes, condition })) === 'written') return
    const row = await getRow(table, { customerId })
    // Erased meanwhile: the corrections went with the profile, and the import brings the customer anew.
    next = row === undefined ? { ...customer, corrections: null } : keepingCorrections(customer, personOf(row).customer)
    await putRow(finderOf(table), finderRow(next))
  }
  throw new ProfileContendedError(`the profile of customer ${customerId} keeps changing`)
}

/** The keys first, as when profiles are put. */
async function correctProfile(
  table: CustomerTable,
  { customerId, change }: { readonly customerId: string; readonly change: (customer: Customer) => Customer },
): Promise<Written> {
  for (let attempt = 0; attempt < PROFILE_TRIES; attempt++) {
    const row = await getRow(table, { customerId })
    if (row === undefined) {
      // Erased since the first look: the keys written then go as well.
      if (attempt > 0) await deleteRow(finderOf(table), finderKey(customerId))
      return 'lost'
    }
    const next = change(personOf(row).customer)
    await putRow(finderOf(table), finderRow(next))
    const condition = unchanged('profile', row.profile)
    const attributes = profileAttributes(next, table.addressHash)
    if ((await updateRow(table, { key: { customerId }, ...attributes, condition })) === 'written') return 'written'
  }
  throw new ProfileContendedError(`the profile of customer ${customerId} keeps changing`)
}

function finderOf({ client, finderTable }: CustomerTable): DynamoTable {
  if (finderTable === undefined) throw new Error('profiles are written only where the finder table is named')
  return { client, tableName: finderTable }
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

/** Under a condition on what was read: two cases of one customer may be written at once. */
async function setOpenCase(
  table: DynamoTable,
  { customerId, ...said }: Parameters<CustomerStore['setOpenCase']>[0],
): Promise<Written> {
  for (let attempt = 0; attempt < CONSENT_TRIES; attempt++) {
    const row = await getRow(table, { customerId })
    if (row === undefined) return 'lost'
    const next = withCase(openCasesOf(row.openCases), said)
    if (next === undefined) return 'written'
    const text = openCasesText(next)
    const change = text === undefined ? { remove: ['openCases'] } : { set: { openCases: text } }
    const condition = both(present('customerId'), unchanged('openCases', row.openCases))
    if ((await updateRow(table, { key: { customerId }, ...change, condition })) === 'written') return 'written'
  }
  throw new Error(`the open cases of customer ${customerId} keep changing`)
}

async function* peopleOf(table: DynamoTable, queries: readonly RowQuery[]): AsyncGenerator<readonly Person[], void> {
  for await (const rows of readAhead(queries, (query) => queryPages(table, query))) yield rows.map(personOf)
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
  const first = after === undefined ? WHOLE_BASE.first : partitionOf(after)
  for (const query of everybodyQueries(EVERYBODY, { ...WHOLE_BASE, first })) {
    const rest: RowQuery = { ...query, sort: { attribute: EVERYBODY.place, after: place }, pageSize: limit - people.length }
    for await (const rows of queryPages(table, rest)) {
      people.push(...rows.map(personOf))
      if (people.length >= limit) return people.slice(0, limit)
    }
  }
  return people
}
