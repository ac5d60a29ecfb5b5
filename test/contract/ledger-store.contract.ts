/** What every store of ledgers must do. */
import { describe, expect, test } from 'vitest'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import { storedContact } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'

const ledger = (version: number, contacts = [storedContact()], customerId = 'c-001'): Ledger => ({
  customerId,
  version,
  contacts,
})

export function ledgerStoreContract(fresh: () => Promise<LedgerStore>): void {
  describe('a store of ledgers', () => {
    test('has an empty ledger for everybody who was never contacted, one per id', async () => {
      const store = await fresh()
      expect(await store.getMany([])).toEqual([])
      expect(await store.getMany(['c-001', 'c-002', 'c-001'])).toEqual([ledger(0, []), ledger(0, [], 'c-002')])
    })

    test('keeps every contact as it was claimed', async () => {
      const store = await fresh()
      const contacts = [
        storedContact({ contentClass: 'transactional', channel: 'call' }),
        storedContact({ contentClass: 'survey', occasionKey: 'khảo sát #1' }),
        storedContact({ contentClass: 'advertising', at: '2026-12-31T23:59:59.999Z' }),
        storedContact(),
      ]
      expect(await store.claim(ledger(1, contacts))).toBe('written')
      expect(await store.getMany(['c-001'])).toEqual([ledger(1, contacts)])
      expect(await store.claim(ledger(2, []))).toBe('written')
      expect(await store.getMany(['c-001'])).toEqual([ledger(2, [])])
    })

    test('keeps which surveys were about the company or reminders, and what was acted on long ago', async () => {
      const store = await fresh()
      const contacts = [
        storedContact({ contentClass: 'survey', occurrenceId: 'nps_2027-02-06', occasionKey: 'nps:n117', asks: 'relationship' }),
        storedContact({ contentClass: 'survey', occasionKey: 'nps-reminder:nps_2027-02-06', asks: 'reminder' }),
        storedContact({ occurrenceId: 'csat_2027-02-06', occasionKey: 'csat:p2027-02-01#HĐ:1' }),
        storedContact({ occurrenceId: 'csat_2027-02-06', occasionKey: 'csat' }),
        storedContact({ occurrenceId: '', occasionKey: '' }),
      ]
      const claimed = {
        ...ledger(1, contacts),
        acted: [
          { about: '1z141z3', day: 20_000 },
          { about: '0', day: 20_398 },
        ],
      }
      expect(await store.claim(claimed)).toBe('written')
      expect(await store.getMany(['c-001'])).toEqual([claimed])
      expect(await store.claim(ledger(2, []))).toBe('written')
      expect(await store.getMany(['c-001'])).toEqual([ledger(2, [])])
    })

    test('of those who claim the same version exactly one succeeds', async () => {
      const store = await fresh()
      for (const version of [1, 2, 3]) {
        const rivals = ['a', 'b', 'c'].map((occasionKey) => ledger(version, [storedContact({ occasionKey })]))
        const results = await Promise.all(rivals.map((rival) => store.claim(rival)))
        expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
        expect(await store.getMany(['c-001'])).toEqual([rivals[results.indexOf('written')]])
      }
    })

    test.each([[0], [1], [2], [4]])('after two claims, version %i is lost', async (version) => {
      const store = await fresh()
      await store.claim(ledger(1))
      await store.claim(ledger(2))
      expect(await store.claim(ledger(version, []))).toBe('lost')
      expect(await store.getMany(['c-001'])).toEqual([ledger(2)])
    })

    test('a first claim must be version 1', async () => {
      const store = await fresh()
      expect(await store.claim(ledger(0))).toBe('lost')
      expect(await store.claim(ledger(2))).toBe('lost')
      expect(await store.claim(ledger(1))).toBe('written')
    })

    test('a stop makes every claim lost that was decided before it, also the first one, and keeps what is there', async () => {
      const store = await fresh()
      await store.noteStop(['c-001'])
      expect(await store.claim(ledger(1))).toBe('lost')
      expect(await store.getMany(['c-001'])).toEqual([ledger(1, [])])
      const claimed = { ...ledger(2), acted: [{ about: '1z141z3', day: 20_000 }] }
      expect(await store.claim(claimed)).toBe('written')
      await store.noteStop(['c-001', 'c-001', 'c-002'])
      expect(await store.claim(ledger(3, []))).toBe('lost')
      expect(await store.getMany(['c-001', 'c-002'])).toEqual([{ ...claimed, version: 3 }, ledger(1, [], 'c-002')])
      expect(await store.claim(ledger(4, []))).toBe('written')
    })

    test('an erased customer is claimed never again, whatever version was read, until the tombstone is taken away', async () => {
      const store = await fresh()
      const grave = { customerId: 'c-001', erasedAt: '2027-03-20T02:00:00.000Z', as: 'erased-1' }
      await store.claim(ledger(1))
      expect(await store.tombstones()).toEqual([])
      await store.leaveTombstone(grave)
      await store.leaveTombstone({ ...grave, erasedAt: '2027-03-21T02:00:00.000Z' })
      await store.leaveTombstone({ ...grave, customerId: 'c-003' })
      await store.noteStop(['c-001'])
      const [stored] = await store.getMany(['c-001'])
      expect(stored).toMatchObject({ contacts: [storedContact()], erasedAt: grave.erasedAt })
      for (const version of [1, 2, 3, 4, 5, 6]) expect(await store.claim(ledger(version))).toBe('lost')
      expect(await store.claim(ledger(1, [], 'c-003'))).toBe('lost')
      expect((await store.tombstones()).toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))).toEqual([
        { ...grave, erasure: { state: 'begun' } },
        { ...grave, customerId: 'c-003', erasure: { state: 'begun' } },
      ])
      expect([await store.removeTombstone('c-003'), await store.removeTombstone('c-003')]).toEqual(['written', 'written'])
      expect((await store.tombstones()).map(({ customerId }) => customerId)).toEqual(['c-001'])
      expect(await store.getMany(['c-003'])).toEqual([ledger(0, [], 'c-003')])
      expect(await store.claim(ledger(1, [storedContact()], 'c-003'))).toBe('written')
      await store.removeTombstone('c-003')
      expect(await store.getMany(['c-003'])).toEqual([ledger(1, [storedContact()], 'c-003')])
    })

    test.each([
      ['contacts', { contacts: [storedContact()] }],
      ['what was acted on long ago', { contacts: [], acted: [{ about: '1z141z3', day: 20_000 }] }],
    ])('a tombstone that still tells of %s is not taken away, however often', async (_, told) => {
      const store = await fresh()
      await store.claim({ customerId: 'c-001', version: 1, ...told })
      await store.leaveTombstone({ customerId: 'c-001', erasedAt: '2027-03-20T02:00:00.000Z', as: 'erased-1' })
      await store.finishErasure({ customerId: 'c-001', run: 'erased-1', at: '2027-03-20T02:01:00.000Z' })
      await store.confirmErasure({ customerId: 'c-001', run: 'erased-1' })
      for (const _time of [1, 2]) expect(await store.removeTombstone('c-001')).toBe('lost')
      expect((await store.tombstones()).map(({ customerId }) => customerId)).toEqual(['c-001'])
      expect(await store.getMany(['c-001'])).toMatchObject([{ ...told, erasedAt: '2027-03-20T02:00:00.000Z' }])
    })

    test('an erasure is begun until it says that it is finished, and begun again by the next one', async () => {
      const store = await fresh()
      const grave = { customerId: 'c-001', erasedAt: '2027-03-20T02:00:00.000Z', as: 'erased-1' }
      const at = '2027-03-20T02:01:00.000Z'
      const finish = (instant: string) => store.finishErasure({ customerId: 'c-001', run: 'erased-1', at: instant })
      const confirm = () => store.confirmErasure({ customerId: 'c-001', run: 'erased-1' })
      expect([await finish(at), await confirm()]).toEqual(['lost', 'lost'])
      expect(await store.tombstones()).toEqual([])
      await store.leaveTombstone(grave)
      expect(await store.tombstones()).toEqual([{ ...grave, erasure: { state: 'begun' } }])
      expect(await confirm()).toBe('lost')
      expect(await finish(at)).toBe('written')
      // The last look at the profile is still to come: a crash leaves an erasure to be finished.
      expect(await store.tombstones()).toEqual([{ ...grave, erasure: { state: 'begun' } }])
      expect([await confirm(), await confirm()]).toEqual(['written', 'written'])
      expect(await store.tombstones()).toEqual([{ ...grave, erasure: { state: 'finished', at } }])
      await store.leaveTombstone({ ...grave, erasedAt: '2027-03-21T02:00:00.000Z' })
      expect(await store.tombstones()).toEqual([{ ...grave, erasure: { state: 'begun' } }])
      const later = '2027-03-21T02:05:00.000Z'
      expect(await confirm()).toBe('lost')
      expect([await finish(later), await confirm()]).toEqual(['written', 'written'])
      expect(await store.tombstones()).toEqual([{ ...grave, erasure: { state: 'finished', at: later } }])
    })

    test('of erasures at one moment all are answered the name of one, which stays until they are finished', async () => {
      const store = await fresh()
      const leave = (as: string) => store.leaveTombstone({ customerId: 'c-001', erasedAt: '2027-03-20T02:00:00.000Z', as })
      for (const round of ['first', 'imported and erased again']) {
        const names = ['1', '2', '3'].map((nth) => `erased-${round}-${nth}`)
        const [name = '', ...others] = await Promise.all(names.map(leave))
        expect(names).toContain(name)
        expect(others).toEqual([name, name])
        expect(await leave('erased-late')).toBe(name)
        // The last to begin ends it: the others may not, while it is at work.
        const finish = (run: string) => store.finishErasure({ customerId: 'c-001', run, at: '2027-03-20T02:01:00.000Z' })
        expect(await Promise.all(names.map(finish))).toEqual(['lost', 'lost', 'lost'])
        expect(await store.tombstones()).toMatchObject([{ as: name, erasure: { state: 'begun' } }])
        expect(await finish('erased-late')).toBe('written')
        expect(await store.confirmErasure({ customerId: 'c-001', run: name })).toBe('lost')
        expect(await store.confirmErasure({ customerId: 'c-001', run: 'erased-late' })).toBe('written')
        expect(await store.tombstones()).toMatchObject([{ as: name, erasure: { state: 'finished' } }])
      }
      await store.removeTombstone('c-001')
      expect(await leave('erased-anew')).toBe('erased-anew')
    })

    test('an erasure that another has joined since is not confirmed', async () => {
      const store = await fresh()
      const grave = { customerId: 'c-001', erasedAt: '2027-03-20T02:00:00.000Z' }
      await store.leaveTombstone({ ...grave, as: 'erased-1' })
      await store.finishErasure({ customerId: 'c-001', run: 'erased-1', at: grave.erasedAt })
      expect(await store.leaveTombstone({ ...grave, as: 'erased-2' })).toBe('erased-1')
      expect(await store.confirmErasure({ customerId: 'c-001', run: 'erased-1' })).toBe('lost')
      expect(await store.confirmErasure({ customerId: 'c-001', run: 'erased-2' })).toBe('lost')
      expect(await store.tombstones()).toEqual([{ ...grave, as: 'erased-1', erasure: { state: 'begun' } }])
    })

    test('of stops and a claim at one moment none is lost: the claim was before them, or is lost', async () => {
      const store = await fresh()
      const [claimed] = await Promise.all([store.claim(ledger(1)), ...Array.from({ length: 5 }, () => store.noteStop(['c-001']))])
      const [stored] = await store.getMany(['c-001'])
      expect(stored).toEqual(claimed === 'written' ? ledger(6) : ledger(5, []))
      await store.noteStop([])
    })

    test('reads any number of them', async () => {
      const store = await fresh()
      const ids = Array.from({ length: 201 }, (_, n) => `c-${n}`)
      await Promise.all(ids.slice(0, 150).map((id) => store.claim(ledger(1, [storedContact()], id))))
      for (const count of [1, 25, 26, 100, 101, 201]) {
        const ledgers = await store.getMany(ids.slice(0, count))
        expect(ledgers.map(({ customerId }) => customerId).sort()).toEqual(ids.slice(0, count).sort())
        expect(ledgers.filter(({ version }) => version === 1)).toHaveLength(Math.min(count, 150))
      }
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const claimed = ledger(1)
      await store.claim(claimed)
      tamper([claimed, await store.getMany(['c-001', 'c-002'])])
      expect(await store.getMany(['c-001', 'c-002'])).toEqual([ledger(1), ledger(0, [], 'c-002')])
    })
  })
}
