import { expect, test } from 'vitest'
import { memoryCustomerFinder } from '#adapters/memory/customer-finder.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { findPeople } from '#app/person/find-people.ts'
import { readableHash } from '#test/contract/every-store.contract.ts'
import { aCustomer } from '#test/support/builders.ts'

const named = (customerId: string, fullName: string, over: Parameters<typeof aCustomer>[0] = {}) =>
  aCustomer({ customerId, fullName, familyName: null, givenName: null, addressName: null, ...over })

async function companyOf(...people: readonly ReturnType<typeof aCustomer>[]) {
  const customers = memoryCustomerStore({ addressHash: readableHash })
  await customers.put(people)
  const finder = memoryCustomerFinder({ customers, addressHash: readableHash })
  const page = (text: string, { after, limit = 50 }: { after?: string; limit?: number } = {}) =>
    findPeople({ customers, finder }, { text, country: 'VN', after, limit })
  const found = async (text: string, over: { after?: string; limit?: number } = {}) => {
    const answer = await page(text, over)
    if ('refused' in answer) throw new Error(answer.refused)
    return answer.people.map(({ customer }) => customer.customerId)
  }
  /** Every page, one after the other. */
  const pages = async (text: string, limit: number) => {
    const all: (readonly string[])[] = []
    for (let after: string | undefined; ; ) {
      const answer = await page(text, { ...(after !== undefined && { after }), limit })
      if ('refused' in answer) throw new Error(answer.refused)
      all.push(answer.people.map(({ customer }) => customer.customerId))
      if (answer.next === null) return all
      after = answer.next
    }
  }
  return { customers, finder, page, found, pages }
}

const PEOPLE = [
  named('KH1', 'Nguyễn Thị Lan', { phone: '+84912345678', email: 'lan@example.com' }),
  named('KH2', 'Lê Thị Hoa', { phone: '+84912345678' }),
  named('KH3', 'Lan Văn Bình'),
  named('KH4', 'Trần Ngọc Lan'),
  named('KH5', 'Ngân Thị Nga'),
  named('KH6', 'Lê Như Ý'),
]

test('those who are called so come first, then those whose full name begins so', async () => {
  const { found } = await companyOf(...PEOPLE)
  expect(await found('lan')).toEqual(['KH1', 'KH4', 'KH3'])
  expect(await found(' LÀN ')).toEqual(['KH1', 'KH4', 'KH3'])
  expect(await found('nguyen thi')).toEqual(['KH1'])
})

test('a number in any notation, and an address in capitals', async () => {
  const { found } = await companyOf(...PEOPLE)
  expect(await found('0912.345.678')).toEqual(['KH1', 'KH2'])
  expect(await found('+84 912 345 678')).toEqual(['KH1', 'KH2'])
  expect(await found('LAN@EXAMPLE.COM')).toEqual(['KH1'])
})

test('an id in small letters comes before any name', async () => {
  const { found, page } = await companyOf(...PEOPLE, named('lan', 'Phạm Thị Mai'))
  expect(await found('kh4')).toEqual(['KH4'])
  expect(await found('lan')).toEqual(['lan', 'KH1', 'KH4', 'KH3'])
  expect(await page('kh9')).toMatchObject({ people: [], next: null, as: ['id', 'given-name', 'full-name'] })
})

test('a customer whose given and full name both begin so stands once', async () => {
  const { found, pages } = await companyOf(...PEOPLE)
  expect(await found('ng')).toEqual(['KH5', 'KH1'])
  expect((await pages('ng', 1)).flat()).toEqual(['KH5', 'KH1'])
})

test('an empty text finds everybody; one letter the word of one letter; marks alone nothing', async () => {
  const { found, page, pages } = await companyOf(...PEOPLE)
  expect(await found('')).toEqual(['KH3', 'KH2', 'KH1', 'KH4', 'KH5', 'KH6'])
  expect(await pages('', 2)).toEqual([
    ['KH3', 'KH2'],
    ['KH1', 'KH4'],
    ['KH5', 'KH6'],
  ])
  expect(await found('y')).toEqual(['KH6'])
  expect(await found('n')).toEqual([])
  expect(await page('...')).toEqual({ people: [], next: null, as: [], isSorted: true })
  expect(await page('́')).toEqual({ people: [], next: null, as: [], isSorted: true })
})

test('pages follow each other over the border between given and full names, and the last is never empty', async () => {
  const { pages, found } = await companyOf(...PEOPLE)
  for (const limit of [1, 2, 3, 4]) {
    const all = await pages('lan', limit)
    expect(all.flat()).toEqual(await found('lan'))
    expect(all.every((one) => one.length > 0)).toBe(true)
  }
  expect(await pages('0912345678', 1)).toEqual([['KH1'], ['KH2']])
})

test.each([
  ['lan', 'x'],
  ['lan', '7.lan #KH1'],
  ['lan', '0.hoa #KH1'],
  ['lan', '0.zzz'],
  ['lan', '0.lan #KH 1'],
  ['lan', `0.lan${'n'.repeat(300)} #KH1`],
  ['lan', '0.lan #'],
  ['0912345678', '0.lan #KH1'],
  ['0912345678', '0.KH/1'],
  ['...', '0.'],
  ['', 'KH/1'],
  ['', '\u0000'],
  ['', 'KH1'],
  ['', 'lan !nguyen thi lan #KH/1'],
  ['', `${'n'.repeat(300)} #KH1`],
])('"%s" has no page at %j: a link changed by hand is refused', async (text, after) => {
  const { page } = await companyOf(...PEOPLE)
  expect(await page(text, { after })).toEqual({ refused: 'no-such-page' })
})

test('keys that are out of date show no one by a name they had, and do not end the page', async () => {
  const { customers, finder } = await companyOf(...PEOPLE)
  const stale = {
    ...customers,
    getMany: async (ids: readonly string[]) =>
      (await customers.getMany(ids.filter((id) => id !== 'KH1'))).map((person) =>
        person.customer.customerId === 'KH4'
          ? { ...person, customer: { ...person.customer, fullName: 'Trần Ngọc Mai' } }
          : person,
      ),
  }
  const answer = await findPeople({ customers: stale, finder }, { text: 'lan', country: 'VN', after: undefined, limit: 2 })
  expect(answer).toMatchObject({ people: [{ customer: { customerId: 'KH3' } }], next: null })
})

test('as long as customers of the version before have no place in the order, all are listed all the same, in the order of the store', async () => {
  const { customers, finder } = await companyOf(...PEOPLE)
  const before = { customers, finder: { ...finder, inNameOrder: async () => undefined } }
  const page = (after: string | undefined) => findPeople(before, { text: '', country: 'VN', after, limit: 4 })
  const first = await page(undefined)
  if ('refused' in first) throw new Error(first.refused)
  const second = await page(first.next ?? undefined)
  if ('refused' in second) throw new Error(second.refused)
  expect([first.isSorted, first.people.length, second.people.length, second.next]).toEqual([false, 4, 2, null])
  const ids = [...first.people, ...second.people].map(({ customer }) => customer.customerId)
  expect(ids.toSorted()).toEqual(['KH1', 'KH2', 'KH3', 'KH4', 'KH5', 'KH6'])
  expect(await page('lan !nguyen thi lan #KH1')).toEqual({ refused: 'no-such-page' })
})

test('a customer who was erased a moment ago leaves room in the list, and the pages go on behind them', async () => {
  const { customers, finder } = await companyOf(...PEOPLE)
  const behind = { ...customers, getMany: (ids: readonly string[]) => customers.getMany(ids.filter((id) => id !== 'KH2')) }
  const first = await findPeople({ customers: behind, finder }, { text: '', country: 'VN', after: undefined, limit: 2 })
  expect(first).toMatchObject({ people: [{ customer: { customerId: 'KH3' } }], next: 'hoa !le thi hoa #KH2' })
})
