/** What every finder of customers must do. */
import { describe, expect, test } from 'vitest'
import type { CustomerFinder, CustomerStore, FoundBy } from '#app/ports/customers.ts'
import { ownerKey, searchedName } from '#core/customer/finder-keys.ts'
import { aCustomer } from '#test/support/builders.ts'

export interface FindingStores {
  readonly customers: CustomerStore
  readonly finder: CustomerFinder
}

const named = (customerId: string, fullName: string, over: Parameters<typeof aCustomer>[0] = {}) =>
  aCustomer({ customerId, fullName, familyName: null, givenName: null, ...over })

const PEOPLE = [
  named('c-1', 'Đặng Thùy Dương', { phone: '+84912345678' }),
  named('c-2', 'Nguyễn Thị Ánh', { phone: '+84912345678', email: 'Nha@example.com' }),
  named('c-3', 'Nguyễn Văn An', { email: 'nha@example.com' }),
  named('c-4', 'An'),
  named('c-5', 'Anna Svensson', { nameOrder: 'given-first', locale: 'en', country: 'SE' }),
  named('c-6', 'Nguyễn Hoàng Nguyên'),
  named('c-7', 'Như Ý'),
  named('c-8', 'Lê Ngọc Trường Sơn', { givenName: 'Trường Sơn' }),
  // As a Mac writes it.
  named('c-9', 'Đặng Thúy An'.normalize('NFD')),
  named('c-10', 'Nguyễn Văn An'),
]

export function customerFinderContract(fresh: () => Promise<FindingStores>): void {
  describe('a finder of customers', () => {
    async function filled() {
      const { customers, finder } = await fresh()
      await customers.put(PEOPLE)
      const find = async (by: FoundBy, text: string) =>
        (await finder.find({ by, text, limit: 100 })).map(({ customerId }) => customerId)
      const called = (text: string) => find('given-name', searchedName(text))
      const fully = (text: string) => find('full-name', searchedName(text))
      return { customers, finder, find, called, fully }
    }

    test('finds given names from their beginning, without marks, sorted by given name and then by the whole name', async () => {
      const { called } = await filled()
      expect(await called('an')).toEqual(['c-4', 'c-9', 'c-10', 'c-3', 'c-2', 'c-5'])
      expect(await called('Ánh')).toEqual(['c-2'])
      expect(await called('DUONG')).toEqual(['c-1'])
      expect(await called('Dương'.normalize('NFD'))).toEqual(['c-1'])
      expect(await called('sơn')).toEqual(['c-8'])
      expect(await called('an nguyen')).toEqual(['c-10', 'c-3'])
      expect(await called('svensson')).toEqual([])
    })

    test('finds by who looks after them, as the list writes it, by id and from where a page ended', async () => {
      const { customers, finder } = await fresh()
      const owned = (customerId: string, owner: string | null) => named(customerId, 'An', { owner })
      await customers.put([owned('c-3', 'Bảo'), owned('c-1', ' bảo '), owned('c-2', 'Bao'), owned('c-4', null)])
      const of = async (owner: string, after?: string) =>
        (await finder.find({ by: 'owner', text: ownerKey(owner), after, limit: 5 })).map(({ customerId }) => customerId)
      expect(await of('BẢO')).toEqual(['c-1', 'c-3'])
      expect(await of('Bảo', 'c-1')).toEqual(['c-3'])
      await customers.put([owned('c-3', 'Hạnh')])
      expect([await of('Bảo'), await of('Hạnh')]).toEqual([['c-1'], ['c-3']])
    })

    test('finds full names from their beginning, and leaves to given names what begins with one', async () => {
      const { fully, called } = await filled()
      expect(await fully('nguyễn')).toEqual(['c-2', 'c-10', 'c-3'])
      expect(await called('nguyễn')).toEqual(['c-6'])
      expect(await fully('nguyen van a')).toEqual(['c-10', 'c-3'])
      expect(await fully('đặng th')).toEqual(['c-9', 'c-1'])
      expect(await fully('an')).toEqual([])
      expect(await fully('thi anh')).toEqual([])
    })

    test('one letter finds the word of one letter, not every name with that letter', async () => {
      const { called, fully } = await filled()
      expect(await called('y')).toEqual(['c-7'])
      expect(await called('a')).toEqual([])
      expect(await fully('n')).toEqual([])
    })

    test('finds the customers of a number and of an address, by id', async () => {
      const { find } = await filled()
      expect(await find('phone', '+84912345678')).toEqual(['c-1', 'c-2'])
      expect(await find('phone', '+8491234567')).toEqual([])
      expect(await find('address', 'NHA@example.com')).toEqual(['c-2', 'c-3'])
    })

    test.each<[FoundBy, string]>([
      ['given-name', 'an'],
      ['full-name', 'nguyen'],
      ['phone', '+84912345678'],
      ['address', 'nha@example.com'],
    ])('by %s goes on after each place, to the end, and names each customer once', async (by, text) => {
      const { finder } = await filled()
      const whole = await finder.find({ by, text, limit: 100 })
      expect(whole.length).toBeGreaterThan(1)
      for (const limit of [1, 2, 3]) {
        const found: string[] = []
        for (let after: string | undefined; ; ) {
          const page = await finder.find({ by, text, limit, after })
          found.push(...page.map(({ customerId }) => customerId))
          after = page.at(-1)?.place
          if (page.length < limit) break
        }
        expect(found).toEqual(whole.map(({ customerId }) => customerId))
      }
    })

    test('ids that begin like one another are all found, whatever page ends at one of them', async () => {
      const { customers, finder } = await fresh()
      const ids = ['k', 'k-1', 'k.1', 'k1', 'k10', 'k_1', 'ka']
      await customers.put(ids.map((customerId) => named(customerId, 'Trần Thị Hoa')))
      for (const by of ['given-name', 'full-name'] as const) {
        const text = by === 'given-name' ? 'hoa' : 'tran thi hoa'
        const whole = await finder.find({ by, text, limit: 100 })
        expect(whole.map(({ customerId }) => customerId).toSorted()).toEqual([...ids].toSorted())
        for (const [at, { place }] of whole.entries())
          expect(await finder.find({ by, text, after: place, limit: 100 })).toEqual(whole.slice(at + 1))
      }
    })

    test('a new profile is found by its own name and number, and by those before no more', async () => {
      const { customers, find, called } = await filled()
      await customers.put([named('c-1', 'Đặng Thùy Trang', { phone: '+84987654321' }), named('c-2', 'c-2', { phone: null })])
      expect([await called('duong'), await called('trang')]).toEqual([[], ['c-1']])
      expect([await find('phone', '+84912345678'), await find('phone', '+84987654321')]).toEqual([[], ['c-1']])
      expect([await called('anh'), await called('c 2')]).toEqual([[], []])
    })

    test('a corrected customer is found by the new name, and after an import that came between as well', async () => {
      const { customers, called } = await filled()
      const corrections = { version: 1, parts: ['name'], at: '2027-03-10T02:00:00.000Z', by: 'Hoa' } as const
      await customers.correct('c-1', (customer) => ({ ...customer, fullName: 'Đặng Thùy Trang', corrections }))
      expect([await called('duong'), await called('trang')]).toEqual([[], ['c-1']])
      await customers.put([named('c-1', 'Đặng Thùy Dương')])
      expect([await called('duong'), await called('trang')]).toEqual([[], ['c-1']])
    })

    test('all customers stand in the order of given names, then of whole names, and those without a name at the end', async () => {
      const { customers, finder } = await filled()
      await customers.put([
        named('x-1', 'Lan Thị Lan'),
        named('x-2', 'Nguyễn Thị Lân'),
        named('x-3', 'Trần Lãn'),
        named('x-4', 'đỗ đức đạt'),
        named('x-5', 'Anna Maria Rossi', { givenName: 'Anna Maria', nameOrder: 'given-first' }),
        named('x-6', 'x-6'),
        named('x-7', '🌸'),
        named('x-8', '王小明'),
        named('x-9', 'Võ Hoàng Yến'),
      ])
      const found = (await finder.inNameOrder({ limit: 100 })) ?? []
      expect(found.map(({ customerId }) => customerId)).toEqual([
        ...['c-4', 'c-9', 'c-10', 'c-3', 'c-2', 'c-5', 'x-5'],
        ...['x-4', 'c-1', 'x-1', 'x-2', 'x-3', 'c-6', 'c-8', 'c-7', 'x-9', 'x-8', 'x-6', 'x-7'],
      ])
    })

    test('all customers, page by page: each once, in one order, whatever the page holds, and renamed customers at their new place', async () => {
      const { customers, finder } = await fresh()
      const GIVEN = ['Lan', 'Hoa', 'An', 'Ánh', 'Dũng', 'Đông', 'Mai']
      const many = Array.from({ length: 90 }, (_, at) => named(`k-${at}`, `Nguyễn Thị ${GIVEN[at % GIVEN.length]}`))
      await customers.put(many)
      const walked = async (limit: number) => {
        const seen: string[] = []
        for (let after: string | undefined; ; ) {
          const page = (await finder.inNameOrder({ limit, after })) ?? []
          expect(page.length).toBeLessThanOrEqual(limit)
          seen.push(...page.map(({ customerId }) => customerId))
          if (page.length < limit) return seen
          after = page.at(-1)?.place
        }
      }
      const whole = await walked(100)
      expect(whole.toSorted()).toEqual(many.map(({ customerId }) => customerId).toSorted())
      for (const limit of [1, 7, 40, 90]) expect(await walked(limit)).toEqual(whole)
      await customers.put([named('k-0', 'Nguyễn Thị Yến'), named('k-1', 'Nguyễn Thị A')])
      const after = await walked(100)
      expect([after[0], after.at(-1), after.length]).toEqual(['k-1', 'k-0', 90])
    })

    test('the longest names and ids are stored and found', async () => {
      const { customers, finder } = await fresh()
      const fullName = `${'𝔑'.repeat(150)} ${'𝔘'.repeat(100)}`
      const customerId = 'x'.repeat(64)
      await customers.put([named(customerId, fullName)])
      for (const [by, text] of [
        ['given-name', '𝔘𝔘'],
        ['full-name', '𝔑𝔑𝔑'],
      ] as const)
        expect((await finder.find({ by, text, limit: 2 })).map((found) => found.customerId)).toEqual([customerId])
      const [only] = (await finder.inNameOrder({ limit: 2 })) ?? []
      expect(only?.customerId).toBe(customerId)
      expect(await finder.inNameOrder({ limit: 2, after: only?.place })).toEqual([])
    })
  })
}
