/** What every store of customers must do. */
import { describe, expect, test } from 'vitest'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import { sharedAddressOf } from '#core/audience/shared-address.ts'
import type { Customer } from '#core/customer/customer.ts'
import { partitionOf } from '#core/customer/stable-hash.ts'
import { allPages } from '#test/support/all-pages.ts'
import { idsInPartition, storedCustomer } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const CORRECTED_AT = '2027-03-10T02:00:00.000Z'
const EVERYBODY = { first: 0, last: 255 }
const idsOf = (people: readonly Person[]) => people.map(({ customer }) => customer.customerId).sort()
const manyCustomers = (count: number, over = {}) =>
  Array.from({ length: count }, (_, n) => storedCustomer({ customerId: `m-${n}`, email: `m${n}@example.com`, ...over }))

/** `addressHash` of the store must be the address in lower case, so that a test can name it. */
export function customerStoreContract(fresh: () => Promise<CustomerStore>): void {
  describe('a store of customers', () => {
    test('gives back what was put, every field and letter, with no consents and no wishes yet', async () => {
      const store = await fresh()
      const full = storedCustomer({
        firstPurchaseOn: '2025-02-28',
        lastPurchaseOn: '2026-12-31',
        profession: 'giáo viên 🎓',
        owner: 'lan',
      })
      const bare = storedCustomer({
        customerId: 'c-002',
        familyName: null,
        givenName: null,
        addressName: null,
        gender: null,
        email: null,
        phone: null,
        birthday: null,
        tier: null,
        tags: [],
      })
      const lunar = storedCustomer({
        customerId: 'c-003',
        birthday: { kind: 'lunar', month: 6, day: 30, leap: true, year: null },
      })
      await store.put([full, bare, lunar])
      expect(await store.get('c-001')).toEqual({ customer: full, consents: {}, frequency: 'any' })
      expect(await store.get('c-002')).toEqual({ customer: bare, consents: {}, frequency: 'any' })
      expect(await store.get('c-003')).toEqual({ customer: lunar, consents: {}, frequency: 'any' })
      expect(await store.get('c-004')).toBeUndefined()
    })

    test('putting the same profile twice changes nothing, and of two in one call the last one stays', async () => {
      const store = await fresh()
      await store.put([storedCustomer({ tier: 'silver' }), storedCustomer()])
      await store.put([storedCustomer()])
      expect((await store.get('c-001'))?.customer).toEqual(storedCustomer())
      expect(idsOf(await allPages(store.inPartitions(EVERYBODY)))).toEqual(['c-001'])
    })

    test('the ids of customers are listed by partition, each once', async () => {
      const store = await fresh()
      const ids = Array.from({ length: 40 }, (_, n) => `c-${n}`)
      await store.put(ids.map((customerId) => storedCustomer({ customerId })))
      const listed = (await allPages(store.idsInPartitions(EVERYBODY))).flat()
      expect(listed.toSorted()).toEqual(ids.toSorted())
      expect(listed.map(partitionOf)).toEqual(listed.map(partitionOf).toSorted((a, b) => a - b))
      const range = { first: 100, last: 180 }
      const within = ids.filter((id) => partitionOf(id) >= range.first && partitionOf(id) <= range.last)
      expect((await allPages(store.idsInPartitions(range))).flat().toSorted()).toEqual(within.toSorted())
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const customer = storedCustomer()
      await store.put([customer])
      await store.setConsents('c-001', { 'care/email': { decision: 'granted', at: '2026-01-01T00:00:00.000Z' } })
      tamper(customer)
      tamper(await store.get('c-001'))
      tamper(await store.getMany(['c-001']))
      tamper(await allPages(store.inPartitions(EVERYBODY)))
      expect(await store.get('c-001')).toEqual({
        customer: storedCustomer(),
        consents: { 'care/email': { decision: 'granted', at: '2026-01-01T00:00:00.000Z' } },
        frequency: 'any',
      })
      expect(idsOf(await allPages(store.bornOn(['S-08-15'], EVERYBODY)))).toEqual(['c-001'])
    })

    test('reads any number of customers, leaves out those who do not exist, and names nobody twice', async () => {
      const store = await fresh()
      await store.put([])
      expect(await store.getMany([])).toEqual([])
      const customers = manyCustomers(201)
      await store.put(customers)
      for (const count of [0, 1, 25, 26, 99, 100, 101, 200, 201]) {
        const ids = customers.slice(0, count).map(({ customerId }) => customerId)
        expect(idsOf(await store.getMany([...ids, 'nobody', ...ids.slice(0, 2)]))).toEqual([...ids].sort())
      }
    })

    test('a new profile leaves consents, the wished frequency and purchase dates as they are', async () => {
      const store = await fresh()
      const consents = { 'care/email': { decision: 'withdrawn', at: '2026-05-01T00:00:00.000Z' } } as const
      await store.put([storedCustomer()])
      await store.setConsents('c-001', consents)
      await store.setFrequency({ customerId: 'c-001', frequency: 'monthly', at: '2026-05-02T00:00:00.000Z', evidence: 'link' })
      await store.noticePurchases([{ customerId: 'c-001', first: '2025-03-01', last: '2026-03-01', products: [] }])
      await store.put([storedCustomer({ addressName: 'chị Ánh', firstPurchaseOn: '2026-02-02', lastPurchaseOn: null })])
      expect(await store.get('c-001')).toEqual({
        customer: storedCustomer({ addressName: 'chị Ánh', firstPurchaseOn: '2025-03-01', lastPurchaseOn: '2026-03-01' }),
        consents,
        frequency: 'monthly',
        frequencyChosen: { at: '2026-05-02T00:00:00.000Z', evidence: 'link' },
      })
      expect(await allPages(store.firstBoughtOn(['02-02'], EVERYBODY))).toEqual([])
    })

    test('a wrong number stays noted through an import that read the profile before, until the note is taken away', async () => {
      const store = await fresh()
      const profile = storedCustomer({ phone: '+84901234567' })
      const noted = async () => (await store.get('c-001'))?.customer.wrongPhone
      expect(await store.setWrongPhone({ customerId: 'c-001', phone: '+84901234567' })).toBe('lost')
      expect(await store.get('c-001')).toBeUndefined()
      await store.put([profile])
      expect(await noted()).toBeNull()
      expect(await store.setWrongPhone({ customerId: 'c-001', phone: '+84901234567' })).toBe('written')
      await store.put([profile, storedCustomer({ customerId: 'c-002', phone: '+84901234567' })])
      await store.correct('c-001', (customer) => ({ ...customer, fullName: 'Nguyễn Thị Loan' }))
      expect(await noted()).toBe('+84901234567')
      expect((await store.get('c-002'))?.customer.wrongPhone).toBeNull()
      expect(await store.setWrongPhone({ customerId: 'c-001', phone: null })).toBe('written')
      expect(await noted()).toBeNull()
    })

    describe('a correction by staff', () => {
      const HOA = { version: 1, parts: ['name'], at: CORRECTED_AT, by: 'Hoa' } as const
      const corrected = (customer: Customer): Customer => ({ ...customer, fullName: 'Nguyễn Thị Loan', corrections: HOA })

      test('changes the profile as it is now, and nothing else of the customer', async () => {
        const store = await fresh()
        await store.put([storedCustomer()])
        await store.setConsents('c-001', { 'care/email': { decision: 'withdrawn', at: CORRECTED_AT } })
        expect(await store.correct('c-001', corrected)).toBe('written')
        const person = await store.get('c-001')
        expect(person?.customer).toEqual(corrected(storedCustomer()))
        expect(person?.consents).toEqual({ 'care/email': { decision: 'withdrawn', at: CORRECTED_AT } })
        expect(await store.correct('c-404', corrected)).toBe('lost')
        expect(await store.get('c-404')).toBeUndefined()
      })

      test('stays when an import that had read the profile before writes it after', async () => {
        const store = await fresh()
        const before = storedCustomer()
        await store.put([before])
        await store.correct('c-001', corrected)
        await store.put([{ ...before, tier: 'gold' }])
        expect((await store.get('c-001'))?.customer).toEqual({ ...corrected(before), tier: 'gold' })
        await store.put([{ ...corrected(before), tier: 'silver' }])
        expect((await store.get('c-001'))?.customer).toEqual({ ...corrected(before), tier: 'silver' })
      })

      test('of corrections at the same moment none is lost', async () => {
        const store = await fresh()
        await store.put([storedCustomer({ tags: [] })])
        const tag = (name: string) => store.correct('c-001', (customer) => ({ ...customer, tags: [...customer.tags, name] }))
        expect(await Promise.all(['a', 'b', 'c'].map(tag))).toEqual(['written', 'written', 'written'])
        expect((await store.get('c-001'))?.customer.tags.toSorted()).toEqual(['a', 'b', 'c'])
      })
    })

    test('purchase dates only widen, in whatever order and however often they are noticed', async () => {
      const store = await fresh()
      await store.put([storedCustomer()])
      const notice = (first: string, last: string) => store.noticePurchases([{ customerId: 'c-001', first, last, products: [] }])
      const dates = async () => {
        const customer = (await store.get('c-001'))?.customer
        return [customer?.firstPurchaseOn, customer?.lastPurchaseOn]
      }
      await notice('2026-02-03', '2026-02-03')
      expect(await dates()).toEqual(['2026-02-03', '2026-02-03'])
      await notice('2026-01-09', '2026-01-09')
      expect(await dates()).toEqual(['2026-01-09', '2026-02-03'])
      await notice('2026-01-20', '2027-01-20')
      await notice('2026-02-03', '2026-02-03')
      expect(await dates()).toEqual(['2026-01-09', '2027-01-20'])
      expect(idsOf(await allPages(store.firstBoughtOn(['01-09', '01-09'], EVERYBODY)))).toEqual(['c-001'])
      expect(await allPages(store.firstBoughtOn(['02-03', '01-20'], EVERYBODY))).toEqual([])
    })

    test('what was bought is known once each, in whatever order it is noticed, and a new profile leaves it', async () => {
      const store = await fresh()
      await store.put([storedCustomer({ renewsOn: '2027-05-01' })])
      const notice = (...products: string[]) =>
        store.noticePurchases([{ customerId: 'c-001', first: '2026-02-03', last: '2026-02-03', products }])
      await notice('Máy lọc nước', 'Lõi lọc')
      await notice('Lõi lọc')
      await notice()
      await store.put([storedCustomer({ tier: 'silver', renewsOn: '2027-06-01' })])
      expect((await store.get('c-001'))?.customer).toMatchObject({
        products: ['Lõi lọc', 'Máy lọc nước'],
        renewsOn: '2027-06-01',
        tier: 'silver',
      })
      expect((await allPages(store.firstBoughtOn(['02-03'], EVERYBODY))).flat()[0]?.customer.products).toHaveLength(2)
    })

    test('customers of one address are found by it and keep their mark over a new profile, until it is taken away', async () => {
      const store = await fresh()
      const [one, two, other] = ['c-001', 'c-002', 'c-003'].map((customerId) =>
        storedCustomer({ customerId, email: customerId === 'c-003' ? 'khac@example.com' : 'nha@example.com' }),
      )
      if (!one || !two || !other) throw new Error('three customers')
      await store.put([one, two, other])
      await store.setConsents('c-001', { 'care/email': { decision: 'withdrawn', at: '2026-02-01T00:00:00.000Z' } })
      const sharers = await store.sharing('Nha@example.com')
      expect(idsOf(sharers)).toEqual(['c-001', 'c-002'])
      const sharedAddress = sharedAddressOf(sharers, 'email')
      if (!sharedAddress) throw new Error('no mark')
      expect(await store.setSharedAddress({ customerId: 'c-002', sharedAddress })).toBe('written')
      await store.put([{ ...two, tier: 'silver' }])
      expect(await store.get('c-002')).toMatchObject({ customer: { tier: 'silver' }, sharedAddress })
      expect(JSON.stringify((await store.get('c-002'))?.sharedAddress)).toBe(JSON.stringify(sharedAddress))
      expect(sharedAddress.known.decided).toEqual({ 'care/email': { decision: 'withdrawn' } })
      expect((await allPages(store.inPartitions(EVERYBODY))).flat().filter((person) => person.sharedAddress)).toHaveLength(1)
      expect((await store.get('c-001'))?.sharedAddress).toBeUndefined()
      await store.setSharedAddress({ customerId: 'c-002', sharedAddress: null })
      expect((await store.get('c-002'))?.sharedAddress).toBeUndefined()
      expect(await store.setSharedAddress({ customerId: 'c-404', sharedAddress })).toBe('lost')
      expect(await store.get('c-404')).toBeUndefined()
    })

    test('says how grave each open case of a customer is, to whoever reads them, and keeps it when the profile is put anew', async () => {
      const store = await fresh()
      const one = storedCustomer({ firstPurchaseOn: '2025-02-28' })
      await store.put([one, storedCustomer({ customerId: 'c-002', email: 'other@example.com' })])
      const say = (workId: string, grade: 's1' | 'complaint' | null, version: number, customerId = 'c-001') =>
        store.setOpenCase({ customerId, workId, grade, version })
      expect((await store.get('c-001'))?.openCases).toBeUndefined()
      expect(await say('w-1', 's1', 2)).toBe('written')
      expect(await say('w-2', 'complaint', 0)).toBe('written')
      const both = [
        { workId: 'w-1', grade: 's1', version: 2 },
        { workId: 'w-2', grade: 'complaint', version: 0 },
      ]
      await store.put([{ ...one, tier: 'silver' }])
      const readings = [
        await store.getMany(['c-001']),
        await allPages(store.bornOn(['S-08-15'], EVERYBODY)).then((people) => people.flat().slice(0, 1)),
        await allPages(store.firstBoughtOn(['02-28'], EVERYBODY)),
        await store.sharing('anh@example.com'),
      ].map((people) => people.flat().find(({ customer }) => customer.customerId === 'c-001')?.openCases)
      expect(readings).toEqual(readings.map(() => both))
      expect((await store.get('c-002'))?.openCases).toBeUndefined()
      // Slow writers, and the same once more.
      expect([await say('w-1', null, 1), await say('w-1', 's1', 3), await say('w-3', null, 1)]).toEqual([
        'written',
        'written',
        'written',
      ])
      expect((await store.get('c-001'))?.openCases).toEqual(both)
      await say('w-1', null, 3)
      expect((await store.get('c-001'))?.openCases).toEqual([both[1]])
      await say('w-2', null, 1)
      expect((await store.get('c-001'))?.openCases).toBeUndefined()
      expect(await say('w-1', 's1', 0, 'c-404')).toBe('lost')
      expect(await store.get('c-404')).toBeUndefined()
    })

    test('of cases that are opened at the same moment each is kept', async () => {
      const store = await fresh()
      await store.put([storedCustomer()])
      const ids = ['w-1', 'w-2', 'w-3', 'w-4']
      await Promise.all(ids.map((workId) => store.setOpenCase({ customerId: 'c-001', workId, grade: 's1', version: 0 })))
      expect((await store.get('c-001'))?.openCases?.map(({ workId }) => workId).toSorted()).toEqual(ids)
    })

    test('a profile is removed only as it was read, and is found nowhere afterwards', async () => {
      const store = await fresh()
      const born = storedCustomer({ firstPurchaseOn: '2026-03-10' })
      const { customerId } = born
      await store.put([born, storedCustomer({ customerId: 'c-002' })])
      const read = (await store.get(customerId))!.customer
      await store.correct(customerId, (customer) => ({ ...customer, email: 'moved@example.com' }))
      expect(await store.remove(read)).toBe('lost')
      const corrected = (await store.get(customerId))!.customer
      expect(corrected.email).toBe('moved@example.com')
      await store.noticePurchases([{ customerId, first: '2026-01-05', last: '2027-01-05', products: ['p-9'] }])
      expect(await store.remove(corrected)).toBe('lost')
      expect(await store.remove((await store.get(customerId))!.customer)).toBe('written')
      expect(await store.remove(corrected)).toBe('lost')
      expect(await store.get(customerId)).toBeUndefined()
      expect(await store.sharing('moved@example.com')).toEqual([])
      expect((await store.page({ limit: 10 })).map(({ customer }) => customer.customerId)).toEqual(['c-002'])
      await store.put([born])
      expect(await store.get(customerId)).toMatchObject({ customer: born, consents: {} })
    })

    test('the purchases of somebody unknown make no customer', async () => {
      const store = await fresh()
      await store.noticePurchases([{ customerId: 'c-009', first: '2026-01-01', last: '2026-01-01', products: ['Lọc nước'] }])
      expect(await store.get('c-009')).toBeUndefined()
      expect(await allPages(store.firstBoughtOn(['01-01'], EVERYBODY))).toEqual([])
    })

    test('consents are set for customers who exist, and an older state never undoes a later decision', async () => {
      const store = await fresh()
      await store.put([storedCustomer()])
      const granted = { decision: 'granted', at: '2026-01-01T00:00:00.000Z' } as const
      const withdrawn = { decision: 'withdrawn', at: '2026-02-01T00:00:00.000Z' } as const
      expect(await store.setConsents('c-404', {})).toBe('lost')
      expect(await store.get('c-404')).toBeUndefined()
      expect(await store.setConsents('c-001', { 'care/email': granted })).toBe('written')
      expect(await store.setConsents('c-001', { 'care/email': withdrawn, 'survey/email': granted })).toBe('written')
      expect(await store.setConsents('c-001', { 'care/email': granted })).toBe('written')
      expect((await store.get('c-001'))?.consents).toEqual({ 'care/email': withdrawn, 'survey/email': granted })
    })

    test('two opt-outs at the same moment are both kept', async () => {
      const store = await fresh()
      await store.put([storedCustomer()])
      const withdrawn = { decision: 'withdrawn', at: '2026-02-01T00:00:00.000Z' } as const
      await Promise.all([
        store.setConsents('c-001', { 'care/email': withdrawn }),
        store.setConsents('c-001', { 'survey/email': withdrawn }),
        store.setConsents('c-001', { 'advertising/email': withdrawn }),
      ])
      expect((await store.get('c-001'))?.consents).toEqual({
        'care/email': withdrawn,
        'survey/email': withdrawn,
        'advertising/email': withdrawn,
      })
    })

    test('the frequency that was chosen last counts, whatever the order the choices come in', async () => {
      const store = await fresh()
      await store.put([storedCustomer(), storedCustomer({ customerId: 'c-002' })])
      const choose = (frequency: Person['frequency'], day: string, customerId = 'c-001') =>
        store.setFrequency({ customerId, frequency, at: `${day}T00:00:00.000Z`, evidence: 'preferences page' })
      const frequency = async () => (await store.get('c-001'))?.frequency
      expect(await choose('weekly', '2026-02-02', 'c-404')).toBe('lost')
      expect(await store.get('c-404')).toBeUndefined()
      expect(await choose('weekly', '2026-02-02')).toBe('written')
      expect(await frequency()).toBe('weekly')
      expect(await choose('any', '2026-02-01')).toBe('lost')
      expect(await frequency()).toBe('weekly')
      expect(await choose('weekly', '2026-02-02')).toBe('written')
      expect(await choose('monthly', '2026-02-02')).toBe('written')
      expect(await choose('any', '2026-02-03')).toBe('written')
      expect(await frequency()).toBe('any')
      expect(await store.get('c-002')).toMatchObject({ frequency: 'any' })
      expect((await store.get('c-002'))?.frequencyChosen).toBeUndefined()
    })

    test('whoever reads a person reads the wished frequency with them', async () => {
      const store = await fresh()
      await store.put([storedCustomer({ firstPurchaseOn: '2025-03-01' })])
      await store.setFrequency({ customerId: 'c-001', frequency: 'weekly', at: '2026-02-02T00:00:00.000Z', evidence: 'link' })
      await store.setConsents('c-001', { 'care/email': { decision: 'granted', at: '2026-01-01T00:00:00.000Z' } })
      await store.noticePurchases([{ customerId: 'c-001', first: '2025-02-28', last: '2026-03-01', products: [] }])
      const readings = [
        await store.getMany(['c-001']),
        await allPages(store.inPartitions(EVERYBODY)),
        await allPages(store.bornOn(['S-08-15'], EVERYBODY)),
        await allPages(store.firstBoughtOn(['02-28'], EVERYBODY)),
        await store.sharing('anh@example.com'),
        await store.page({ limit: 1 }),
      ]
      expect(readings.map((people) => people.map(({ frequency }) => frequency))).toEqual(readings.map(() => ['weekly']))
      const chosen = { at: '2026-02-02T00:00:00.000Z', evidence: 'link' }
      expect(readings.map(([person]) => person?.frequencyChosen)).toEqual(readings.map(() => chosen))
    })

    test('of choices made at once the latest stays', async () => {
      const store = await fresh()
      await store.put([storedCustomer()])
      const choices = [
        { frequency: 'any', at: '2026-02-01T00:00:00.000Z' },
        { frequency: 'monthly', at: '2026-02-03T00:00:00.000Z' },
        { frequency: 'weekly', at: '2026-02-02T00:00:00.000Z' },
      ] as const
      await Promise.all(choices.map((choice) => store.setFrequency({ customerId: 'c-001', evidence: 'link', ...choice })))
      expect((await store.get('c-001'))?.frequency).toBe('monthly')
    })

    test('partitions hold everybody once, and each only its own', async () => {
      const store = await fresh()
      const customers = manyCustomers(120)
      await store.put(customers)
      const inRange = (first: number, last: number) =>
        customers
          .map(({ customerId }) => customerId)
          .filter((id) => partitionOf(id) >= first && partitionOf(id) <= last)
          .sort()
      for (const [first, last] of [
        [0, 255],
        [0, 127],
        [128, 255],
        [7, 7],
        [16, 31],
        [250, 255],
      ] as const) {
        expect(idsOf(await allPages(store.inPartitions({ first, last })))).toEqual(inRange(first, last))
      }
    })

    test('a partition of more than a megabyte is read to the end', async () => {
      const store = await fresh()
      const ids = idsInPartition(200, 300)
      const long = 'ghi chú '.repeat(450)
      await store.put(ids.map((customerId) => storedCustomer({ customerId, email: null, birthday: null, tags: [long] })))
      const pages: (readonly Person[])[] = []
      for await (const page of store.inPartitions({ first: 200, last: 200 })) pages.push(page)
      expect(idsOf(pages.flat())).toEqual([...ids].sort())
      expect(pages.every((page) => page.length > 0)).toBe(true)
      expect((await store.page({ limit: 300 })).length).toBe(300)
    })

    test('a birthday is found by its key, within the partitions that are asked for', async () => {
      const store = await fresh()
      const born = { kind: 'solar', month: 2, day: 29, year: 1988 } as const
      const people = manyCustomers(60, { birthday: born })
      await store.put([
        ...people,
        storedCustomer({ customerId: 'l-1', birthday: { kind: 'lunar', month: 2, day: 29, leap: false, year: null } }),
        storedCustomer({ customerId: 'l-2', birthday: { kind: 'lunar', month: 2, day: 29, leap: true, year: 1985 } }),
        storedCustomer({ customerId: 'l-3', birthday: null }),
      ])
      const found = async (keys: readonly string[], first = 0, last = 255) =>
        idsOf(await allPages(store.bornOn(keys, { first, last })))
      const ids = people.map(({ customerId }) => customerId)
      expect(await found(['S-02-29'])).toEqual([...ids].sort())
      expect(await found(['L-02-29', 'LL-02-29', 'S-02-28'])).toEqual(['l-1', 'l-2'])
      expect(await found([])).toEqual([])
      for (const [first, last] of [
        [0, 127],
        [8, 24],
        [100, 100],
        [241, 255],
      ] as const) {
        const inside = ids.filter((id) => partitionOf(id) >= first && partitionOf(id) <= last).sort()
        expect(await found(['S-02-29', 'S-02-29'], first, last)).toEqual(inside)
      }
    })

    test('a customer whose birthday is corrected moves, and one whose birthday is forgotten is found no more', async () => {
      const store = await fresh()
      const born = async (key: string) => idsOf(await allPages(store.bornOn([key], EVERYBODY)))
      await store.put([storedCustomer({ birthday: { kind: 'solar', month: 8, day: 15, year: 1988 } })])
      await store.put([storedCustomer({ birthday: { kind: 'lunar', month: 8, day: 15, leap: false, year: 1988 } })])
      expect(await born('S-08-15')).toEqual([])
      expect(await born('L-08-15')).toEqual(['c-001'])
      await store.put([storedCustomer({ birthday: null })])
      expect(await born('L-08-15')).toEqual([])
      expect((await store.get('c-001'))?.customer.birthday).toBeNull()
    })

    test('first purchases are found by month and day in any year', async () => {
      const store = await fresh()
      const bought = (customerId: string, firstPurchaseOn: string | null) => storedCustomer({ customerId, firstPurchaseOn })
      await store.put([bought('a', '2020-02-29'), bought('b', '2024-02-29'), bought('c', '2024-02-28'), bought('d', null)])
      expect(idsOf(await allPages(store.firstBoughtOn(['02-29'], EVERYBODY)))).toEqual(['a', 'b'])
      expect(idsOf(await allPages(store.firstBoughtOn(['02-28', '02-29'], EVERYBODY)))).toEqual(['a', 'b', 'c'])
      const own = { first: partitionOf('a'), last: partitionOf('a') }
      expect(idsOf(await allPages(store.firstBoughtOn(['02-29'], own)))).toEqual(['a'])
    })

    test('an address finds everybody who has it now', async () => {
      const store = await fresh()
      await store.put([
        storedCustomer({ customerId: 'a', email: 'Nha@Example.com' }),
        storedCustomer({ customerId: 'b', email: 'nha@example.com' }),
        storedCustomer({ customerId: 'c', email: null }),
      ])
      expect(idsOf(await store.sharing('nha@example.com'))).toEqual(['a', 'b'])
      await store.put([
        storedCustomer({ customerId: 'a', email: 'moi@example.com' }),
        storedCustomer({ customerId: 'b', email: null }),
      ])
      expect(await store.sharing('nha@example.com')).toEqual([])
      expect(idsOf(await store.sharing('moi@example.com'))).toEqual(['a'])
    })

    test('looking through page by page meets everybody once, always in the same order', async () => {
      const store = await fresh()
      await store.put(manyCustomers(90))
      const look = async (limit: number) => {
        const seen: string[] = []
        for (let after: string | undefined; ; after = seen.at(-1)) {
          const page = await store.page({ limit, ...(after !== undefined && { after }) })
          expect(page.length).toBeLessThanOrEqual(limit)
          seen.push(...page.map(({ customer }) => customer.customerId))
          if (page.length < limit) return seen
        }
      }
      const seen = await look(20)
      expect([...seen].sort()).toEqual(
        manyCustomers(90)
          .map(({ customerId }) => customerId)
          .sort(),
      )
      expect(await look(45)).toEqual(seen)
      expect((await store.page({ after: 'nobody', limit: 5 })).length).toBeLessThanOrEqual(5)
    })

    test('gives each customer a pseudonym once, the same to all who ask', async () => {
      const store = await fresh()
      await store.put([...manyCustomers(120), storedCustomer({ customerId: 'x', tier: null, country: 'AU' })])
      const ids = [...manyCustomers(120).map(({ customerId }) => customerId), 'x', 'x', 'nobody']
      const [one, other] = await Promise.all([store.whoAre(ids), store.whoAre(ids.toReversed())])
      expect(new Map([...one].toSorted())).toEqual(new Map([...other].toSorted()))
      expect(new Map([...(await store.whoAre(ids))].toSorted())).toEqual(new Map([...one].toSorted()))
      expect(one.has('nobody')).toBe(false)
      expect(one.get('x')).toMatchObject({ tier: null, country: 'AU' })
      expect(one.get('m-1')).toMatchObject({ tier: 'gold', country: 'VN' })
      const persons = [...one.values()].map(({ person }) => person ?? -1n)
      expect(new Set(persons).size).toBe(121)
      for (const person of persons) expect(person > 0n && person < 2n ** 62n).toBe(true)
      expect(await store.whoAre([])).toEqual(new Map())
    })

    test('tells the pseudonyms that there are, and gives none to who has none', async () => {
      const store = await fresh()
      await store.put([storedCustomer({ customerId: 'x' }), storedCustomer({ customerId: 'y' })])
      const person = (await store.whoAre(['x'])).get('x')?.person
      expect(await store.pseudonymsOf(['x', 'y', 'nobody'])).toEqual(new Map([['x', person]]))
      expect(await store.pseudonymsOf(['y'])).toEqual(new Map())
      expect(await store.pseudonymsOf([])).toEqual(new Map())
    })

    test('imports, corrections, purchases, consents and wishes leave the pseudonym alone', async () => {
      const store = await fresh()
      const customer = storedCustomer()
      const { customerId } = customer
      await store.put([customer])
      const before = (await store.whoAre([customerId])).get(customerId)
      await store.put([{ ...customer, fullName: 'Nguyễn Thị Lan Anh', email: null, birthday: null, tier: null }])
      await store.correct(customerId, (known) => ({ ...known, givenName: 'Ánh' }))
      await store.noticePurchases([{ customerId, first: '2027-01-01', last: '2027-02-01', products: ['Trà'] }])
      await store.setConsents(customerId, {})
      await store.setFrequency({ customerId, frequency: 'monthly', at: CORRECTED_AT, evidence: 'page' })
      await store.setSharedAddress({ customerId, sharedAddress: null })
      expect((await store.whoAre([customerId])).get(customerId)).toEqual({ ...before, tier: null })
      expect(await store.get(customerId)).not.toHaveProperty('pseudonym')
    })

    test('the pseudonym goes with the profile: who is stored anew gets another', async () => {
      const store = await fresh()
      const customer = storedCustomer()
      await store.put([customer])
      const before = (await store.whoAre([customer.customerId])).get(customer.customerId)
      const stored = await store.get(customer.customerId)
      expect(stored && (await store.remove(stored.customer))).toBe('written')
      expect(await store.whoAre([customer.customerId])).toEqual(new Map())
      await store.put([customer])
      const after = (await store.whoAre([customer.customerId])).get(customer.customerId)
      expect(after?.person).toBeTypeOf('bigint')
      expect(after?.person).not.toBe(before?.person)
    })

    test('the rough count is that of one partition, times all', async () => {
      const store = await fresh()
      expect(await store.roughCount()).toBe(0)
      await store.put([...idsInPartition(0, 3), ...idsInPartition(9, 4)].map((customerId) => storedCustomer({ customerId })))
      expect(await store.roughCount()).toBe(3 * 256)
    })
  })
}
