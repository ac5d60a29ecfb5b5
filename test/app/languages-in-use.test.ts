import { expect, test } from 'vitest'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { languagesInUse, missingLanguages } from '#app/languages-in-use.ts'
import { aCampaign, aCustomer, someWords } from '#test/support/builders.ts'

const store = async (locales: readonly string[]) => {
  const customers = memoryCustomerStore({ addressHash: (address) => address })
  await customers.put(locales.map((locale, n) => aCustomer({ customerId: `c-${n}`, locale })))
  return customers
}

test('every language that customers read is counted', async () => {
  const readers = await languagesInUse(await store(['vi', 'ko', 'vi', 'en-AU', 'vi']))
  expect([...readers].toSorted()).toEqual([
    ['en-AU', 1],
    ['ko', 1],
    ['vi', 3],
  ])
  expect((await languagesInUse(await store([]))).size).toBe(0)
})

test('of very many customers some thousands are looked at, not all', async () => {
  const readers = await languagesInUse(await store(Array.from({ length: 12_000 }, () => 'vi')))
  expect(readers.get('vi')).toBeGreaterThanOrEqual(5_000)
  expect(readers.get('vi')).toBeLessThan(7_000)
})

test('a template lacks what its readers cannot be written to in; its base language serves', () => {
  const campaign = (id: string, template: string, locale: string) => ({
    definition: aCampaign({ id }),
    words: someWords(template, 'lời', locale),
  })
  const accepting = [campaign('aa', 'tea', 'en'), campaign('bb', 'tea', 'en'), campaign('cc', 'rice', 'ko')]
  const readers = new Map([
    ['en-AU', 2],
    ['ko', 12],
  ])
  expect(missingLanguages(accepting, readers)).toEqual([
    { template: 'tea', locale: 'ko', readers: 12 },
    { template: 'rice', locale: 'en-AU', readers: 2 },
  ])
})
