/** A search within one list reads whom the indexes name and who stands in the list, however many the company has. */
import { expect, test } from 'vitest'
import { memoryCustomerFinder } from '#adapters/memory/customer-finder.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { findAmong, KEYS_LOOKED_AT } from '#app/person/find-among.ts'
import { readableHash } from '#test/contract/every-store.contract.ts'
import { aCustomer } from '#test/support/builders.ts'

const MANY = KEYS_LOOKED_AT + 500
const idOf = (at: number) => `M${String(at).padStart(5, '0')}`

async function company(named: number) {
  const store = memoryCustomerStore({ addressHash: readableHash })
  await store.put([
    aCustomer({ customerId: 'KH1', phone: '+84912345678', email: 'lan@example.com' }),
    ...Array.from({ length: named }, (_, at) =>
      aCustomer({ customerId: idOf(at), fullName: 'Lê Thị Mai', givenName: 'Mai', phone: null, email: null }),
    ),
  ])
  const read: string[] = []
  const customers = {
    ...store,
    getMany: (ids: readonly string[]) => {
      read.push(...ids)
      return store.getMany(ids)
    },
  }
  const finder = memoryCustomerFinder({ customers: store, addressHash: readableHash })
  const find = async (
    text: string,
    { among, after, limit = 100 }: { among: Iterable<string>; after?: string; limit?: number },
  ) => {
    read.length = 0
    const { people, byId, next } = await findAmong(
      { customers, finder },
      { text, country: 'VN', after, limit, among: new Set(among) },
    )
    return { ids: [...byId, ...people.map(({ customer }) => customer.customerId)], next, read: read.length }
  }
  return find
}

test.each([
  ['given name', 'lan'],
  ['number', '0912 345 678'],
  ['address', 'LAN@example.com'],
  ['id', 'kh1'],
])('by %s finds who stands in the list, and not who does not', async (_by, text) => {
  const find = await company(300)
  const long = Array.from({ length: 300 }, (_, at) => idOf(at))
  expect((await find(text, { among: ['KH1', ...long] })).ids).toEqual(['KH1'])
  expect((await find(text, { among: ['KH1', 'M00001'] })).ids).toEqual(['KH1'])
  expect((await find(text, { among: long })).ids).toEqual([])
  expect((await find(text, { among: ['M00001'] })).ids).toEqual([])
})

test('of a frequent name a page reads no more than it shows, and every page together shows each of the list once', async () => {
  const find = await company(1_200)
  const among = ['KH1', ...Array.from({ length: 600 }, (_, at) => idOf(at * 2))]
  const shown: string[] = []
  for (let after: string | undefined, pages = 0; pages < 20; pages++) {
    const page = await find('mai', { among, ...(after !== undefined && { after }) })
    expect(page.read).toBeLessThanOrEqual(100)
    shown.push(...page.ids)
    if (page.next === null) break
    after = page.next
  }
  expect(shown).toHaveLength(600)
  expect(new Set(shown).size).toBe(600)
})

test('a list that a page holds is read whole: a name that very many have is not looked through for it', async () => {
  const find = await company(MANY)
  expect(await find('mai', { among: ['KH1', idOf(MANY - 1)] })).toMatchObject({ ids: [idOf(MANY - 1)], next: null, read: 2 })
})

test('whom a page has not come to is met on the next one', async () => {
  const find = await company(MANY)
  const among = ['KH1', ...Array.from({ length: 200 }, (_, at) => idOf(MANY - 1 - at))]
  const first = await find('mai', { among })
  expect(first).toMatchObject({ ids: [], read: 0 })
  const second = await find('mai', { among, after: first.next ?? '' })
  expect(second.ids).toHaveLength(100)
})
