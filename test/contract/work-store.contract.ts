/** What every store of work must do. */
import { describe, expect, test } from 'vitest'
import type { WorkDesk, WorkStore } from '#app/ports/work.ts'
import { partitionOf } from '#core/customer/stable-hash.ts'
import { closed, noted, reopened } from '#core/work/history.ts'
import { isOpen, latestAt } from '#core/work/standing.ts'
import { startedCall } from '#core/work/telephone-call.ts'
import type { CallTask, WorkItem } from '#core/work/work-item.ts'
import { allPages } from '#test/support/all-pages.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'
import { tamper } from '#test/support/tamper.ts'
import {
  aMissedCall,
  aPerson,
  assignedTo,
  closedWork,
  closingOn,
  notedBy,
  openedAt,
  reopenedBy,
  storedCase,
  storedRequest,
  storedWork,
} from '#test/support/work-builders.ts'

const EVERYBODY = { first: 0, last: 255 }
const DAY = '2027-02-08'
const ID = storedWork().workId
const withNote = (note: string, over: Partial<CallTask>) =>
  storedWork({ ...over, events: [...storedWork().events, notedBy('Hoa', note)] })
const idsOf = (items: readonly WorkItem[]) => items.map(({ workId }) => workId)
const nobodys = storedCase({
  workId: 'unclear-reply_reply-1',
  customerId: null,
  subject: { is: 'unclear-reply', replyId: 'reply-1', campaignId: null, occurrenceId: null, score: null },
})

export function workStoreContract(fresh: () => Promise<WorkStore>): void {
  const callsClosedOn = (store: WorkStore, days: readonly string[], range = EVERYBODY) =>
    allPages(store.closedOn({ kind: 'call-task', days, range }))

  describe('a store of work', () => {
    test('gives back what was opened, every field and letter, also what is about nobody', async () => {
      const store = await fresh()
      const by = { is: 'staff', name: 'Đỗ Thị Hoa' } as const
      const extended = { is: 'extended', at: AN_INSTANT, by, because: 'hồ sơ dày' } as const
      const note = notedBy('Đỗ Thị Hoa', 'xóa giúp em "ngay"')
      const asked = storedRequest({ events: [...storedRequest().events, extended, note], holds: [{ is: 'answer-refused' }] })
      expect(await store.get(ID)).toBeUndefined()
      for (const item of [storedWork(), asked, nobodys]) {
        expect(await store.open(item)).toBe('written')
        expect(await store.get(item.workId)).toEqual(item)
      }
      expect(await store.ofCustomer('c-001')).toEqual([storedWork(), asked])
      expect(await store.ofCustomer('c-002')).toEqual([])
    })

    test('keeps who holds a call, and that no one does any more', async () => {
      const store = await fresh()
      const lease = { address: 'hanh@example.com', name: 'Hạnh', until: AN_INSTANT }
      await store.open(storedWork())
      await store.update(storedWork({ lease, version: 1 }))
      expect((await store.get(ID))?.lease).toEqual(lease)
      expect((await store.allOpen())[0]?.lease).toEqual(lease)
      await store.update(storedWork({ lease: undefined, version: 2 }))
      expect((await store.get(ID))?.lease).toBeUndefined()
    })

    test('keeps what staff are typing beside the item, under its own version, and removes it with the item', async () => {
      const store = await fresh()
      await store.open(storedWork())
      expect(await store.draftsOf(ID)).toEqual({ workId: ID, notes: [], version: 0 })
      const typed = (text: string, version: number) => ({
        workId: ID,
        notes: [{ address: 'hanh@example.com', text, at: AN_INSTANT, revision: version }],
        version,
      })
      expect(await store.keepDrafts(typed('', 0))).toBe('lost')
      const rivals = await Promise.all(['một', 'hai'].map((text) => store.keepDrafts(typed(text, 1))))
      expect(rivals.toSorted()).toEqual(['lost', 'written'])
      expect(await store.keepDrafts(typed('ba "bốn"', 2))).toBe('written')
      expect(await store.keepDrafts(typed('muộn', 2))).toBe('lost')
      expect(await store.draftsOf(ID)).toEqual(typed('ba "bốn"', 2))
      expect(await store.get(ID)).toEqual(storedWork())
      expect(await store.ofCustomer('c-001')).toEqual([storedWork()])
      await store.remove(ID)
      expect(await store.draftsOf(ID)).toEqual({ workId: ID, notes: [], version: 0 })
    })

    test('finds the missed calls of a caller who is no customer by their number, open and closed, and nothing else by it', async () => {
      const store = await fresh()
      const [phone, other] = ['+84912345678', '+84987654321']
      const missed = (workId: string, number: string | null): CallTask => ({
        ...storedWork({ workId, customerId: number === null ? 'c-001' : null }),
        subject: { is: 'missed-hotline', phone: number, replyId: null, campaignId: null, occurrenceId: null },
      })
      const [first, second, theirs] = [missed('missed-1', phone), missed('missed-2', phone), missed('missed-3', other)]
      for (const item of [second, first, theirs, missed('missed-4', null), nobodys]) await store.open(item)
      await store.update(closedWork(second, DAY))
      expect(await store.ofNumber(phone)).toEqual([first, closedWork(second, DAY)])
      expect(await store.ofNumber('+84900000000')).toEqual([])
      expect(await store.ofCustomer('c-001')).toEqual([missed('missed-4', null)])
    })

    test('leads from a call to its task until the task is gone, and takes no call for work', async () => {
      const store = await fresh()
      const call = {
        callId: 'call-1',
        by: 'hanh@example.com',
        at: AN_INSTANT,
        state: 'started',
        seconds: null,
        recording: null,
      } as const
      const item = storedWork({ calls: [call] })
      await store.open(item)
      await store.keepCall({ callId: 'call-1', workId: ID, customerId: 'c-001' })
      expect([await store.taskOfCall('call-1'), await store.taskOfCall('call-2')]).toEqual([ID, undefined])
      expect(await store.ofCustomer('c-001')).toEqual([item])
      expect((await allPages(store.pagesOfCustomer('c-001'))).flat()).toEqual([item])
      expect(await store.allOpen()).toEqual([item])
      await store.remove(ID)
      expect(await store.taskOfCall('call-1')).toBeUndefined()
      expect(await store.ofCustomer('c-001')).toEqual([])
    })

    test('remembers until when who rang was last answered, by the name of the number and by the day, and takes it for no work', async () => {
      const store = await fresh()
      const call = (at: string, on: string, numberName = 'n1') => ({ numberName, at, on, customerId: 'c-001' })
      expect(await store.answeredAt('n1')).toBeUndefined()
      await store.keepAnswered(call('2027-02-07T03:00:00.000Z', '2027-02-07'))
      await store.keepAnswered(call('2027-02-06T03:00:00.000Z', '2027-02-06'))
      await store.keepAnswered({ ...call('2027-02-06T03:00:00.000Z', '2027-02-06', 'n2'), customerId: null })
      expect([await store.answeredAt('n1'), await store.answeredAt('n2')]).toEqual([
        '2027-02-07T03:00:00.000Z',
        '2027-02-06T03:00:00.000Z',
      ])
      const namesOn = async (day: string) => (await allPages(store.answeredOn(day))).flat()
      expect([await namesOn('2027-02-07'), await namesOn('2027-02-06')]).toEqual([['n1'], ['n2']])
      expect(new Set((await allPages(store.closedDays('2027-02-07'))).flat())).toEqual(new Set(['2027-02-06', '2027-02-07']))
      expect([await store.allOpen(), await store.ofCustomer('c-001')]).toEqual([[], []])
      expect((await allPages(store.closedDuring(['2027-02-06', '2027-02-07']))).flat()).toEqual([])
      await store.removeAnswered('n1')
      expect([await store.answeredAt('n1'), await namesOn('2027-02-07')]).toEqual([undefined, []])
    })

    test('keeps a lease, drafts and calls of one item side by side, and removes them together, also for a caller who is no customer', async () => {
      const store = await fresh()
      const lease = { address: 'hanh@example.com', name: 'Hạnh', until: AN_INSTANT }
      const call = startedCall({ callId: 'call-9', by: lease.address, at: AN_INSTANT })
      const missed = aMissedCall({ phone: '+84912345678' }, { workId: ID })
      const item = { ...missed, subject: { ...missed.subject, rang: [AN_INSTANT] }, lease, calls: [call] } as typeof missed
      const notes = [{ address: lease.address, text: 'một', at: AN_INSTANT, revision: 1 }]
      await store.open(item)
      await store.keepCall({ callId: 'call-9', workId: ID, customerId: null })
      await store.keepDrafts({ workId: ID, notes, version: 1 })
      expect([await store.get(ID), await store.ofNumber('+84912345678')]).toEqual([item, [item]])
      expect([(await store.draftsOf(ID)).notes, await store.taskOfCall('call-9')]).toEqual([notes, ID])
      await store.remove(ID)
      expect([(await store.draftsOf(ID)).notes, await store.taskOfCall('call-9')]).toEqual([[], undefined])
    })

    test('gives back several at once: those that exist, each once', async () => {
      const store = await fresh()
      const [one, two] = [storedWork({ workId: 'call-1' }), storedWork({ workId: 'call-2' })]
      await store.open(one)
      await store.open(two)
      const found = await store.getMany(['call-2', 'call-3', 'call-1', 'call-2'])
      expect(found.toSorted((a, b) => (a.workId < b.workId ? -1 : 1))).toEqual([one, two])
      expect(await store.getMany([])).toEqual([])
    })

    test('tells of several at once what was tried, closed and reopened, without the words', async () => {
      const store = await fresh()
      const done = closedWork(withNote('gọi sau 5 giờ', { workId: 'call-1' }))
      const again = { ...done, events: [...done.events, reopenedBy('Mai', AN_INSTANT)], version: 0 } as CallTask
      for (const item of [again, storedWork({ workId: 'call-2' })]) await store.open(item)
      const told = await store.turnsOf(['call-2', 'call-3', 'call-1', 'call-2'])
      const [first, second] = told.toSorted((a, b) => (a.workId < b.workId ? -1 : 1))
      expect([told.length, second]).toEqual([2, { workId: 'call-2', events: [] }])
      expect([first?.workId, first?.events.map(({ is }) => is), isOpen(first ?? { events: [] })]).toEqual([
        'call-1',
        ['closed', 'reopened'],
        true,
      ])
      expect(await store.turnsOf([])).toEqual([])
    })

    test('names the days on which work was closed, of every kind, however long ago, until a day', async () => {
      const store = await fresh()
      const closings = [
        [storedWork({ workId: 'call' }), '1999-12-31'],
        [storedCase({ workId: 'case' }), DAY],
        [storedRequest(), '2027-02-07'],
        [nobodys, '2027-02-09'],
      ] as const
      for (const [item, on] of closings) {
        await store.open(item)
        await store.update(closedWork(item, on))
      }
      await store.open(storedWork())
      const daysUntil = async (through: string) => new Set(await allPages(store.closedDays(through)))
      expect(await daysUntil('1999-12-30')).toEqual(new Set())
      expect(await daysUntil(DAY)).toEqual(new Set(['1999-12-31', '2027-02-07', DAY]))
    })

    test('the same cause opens it once, whoever comes first', async () => {
      const store = await fresh()
      const rivals = [1, 2, 3].map((day) => storedWork({ dueAt: `2027-02-0${day}T02:00:00.000Z` }))
      const results = await Promise.all(rivals.map((rival) => store.open(rival)))
      expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
      expect(await store.open(storedWork({ version: 1 }))).toBe('lost')
      expect(await store.allOpen()).toEqual([rivals[results.indexOf('written')]])
    })

    test('of those who change the same version exactly one succeeds', async () => {
      const store = await fresh()
      expect(await store.update(storedWork())).toBe('lost')
      expect(await store.update(storedWork({ version: 1 }))).toBe('lost')
      await store.open(storedWork())
      for (const version of [1, 2, 3]) {
        const rivals = ['a', 'b', 'c'].map((note) => withNote(note, { version }))
        const results = await Promise.all(rivals.map((rival) => store.update(rival)))
        expect(results.toSorted()).toEqual(['lost', 'lost', 'written'])
        expect(await store.get(ID)).toEqual(rivals[results.indexOf('written')])
      }
      expect(await store.update(storedWork({ version: 5 }))).toBe('lost')
      expect(await store.update(storedWork())).toBe('lost')
    })

    test('what is open is listed by when it is due, and what is put off moves', async () => {
      const store = await fresh()
      const due = (workId: string, hour: string) => storedWork({ workId, dueAt: `2027-02-07T${hour}:00:00.000Z` })
      const items = [due('d', '05'), due('c', '03'), due('a', '05'), due('b', '04')]
      for (const item of items) await store.open(item)
      await store.open({ ...nobodys, dueAt: '2027-02-07T01:00:00.000Z' })
      expect(idsOf(await store.allOpen())).toEqual([nobodys.workId, 'c', 'b', 'a', 'd'])
      await store.update({ ...due('c', '09'), version: 1 })
      expect(idsOf(await store.allOpen())).toEqual([nobodys.workId, 'b', 'a', 'd', 'c'])
    })

    test('what is open is found by the team that has it and when it is due, wherever it is handed', async () => {
      const store = await fresh()
      const teamOf = async (team: string | null, through = '2027-02-08T17:00:00.000Z') =>
        idsOf(await allPages(store.openOfTeam({ team, through })))
      const [late, early] = ['2027-02-08T17:00:00.000Z', '2027-02-07T01:00:00.000Z']
      const items = [
        storedWork({
          workId: 'theirs',
          dueAt: late,
          events: [openedAt(AN_INSTANT), assignedTo({ is: 'team', team: 'Chăm sóc' })],
        }),
        storedWork({ workId: 'hers', dueAt: early, events: [openedAt(AN_INSTANT), assignedTo(aPerson())] }),
        storedCase({ workId: 'other', events: [openedAt(AN_INSTANT), assignedTo({ is: 'team', team: '#unassigned' })] }),
        storedWork({ workId: 'later', dueAt: '2027-02-08T17:00:00.001Z' }),
        storedWork({ workId: 'free' }),
      ]
      for (const item of items) await store.open(item)
      expect(await teamOf('Chăm sóc')).toEqual(['hers', 'theirs'])
      expect(await teamOf('#unassigned')).toEqual(['other'])
      expect(await teamOf(null)).toEqual(['free'])
      expect(await teamOf(null, '2027-02-09T00:00:00.000Z')).toEqual(['free', 'later'])
      expect(await teamOf('Chăm sóc', early)).toEqual(['hers'])
      expect(await teamOf('Kinh doanh')).toEqual([])
      const handed = storedWork({ workId: 'free', version: 1, events: [openedAt(AN_INSTANT), assignedTo(aPerson())] })
      expect(await store.update(handed)).toBe('written')
      expect([await teamOf(null), await teamOf('Chăm sóc')]).toEqual([[], ['hers', 'free', 'theirs']])
      expect(await store.update(closedWork(handed))).toBe('written')
      expect(await teamOf('Chăm sóc')).toEqual(['hers', 'theirs'])
      await store.remove('hers')
      expect(await teamOf('Chăm sóc')).toEqual(['theirs'])
    })

    test('what is open on a desk is read on from a place, each item once, however many are due at one instant', async () => {
      const store = await fresh()
      const to = [aPerson('hanh'), aPerson('bao', 'Kinh doanh'), { is: 'team', team: 'Chăm sóc' }, { is: 'everybody' }] as const
      const items = Array.from({ length: 24 }, (_, n) =>
        storedWork({
          workId: `w-${String(n).padStart(2, '0')}`,
          dueAt: `2027-02-0${1 + (n % 3)}T02:00:00.000Z`,
          events: [openedAt(AN_INSTANT), assignedTo(to[n % 4] ?? { is: 'everybody' })],
        }),
      )
      for (const item of items) await store.open(item)
      await store.open(storedWork({ workId: 'closed' }))
      await store.update(closedWork(storedWork({ workId: 'closed' })))
      const read = async (desk: WorkDesk, limit: number, through: string | null = null) => {
        const ids: string[] = []
        let after: string | null = null
        for (let pages = 0; pages <= 24; pages++) {
          const page = await store.openOn({ desk, after, through, limit })
          expect(page.found.length).toBeLessThanOrEqual(limit)
          ids.push(...page.found.map(({ item }) => item.workId))
          after = page.found.at(-1)?.place ?? null
          if (!page.isMore) return ids
          expect(page.found).toHaveLength(limit)
        }
        throw new Error('it never ends')
      }
      const has = (...which: readonly number[]) => idsOf(items.filter((_, n) => which.includes(n % 4))).toSorted()
      const dueOf = new Map(items.map(({ workId, dueAt }) => [workId, dueAt]))
      for (const [desk, expected] of [
        [{ of: 'all' }, has(0, 1, 2, 3)],
        [{ of: 'team', team: 'Chăm sóc' }, has(0, 2)],
        [{ of: 'team', team: 'Kinh doanh' }, has(1)],
        [{ of: 'team', team: null }, has(3)],
        [{ of: 'team', team: 'Không có' }, []],
        [{ of: 'person', address: 'hanh@example.com' }, has(0)],
        [{ of: 'person', address: 'bao@example.com' }, has(1)],
      ] as const) {
        for (const limit of [1, 5, 6, 100]) {
          const ids = await read(desk, limit)
          expect(ids.toSorted()).toEqual(expected)
          const dues = ids.map((id) => dueOf.get(id) ?? '')
          expect(dues).toEqual(dues.toSorted())
          expect(await store.countOpenOn(desk, limit)).toBe(Math.min(limit, expected.length))
        }
      }
      const through = '2027-02-01T02:00:00.000Z'
      expect((await read({ of: 'all' }, 3, through)).toSorted()).toEqual(idsOf(items.filter((item) => item.dueAt <= through)))
      const typed = { desk: { of: 'all' }, through, limit: 3 } as const
      expect((await store.openOn({ ...typed, after: '2027-02-03T02:00:00.000Z w-02' })).found).toEqual([])
      for (const after of ['', 'x', '2027-99-01 w', `2027-02-01T02:00:00.000Z ${'w'.repeat(3_000)}`])
        expect((await store.openOn({ ...typed, after })).found).toHaveLength(3)
    })

    test('what is open is read at a glance, up to a number, the earliest due first', async () => {
      const store = await fresh()
      expect(await store.openAtGlance(2)).toEqual({ items: [], isMore: false })
      const due = (workId: string, hour: string) => storedWork({ workId, dueAt: `2027-02-07T${hour}:00:00.000Z` })
      const [later, sooner, last] = [due('later', '05'), due('sooner', '03'), due('last', '09')]
      for (const item of [later, sooner]) await store.open(item)
      expect(await store.openAtGlance(2)).toEqual({ items: [sooner, later], isMore: false })
      await store.open(last)
      expect(await store.openAtGlance(2)).toEqual({ items: [sooner, later], isMore: true })
      await store.update(closedWork(sooner))
      expect(await store.openAtGlance(2)).toEqual({ items: [later, last], isMore: false })
    })

    test('a place whose item was handed on or closed since is a place still', async () => {
      const store = await fresh()
      const items = ['a', 'b', 'c', 'd'].map((workId, n) => storedWork({ workId, dueAt: `2027-02-0${n + 1}T02:00:00.000Z` }))
      for (const item of items) await store.open(item)
      const asked = { desk: { of: 'team', team: null }, through: null, limit: 2 } as const
      const first = await store.openOn({ ...asked, after: null })
      const [, b] = items
      if (b) await store.update(closedWork(b))
      const second = await store.openOn({ ...asked, after: first.found[1]?.place ?? null })
      expect(second.found.map(({ item }) => item.workId)).toEqual(['c', 'd'])
    })

    test('many are read at once, those that are there and each once', async () => {
      const store = await fresh()
      const items = Array.from({ length: 120 }, (_, n) => storedWork({ workId: `w-${n}` }))
      await Promise.all(items.map((item) => store.open(item)))
      const read = await store.getMany([...idsOf(items), 'w-0', 'unknown'])
      expect(idsOf(read).toSorted()).toEqual(idsOf(items).toSorted())
      expect(await store.getMany([])).toEqual([])
    })

    test('what is closed is open no more, and is found by its kind and day; opened anew, it is back', async () => {
      const store = await fresh()
      const closed = closedWork(storedWork())
      const closedCase = closedWork(storedCase())
      const closedRequest = closedWork(storedRequest())
      for (const item of [storedWork(), storedCase(), storedRequest()]) await store.open(item)
      expect(await callsClosedOn(store, [DAY])).toEqual([])
      expect(await store.update(closed)).toBe('written')
      expect(await store.update(closedCase)).toBe('written')
      expect(await store.update(closedRequest)).toBe('written')
      expect(await store.allOpen()).toEqual([])
      expect(await store.ofCustomer('c-001')).toHaveLength(3)
      expect(await callsClosedOn(store, ['2027-02-07', DAY, DAY])).toEqual([closed])
      expect(await allPages(store.closedOn({ kind: 'case', days: [DAY], range: EVERYBODY }))).toEqual([closedCase])
      expect(await allPages(store.closedOn({ kind: 'data-request', days: [DAY], range: EVERYBODY }))).toEqual([closedRequest])
      expect(await callsClosedOn(store, ['2027-02-07'])).toEqual([])
      expect(await callsClosedOn(store, [])).toEqual([])
      const again = storedWork({ version: 2 })
      expect(await store.update(again)).toBe('written')
      expect(await callsClosedOn(store, [DAY])).toEqual([])
      expect(await store.allOpen()).toEqual([again])
    })

    test('closed work is read within the partitions asked for; that about nobody lies in one of them', async () => {
      const store = await fresh()
      const items = Array.from({ length: 40 }, (_, n) => storedWork({ workId: `w-${n}`, customerId: `c-${n}` }))
      const cases = [storedCase({ workId: 'a-case', customerId: 'c-2' }), nobodys]
      const opened = [...items, storedWork({ workId: 'second', customerId: 'c-1' }), ...cases]
      for (const item of opened) {
        await store.open(item)
        await store.update(closedWork(item))
      }
      for (const [first, last] of [
        [0, 255],
        [0, 100],
        [30, 35],
        [200, 255],
      ] as const) {
        const inside = opened.filter(({ customerId }) => {
          const partition = partitionOf(customerId ?? '')
          return partition >= first && partition <= last
        })
        const calls = await callsClosedOn(store, [DAY], { first, last })
        const found = await allPages(store.closedOn({ kind: 'case', days: [DAY], range: { first, last } }))
        expect(idsOf([...calls, ...found]).toSorted()).toEqual(idsOf(inside).toSorted())
        expect(calls.every(({ kind }) => kind === 'call-task')).toBe(true)
      }
      expect(await store.get(nobodys.workId)).toEqual(closedWork(nobodys))
    })

    test('all that was closed on some days is found together, of every kind; what was reopened is not, and lies among the open', async () => {
      const store = await fresh()
      const items = [storedWork(), storedCase(), storedRequest(), nobodys, storedCase({ workId: 'reopened' })]
      for (const item of items) await store.open(item)
      const [call, request, stray] = [closedWork(storedWork()), closedWork(storedRequest()), closedWork(nobodys)]
      const other = closedWork(storedCase({ workId: 'reopened' }))
      const aCase = closedWork(storedCase(), '2027-02-09')
      for (const item of [call, aCase, request, stray, other]) expect(await store.update(item)).toBe('written')
      const again = reopened(other, reopenedBy('Mai', '2027-02-10T02:00:00.000Z'), theCompanyRules())
      if (again === 'full') throw new Error('a short history is full')
      expect(await store.update(again)).toBe('written')
      const found = async (days: readonly string[]) => idsOf(await allPages(store.closedDuring(days))).toSorted()
      expect(await found([DAY])).toEqual(idsOf([call, request, stray]).toSorted())
      expect(await found(['2027-02-09', DAY, DAY])).toEqual(idsOf([call, aCase, request, stray]).toSorted())
      expect(await found(['2027-02-10'])).toEqual([])
      expect(await found([])).toEqual([])
      expect(await store.allOpen()).toEqual([again])
    })

    test('what changed in a span is found by its latest event, open or closed, about a customer or not', async () => {
      const store = await fresh()
      const [early, noon, night] = ['2027-02-06T17:00:00.000Z', '2027-02-07T05:00:00.000Z', '2027-02-07T16:59:59.999Z']
      const items = [
        storedWork({ workId: 'before', events: [openedAt('2027-02-06T16:59:59.999Z')] }),
        storedWork({ workId: 'early', events: [openedAt(early)] }),
        storedCase({ workId: 'noted', events: [openedAt(AN_INSTANT), notedBy('Mai', 'gọi lại', noon)] }),
        aMissedCall({ phone: '+84901234567' }, { workId: 'night', events: [openedAt(night)] }),
        storedRequest({ workId: 'after', events: [openedAt('2027-02-07T17:00:00.000Z')] }),
      ]
      for (const item of items) expect(await store.open(item)).toBe('written')
      const found = async (from: string, to: string) => idsOf(await allPages(store.changedDuring({ from, to }))).toSorted()
      expect(await found(early, night)).toEqual(['early', 'night', 'noted'])
      expect(await found(AN_INSTANT, AN_INSTANT)).toEqual([])
      // Written late, of a time before: the latest event decides, and not the last in the row.
      const late = storedCase({
        workId: 'noted',
        events: [openedAt(AN_INSTANT), notedBy('Mai', 'gọi lại', noon), notedBy('Mai', 'sáng nay', early)],
        version: 1,
      })
      expect(await store.update(late)).toBe('written')
      expect(await found(noon, noon)).toEqual(['noted'])
      const closed = closedWork(storedWork({ workId: 'early', events: [openedAt(early)] }))
      expect(await store.update(closed)).toBe('written')
      expect(await allPages(store.changedDuring({ from: latestAt(closed), to: latestAt(closed) }))).toEqual([closed])
      await store.remove('night')
      expect(await found(night, night)).toEqual([])
    })

    test('attempts to ring a customer, and the case that one of them opened, are kept letter by letter', async () => {
      const store = await fresh()
      const by = { is: 'staff', name: 'Hạnh', address: 'hanh@trasen.example.com' } as const
      const attempt = {
        is: 'attempted',
        at: AN_INSTANT,
        by,
        disposition: 'call-back',
        way: 'zalo-call',
        note: '“bận họp”',
      } as const
      const call = storedWork({ events: [openedAt(AN_INSTANT), { ...attempt, callBackAt: '2027-02-09T03:15:00.000Z' }] })
      const ended = closedWork({ ...call, workId: 'ended' })
      const told = storedCase({
        workId: 'told_ended_1',
        subject: { is: 'told', what: 'complaint', workId: 'ended', replyId: null, campaignId: 'nps', occurrenceId: null },
        events: [{ is: 'opened', at: AN_INSTANT, by }, notedBy('Hạnh', 'trà bị ẩm')],
      })
      const question = storedCase({
        workId: 'case_1',
        subject: { is: 'told', what: 'question', workId: null, replyId: null, campaignId: null, occurrenceId: null },
      })
      const asked = storedWork({
        workId: 'asked',
        events: [openedAt(AN_INSTANT), { ...attempt, disposition: 'satisfied', callBackAt: null, guide: true }],
      })
      for (const item of [call, ended, told, question, asked]) await store.open({ ...item, version: 0 })
      expect(await store.get('case_1')).toEqual({ ...question, version: 0 })
      expect(await store.get('asked')).toEqual({ ...asked, version: 0 })
      expect(await store.get(call.workId)).toEqual({ ...call, version: 0 })
      expect((await store.get('ended'))?.events.slice(0, 2)).toEqual(call.events)
      expect(await store.get(told.workId)).toEqual({ ...told, version: 0 })
    })

    test('who has it, and that it was reopened and why, are kept letter by letter', async () => {
      const store = await fresh()
      const handed = [aPerson('Nguyễn Thu Hạnh'), { is: 'team', team: 'Chăm sóc' }, { is: 'everybody' }] as const
      const events = [...handed.map((to) => assignedTo(to)), closingOn(), reopenedBy('Mai', AN_INSTANT, 'khách "chưa" hài lòng')]
      const item = storedCase({ events: [...storedCase().events, ...events] })
      expect(await store.open(item)).toBe('written')
      expect(await store.get(item.workId)).toEqual(item)
    })

    test('more than a megabyte of it is read to the end', async () => {
      const store = await fresh()
      const note = 'ghi chú '.repeat(1_000)
      const items = Array.from({ length: 150 }, (_, n) => withNote(note, { workId: `w-${String(n).padStart(3, '0')}` }))
      await Promise.all(items.map((item) => store.open(item)))
      expect(idsOf(await store.allOpen())).toEqual(idsOf(items))
      const theirs = await allPages(store.openOfTeam({ team: null, through: items[0]?.dueAt ?? '' }))
      expect(idsOf(theirs).toSorted()).toEqual(idsOf(items))
      expect(await store.ofCustomer('c-001')).toEqual(items)
      expect(await allPages(store.pagesOfCustomer('c-001'))).toEqual(items)
      expect(await allPages(store.pagesOfCustomer('c-404'))).toEqual([])
      await Promise.all(items.map((item) => store.update(closedWork(item, DAY, { note }))))
      const pages: (readonly WorkItem[])[] = []
      for await (const page of store.closedOn({ kind: 'call-task', days: [DAY], range: EVERYBODY })) pages.push(page)
      expect(idsOf(pages.flat()).toSorted()).toEqual(idsOf(items))
      expect(pages.every((page) => page.length > 0)).toBe(true)
    })

    test('an item with a history as long as it may be, and closed after that, is kept whole', async () => {
      const store = await fresh()
      let item: WorkItem = storedWork()
      expect(await store.open(item)).toBe('written')
      for (let n = 1; ; n++) {
        const next = noted(item, notedBy('Hoa', `${n} ${'Ệ'.repeat(1_900)}`), theCompanyRules())
        if (next === 'full') break
        item = next
      }
      const long = { ...item, version: 1 }
      expect(await store.update(long)).toBe('written')
      const closing = closingOn(DAY, { note: 'Ệ'.repeat(2_000) })
      const done = closed(long, closing, theCompanyRules())
      expect(await store.update(done)).toBe('written')
      expect(await store.get(ID)).toEqual(done)
    })

    test('work whose customer was found out later is theirs from then on', async () => {
      const store = await fresh()
      await store.open(nobodys)
      await store.update({ ...nobodys, customerId: 'c-002', version: 1 })
      expect(idsOf(await store.ofCustomer('c-002'))).toEqual([nobodys.workId])
      await store.update({ ...nobodys, customerId: 'c-001', version: 2 })
      expect(await store.ofCustomer('c-002')).toEqual([])
      expect(idsOf(await store.ofCustomer('c-001'))).toEqual([nobodys.workId])
    })

    test('what is removed is found no more, removing it again is harmless, and a late writer does not bring it back', async () => {
      const store = await fresh()
      const other = storedWork({ workId: 'other', customerId: 'c-002' })
      await store.open(storedWork())
      await store.open(other)
      await store.update(closedWork(storedWork()))
      await store.remove(ID)
      await store.remove(ID)
      await store.remove('unknown')
      expect(await store.get(ID)).toBeUndefined()
      expect(await store.ofCustomer('c-001')).toEqual([])
      expect(await callsClosedOn(store, [DAY])).toEqual([])
      expect(await store.update(storedWork({ version: 2 }))).toBe('lost')
      expect(await store.allOpen()).toEqual([other])
      await store.remove('other')
      expect(await store.allOpen()).toEqual([])
      expect(await store.open(storedWork())).toBe('written')
    })

    test('nothing that a caller does to a value changes what is stored', async () => {
      const store = await fresh()
      const [item, done] = [storedWork(), closedWork(storedWork({ workId: 'done' }))]
      await store.open(item)
      await store.open(storedWork({ workId: 'done' }))
      await store.update(done)
      tamper([item, done, await store.get(ID), await store.allOpen(), await store.ofCustomer('c-001')])
      tamper(await callsClosedOn(store, [DAY]))
      expect(await store.allOpen()).toEqual([storedWork()])
      expect(await callsClosedOn(store, [DAY])).toEqual([closedWork(storedWork({ workId: 'done' }))])
    })
  })
}
