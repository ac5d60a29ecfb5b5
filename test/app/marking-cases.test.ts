/** What a customer's row says of their cases: right after whatever is done to a case, in any order, and after any crash once the look has run. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { reopenWork } from '#app/desk/reopen-work.ts'
import { repairOpenCases } from '#app/desk/repair-open-cases.ts'
import { workOnCase } from '#app/desk/work-on-case.ts'
import { markingCases } from '#app/marking-cases.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Severity } from '#core/campaign/case-terms.ts'
import type { Instant } from '#core/time/instant.ts'
import { gradeOf } from '#core/work/case/open-mark.ts'
import { withCaseEvent } from '#core/work/history.ts'
import type { Case } from '#core/work/work-item.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import {
  closedWork,
  closingOn,
  openedAt,
  reopenedBy,
  storedCase,
  storedRequest,
  storedWork,
} from '#test/support/work-builders.ts'

const companyRules = theCompanyRules()
const NOON: Instant = '2027-03-10T05:00:00.000Z'
/** The first hour of the next day in Vietnam. */
const MIDNIGHT: Instant = '2027-03-10T17:05:00.000Z'

const aCase = (over: Partial<Case> = {}): Case =>
  storedCase({ workId: 'w-1', events: [openedAt('2027-03-10T04:30:00.000Z')], ...over })

async function company() {
  const customers = memoryCustomerStore({ addressHash: (address) => address })
  await customers.put([aCustomer(), aCustomer({ customerId: 'c-002' })])
  const ledgers = memoryLedgerStore()
  const stored = memoryWorkStore()
  const repaired: number[] = []
  const events = { openCasesRepaired: ({ marked }: { marked: number }) => void repaired.push(marked), workClosed: () => {} }
  const work = markingCases(stored, { customers, ledgers })
  return {
    customers,
    ledgers,
    stored,
    work,
    events,
    repaired,
    said: async (customerId = 'c-001') =>
      Object.fromEntries(((await customers.get(customerId))?.openCases ?? []).map(({ workId, grade }) => [workId, grade])),
    version: async () => (await ledgers.getMany(['c-001']))[0]?.version,
    look: (now: Instant) => repairOpenCases({ customers, ledgers, work: stored, companyRules, events }, now),
  }
}

const BY = { by: 'Hạnh', address: 'hanh@example.com' }
const AROUND = { roster: memoryRosterStore(), events: { workOpened: () => {} } }
const grade = (work: WorkStore, severity: Severity) =>
  workOnCase(
    { ...AROUND, work, companyRules },
    { ...BY, workId: 'w-1', act: { is: 'grade', severity, text: 'khách nhập viện' }, at: NOON },
  )
const close = (work: WorkStore) =>
  closeWork(
    { work, companyRules, events: { workClosed: () => {} } },
    { ...BY, workId: 'w-1', note: 'xong', reached: 'not-needed', at: NOON },
  )

describe('whatever is done to a case', () => {
  test('opened, called grave and less grave by hand, closed, reopened, closed again', async () => {
    const { work, said, stored } = await company()
    await work.open(aCase())
    expect(await said()).toEqual({ 'w-1': 'complaint' })
    await grade(work, 's1')
    expect(await said()).toEqual({ 'w-1': 's1' })
    await grade(work, 's4')
    expect(await said()).toEqual({ 'w-1': 's4' })
    await grade(work, 's2')
    await close(work)
    expect(await said()).toEqual({})
    const reopening = { ...BY, workId: 'w-1', because: 'khách gọi lại', round: 0, at: NOON }
    await reopenWork({ work, companyRules }, reopening)
    expect(await said()).toEqual({ 'w-1': 's2' })
    await close(work)
    expect(await said()).toEqual({})
    expect((await stored.get('w-1'))?.version).toBe(6)
  })

  test('two open cases: each has its own word, and the last one frees', async () => {
    const { work, said } = await company()
    await work.open(aCase())
    await work.open(aCase({ workId: 'w-2' }))
    await grade(work, 's1')
    expect(await said()).toEqual({ 'w-1': 's1', 'w-2': 'complaint' })
    await close(work)
    expect(await said()).toEqual({ 'w-2': 'complaint' })
  })

  test('a grave case binds every claim that was decided before; one that closes binds none', async () => {
    const { work, version } = await company()
    await work.open(aCase())
    expect(await version()).toBe(1)
    await grade(work, 's1')
    expect(await version()).toBe(2)
    await close(work)
    expect(await version()).toBe(2)
  })

  test('other work, and a case of nobody known, writes nothing', async () => {
    const { work, said, version } = await company()
    await work.open(storedWork())
    await work.open(storedRequest())
    await work.open(aCase({ customerId: null }))
    expect(await said()).toEqual({})
    expect(await version()).toBe(0)
  })

  test('a note changes no mark, and asks for none', async () => {
    const { stored, customers, ledgers, work } = await company()
    await work.open(aCase())
    const never = () => Promise.reject(new Error('nothing is to be written'))
    const watched = markingCases(stored, { customers: { setOpenCase: never }, ledgers: { noteStop: never } })
    const next = withCaseEvent(
      aCase(),
      { is: 'mailed', at: NOON, by: { is: 'staff', name: 'Hạnh' }, note: 'đã viết' },
      companyRules,
    )
    if (next === 'full') throw new Error('full')
    expect(await watched.update(next)).toBe('written')
    await expect(customers.get('c-001')).resolves.toMatchObject({ openCases: [{ workId: 'w-1', version: 0 }] })
    expect((await ledgers.getMany(['c-001']))[0]?.version).toBe(1)
  })

  test('a case of a customer who is gone is opened all the same', async () => {
    const { work, stored } = await company()
    expect(await work.open(aCase({ customerId: 'c-404' }))).toBe('written')
    expect(await stored.get('w-1')).toBeDefined()
  })
})

describe('a crash between the two writes', () => {
  const broken = () => Promise.reject(new Error('the power went'))

  test('the same mail that comes again marks the case that it had opened', async () => {
    const { stored, customers, ledgers, work, said } = await company()
    const breaking = markingCases(stored, { customers: { setOpenCase: broken }, ledgers })
    await expect(breaking.open(aCase())).rejects.toThrow('the power went')
    expect(await said()).toEqual({})
    expect(await work.open(aCase())).toBe('lost')
    expect(await said()).toEqual({ 'w-1': 'complaint' })
    expect((await customers.get('c-001'))?.openCases).toHaveLength(1)
  })

  test('of the ledger alone: the same mail binds the claims', async () => {
    const { stored, customers, work, version } = await company()
    await expect(markingCases(stored, { customers, ledgers: { noteStop: broken } }).open(aCase())).rejects.toThrow()
    expect(await version()).toBe(0)
    await work.open(aCase())
    expect(await version()).toBe(1)
  })

  test.each([
    ['an opening', async (breaking: WorkStore) => void (await breaking.open(aCase()).catch(() => {})), { 'w-1': 'complaint' }],
    [
      'a closing',
      async (breaking: WorkStore, work: WorkStore) => {
        await work.open(aCase())
        await close(breaking).catch(() => {})
      },
      {},
    ],
    [
      'a severity set by hand',
      async (breaking: WorkStore, work: WorkStore) => {
        await work.open(aCase())
        await grade(breaking, 's1').catch(() => {})
      },
      { 'w-1': 's1' },
    ],
  ] as const)('of %s is mended by the look of the hour', async (_what, act, wanted) => {
    const { stored, ledgers, work, said, look, repaired } = await company()
    await act(markingCases(stored, { customers: { setOpenCase: broken }, ledgers }), work)
    expect(await said()).not.toEqual(wanted)
    await look('2027-03-10T06:05:00.000Z')
    expect(await said()).toEqual(wanted)
    expect(repaired).toEqual([1])
    await look('2027-03-10T07:05:00.000Z')
    expect(repaired).toEqual([1])
  })
})

describe('rows of before', () => {
  test('cases that a version before opened are marked by the look at the beginning of the day', async () => {
    const { stored, said, look } = await company()
    const old = [openedAt('2027-01-10T02:00:00.000Z')] as Case['events']
    await stored.open(aCase({ events: old }))
    await stored.open(aCase({ workId: 'w-2', customerId: 'c-002', events: old }))
    await look(NOON)
    expect(await said()).toEqual({})
    await look(MIDNIGHT)
    expect([await said(), await said('c-002')]).toEqual([{ 'w-1': 'complaint' }, { 'w-2': 'complaint' }])
  })

  test('a case of a customer who was imported later is marked then', async () => {
    const { stored, customers, look, said } = await company()
    await stored.open(aCase({ customerId: 'c-003' }))
    await look(NOON)
    await customers.put([aCustomer({ customerId: 'c-003' })])
    await look(MIDNIGHT)
    expect(await said('c-003')).toEqual({ 'w-1': 'complaint' })
  })

  test('what a row says of a case that is not there, or is closed, is taken away when its customer is looked at', async () => {
    const { stored, customers, look, said } = await company()
    await stored.open(aCase({ workId: 'w-closed' }))
    await stored.update(closedWork(aCase({ workId: 'w-closed' }), '2027-03-10'))
    for (const workId of ['w-closed', 'w-gone'])
      await customers.setOpenCase({ customerId: 'c-001', workId, grade: 's1', version: 0 })
    await stored.open(aCase())
    await look(NOON)
    expect(await said()).toEqual({ 'w-1': 'complaint' })
  })
})

test('whatever the order in which several writers of one case get through, its row ends as the case stands', async () => {
  const step = fc.constantFrom<'s1' | 's4' | 'close' | 'reopen'>('s1', 's4', 'close', 'reopen')
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 }),
      async (s, writers) => {
        const { stored, customers, ledgers, said } = await company()
        const slow: WorkStore = { ...stored, get: s.scheduleFunction(stored.get), update: s.scheduleFunction(stored.update) }
        const work = markingCases(slow, { customers: { setOpenCase: s.scheduleFunction(customers.setOpenCase) }, ledgers })
        await markingCases(stored, { customers, ledgers }).open(aCase())
        const write = async (kind: 's1' | 's4' | 'close' | 'reopen') => {
          const item = await work.get('w-1')
          if (item?.kind !== 'case') return
          const by = { is: 'staff' as const, name: 'Hạnh' }
          const event =
            kind === 'close'
              ? closingOn('2027-03-10')
              : kind === 'reopen'
                ? reopenedBy('Hạnh', NOON)
                : ({ is: 'severity-set', at: NOON, by, severity: kind, because: { is: 'reason', text: 'x' } } as const)
          const next: Case = { ...item, events: [...item.events, event], version: item.version + 1 }
          await work.update(next)
        }
        const all = Promise.all(
          writers.map(async (kinds) => {
            for (const kind of kinds) await write(kind)
          }),
        )
        await s.waitFor(all)
        const last = await stored.get('w-1')
        expect((await said())['w-1'] ?? null).toBe(last ? gradeOf(last) : 'gone')
      },
    ),
    { numRuns: 150 },
  )
})
