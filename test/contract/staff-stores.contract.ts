/** What every store of the staff app must do: the roster, who is signed in, and the audit log. */

import { describe, expect, test } from 'vitest'
import type { AuditLog, DutyBook, PublishedRoster, RosterStore, SessionStore, SubjectStore } from '#app/ports/staff.ts'
import type { DutyChange } from '#core/duty/duty-change.ts'
import { type AuditEntry, closingEntry } from '#core/staff/audit-entry.ts'
import { MOST_COUNTED } from '#core/staff/turned-away.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { largestRoster } from '#test/support/largest-roster.ts'
import { tamper } from '#test/support/tamper.ts'

const roster = (over: Partial<PublishedRoster> = {}): PublishedRoster => ({
  people: [{ name: 'Lê Ngọc Mai', address: 'mai@trasen.example.com', team: 'Chăm sóc', role: 'lead' }],
  version: 1,
  publishedAt: '2027-03-10T02:00:00.000Z',
  publishedBy: 'huy',
  planId: null,
  ...over,
})

export function rosterStoreContract(fresh: () => Promise<RosterStore>): void {
  describe('a store of the roster', () => {
    test('has none at first, and then the one published last, as a whole', async () => {
      const store = await fresh()
      expect(await store.current()).toBeUndefined()
      expect(await store.publish(roster())).toBe('written')
      const next = roster({
        version: 2,
        people: [{ name: 'Bảo', address: 'bao@trasen.example.com', team: 'IT', role: 'operator', addressSince: '2027-03-10' }],
      })
      expect(await store.publish(next)).toBe('written')
      expect(await store.current()).toEqual(next)
    })

    test('gives the times that each was published with, and none for one without', async () => {
      const store = await fresh()
      const plan = { teams: [], people: [{ address: 'mai@trasen.example.com', callsADay: 12 }] }
      await store.publish(roster(), plan)
      const first = await store.current()
      expect(await store.plan(first?.planId ?? null)).toEqual(plan)
      await store.publish(roster({ version: 2 }))
      const second = await store.current()
      expect(second?.planId).toBeNull()
      expect(await store.plan(null)).toEqual({ teams: [], people: [] })
      // Who read the roster a moment before still finds its times.
      expect(await store.plan(first?.planId ?? null)).toEqual(plan)
    })

    test('of two published at the same moment one is lost', async () => {
      const store = await fresh()
      expect(await store.publish(roster({ version: 2 }))).toBe('lost')
      expect(await store.publish(roster())).toBe('written')
      expect(await store.publish(roster({ publishedBy: 'mai' }))).toBe('lost')
      expect((await store.current())?.publishedBy).toBe('huy')
    })

    test('holds the largest one that campaigns/staff.json may be', async () => {
      const store = await fresh()
      const largest = roster({ people: largestRoster() })
      expect(await store.publish(largest)).toBe('written')
      expect(await store.current()).toEqual(largest)
    })

    test('its values stay what they were', async () => {
      const store = await fresh()
      const given = roster()
      await store.publish(given)
      tamper(given.people[0])
      tamper((await store.current())?.people[0])
      expect((await store.current())?.people).toEqual(roster().people)
    })
  })
}

const MAI = 'mai@trasen.example.com'
const session = (sessionId: string, startedAt: string, expiresAt: string) => ({ sessionId, address: MAI, startedAt, expiresAt })

export function sessionStoreContract(fresh: () => Promise<SessionStore>): void {
  describe('a store of sessions', () => {
    const first = session('one', '2027-03-10T02:00:00.000Z', '2027-03-10T14:00:00.000Z')
    const second = session('two', '2027-03-10T03:00:00.000Z', '2027-03-10T15:00:00.000Z')

    test('finds each by address and id, until it is ended', async () => {
      const store = await fresh()
      await store.begin(first)
      await store.begin(second)
      expect(await store.get(first)).toEqual(first)
      expect(await store.get({ ...first, address: 'bao@trasen.example.com' })).toBeUndefined()
      await store.end(first)
      await store.end(first)
      expect(await store.get(first)).toBeUndefined()
      expect(await store.get(second)).toEqual(second)
    })

    test('keeps since when the address is the person’s', async () => {
      const store = await fresh()
      const given = { ...first, addressSince: '2027-03-10' }
      await store.begin(given)
      expect(await store.get(first)).toEqual(given)
    })

    test('forgets the expired ones of a person who signs in again, and no others', async () => {
      const store = await fresh()
      await store.begin(first)
      await store.begin(second)
      const third = session('three', '2027-03-10T14:00:00.000Z', '2027-03-11T02:00:00.000Z')
      await store.begin(third)
      expect(await Promise.all([first, second, third].map((each) => store.get(each)))).toEqual([undefined, second, third])
    })

    test('ends all of a person at once', async () => {
      const store = await fresh()
      await store.begin(first)
      await store.begin(second)
      await store.begin({ ...first, address: 'bao@trasen.example.com' })
      await store.endAll(MAI)
      await store.endAll(MAI)
      expect(await Promise.all([first, second].map((each) => store.get(each)))).toEqual([undefined, undefined])
      expect(await store.get({ ...first, address: 'bao@trasen.example.com' })).toBeDefined()
    })
  })
}

export function subjectStoreContract(fresh: () => Promise<SubjectStore>): void {
  describe('a store of subjects', () => {
    const at = '2027-03-10T02:00:00.000Z'
    const mai = { issuer: 'https://id.example.com/a', address: MAI, at }

    test('an address belongs to the first subject of an issuer', async () => {
      const store = await fresh()
      expect(await store.bind({ ...mai, subject: 's1' })).toBe('s1')
      expect(await store.bind({ ...mai, subject: 's2' })).toBe('s1')
      expect(await store.bind({ ...mai, issuer: 'https://id.example.com/b', subject: 's2' })).toBe('s2')
    })

    test('an address that is given to another person is bound anew, and stays bound', async () => {
      const store = await fresh()
      const next = { ...mai, addressSince: '2027-03-10' }
      expect(await store.bind({ ...mai, subject: 's1' })).toBe('s1')
      expect(await store.bind({ ...next, subject: 's2' })).toBe('s2')
      expect(await store.bind({ ...next, subject: 's1' })).toBe('s2')
      expect(await store.bind({ ...mai, subject: 's2' })).toBe('s1')
      await store.forget(MAI)
      expect(await store.bind({ ...next, subject: 's3' })).toBe('s3')
    })

    test('once forgotten it is bound anew, at every issuer', async () => {
      const store = await fresh()
      await store.bind({ ...mai, subject: 's1' })
      await store.forget(MAI)
      await store.forget(MAI)
      expect(await store.bind({ ...mai, subject: 's2' })).toBe('s2')
    })
  })
}

const entry = (auditId: string, at: string, over: Partial<AuditEntry> = {}): AuditEntry => ({
  auditId,
  at,
  by: MAI,
  act: 'close-work',
  on: { kind: 'work', id: 'call-1' },
  people: null,
  result: 'begun',
  ...over,
})

export function auditLogContract(fresh: () => Promise<AuditLog>): void {
  describe('an audit log', () => {
    test('shows a month newest first, page by page, and nothing of another month', async () => {
      const log = await fresh()
      const days = ['01', '05', '05', '31']
      const march = days.map((day, at) => entry(`a${at}`, `2027-03-${day}T02:00:00.000Z`))
      for (const each of [...march, entry('b', '2027-04-01T00:00:00.000Z'), entry('c', '2027-02-28T23:59:59.999Z')])
        await log.add(each)
      const first = readLines(await log.page({ month: '2027-03', limit: 3 }))
      expect(first.map(({ auditId }) => auditId)).toEqual(['a3', 'a2', 'a1'])
      const before = `${first[2]?.at}#${first[2]?.auditId}`
      expect(readLines(await log.page({ month: '2027-03', before, limit: 3 })).map(({ auditId }) => auditId)).toEqual(['a0'])
      expect(await log.page({ month: '2027-05', limit: 3 })).toEqual([])
    })

    test('the name at the time, and which line a closing line closes, are kept', async () => {
      const log = await fresh()
      const begun = entry('a', '2027-03-10T02:00:00.000Z', { byName: 'Mai' })
      const closing = closingEntry(begun, 'done')
      for (const each of [begun, closing]) await log.add(each)
      expect(await log.page({ month: '2027-03', limit: 9 })).toEqual([closing, begun])
    })

    test('what a page could not read is refused, and the page shows what was written before', async () => {
      const log = await fresh()
      const first = entry('a', '2027-03-10T02:00:00.000Z')
      await log.add(first)
      await expect(log.add(entry('b', '2027-03-10T02:00:00.000Z', { on: { kind: 'staff', id: '' } }))).rejects.toThrow()
      expect(await log.page({ month: '2027-03', limit: 9 })).toEqual([first])
    })

    test('the lines about one thing are found of all months, page by page, and no others', async () => {
      const log = await fresh()
      const about = (auditId: string, at: string, id: string) => entry(auditId, at, { on: { kind: 'customer', id } })
      const old = about('a', '2027-02-10T02:00:00.000Z', 'KH01')
      const begun = about('b', '2027-03-10T02:00:00.000Z', 'KH01')
      const closing = closingEntry(begun, 'done')
      const others = [about('c', '2027-03-10T02:00:00.000Z', 'KH011'), entry('d', '2027-03-10T02:00:00.000Z', { on: null })]
      for (const each of [old, begun, closing, ...others]) await log.add(each)
      expect(await log.pageAbout({ id: 'KH01', limit: 2 })).toEqual([closing, begun])
      const before = `${begun.at}#${begun.auditId}`
      expect(await log.pageAbout({ id: 'KH01', before, limit: 2 })).toEqual([old])
      expect(await log.pageAbout({ id: 'KH0', limit: 9 })).toEqual([])
      expect(await log.page({ month: '2027-02', limit: 9 })).toEqual([old])
    })

    test('a decision about one customer of an occurrence is found by the occurrence and by the customer', async () => {
      const log = await fresh()
      const on = { kind: 'occurrence', id: 'tet_2027-02-04' } as const
      const begun = entry('a', '2027-03-10T02:00:00.000Z', { on, customerId: 'KH01' })
      const closing = closingEntry(begun, 'done')
      for (const each of [begun, closing, entry('b', '2027-03-10T02:00:00.000Z', { on, customerId: 'KH02' })]) await log.add(each)
      expect(await log.pageAbout({ id: 'KH01', limit: 9 })).toEqual([closing, begun])
      expect((await log.pageAbout({ id: on.id, limit: 9 })).length).toBe(3)
    })

    test('requests that were turned away are counted by hour, reason and person, apart from the entries', async () => {
      const log = await fresh()
      const request = { because: 'role', permission: 'see-audit', by: MAI } as const
      const nobody = { because: 'not-ours', permission: null, by: null } as const
      for (const at of ['2027-03-10T02:00:00.000Z', '2027-03-10T02:59:59.999Z']) await log.countTurnedAway({ ...request, at })
      await log.countTurnedAway({ ...nobody, at: '2027-03-10T02:30:00.000Z' })
      await log.countTurnedAway({ ...request, at: '2027-03-10T03:00:00.000Z' })
      const hour = { result: 'turned-away', at: '2027-03-10T02:00:00.000Z' }
      const found = await log.turnedAway({ month: '2027-03', limit: 9 })
      expect(found).toMatchObject([
        { ...request, result: 'turned-away', at: '2027-03-10T03:00:00.000Z', times: 1 },
        { ...hour, ...request, times: 2 },
        { ...hour, ...nobody, times: 1 },
      ])
      const before = found[0] && 'place' in found[0] ? found[0].place : ''
      expect(await log.turnedAway({ month: '2027-03', before, limit: 1 })).toEqual([found[1]])
      expect([await log.turnedAway({ month: '2027-04', limit: 9 }), await log.page({ month: '2027-03', limit: 9 })]).toEqual([
        [],
        [],
      ])
    })

    test('who was turned away keeps the name of the time, and whoever has the address next has a line of their own', async () => {
      const log = await fresh()
      const request = { at: '2027-03-10T02:10:00.000Z', because: 'role', permission: 'see-audit', by: MAI } as const
      for (const byName of ['Lê Ngọc Mai', 'Đỗ Mai', 'Lê Ngọc Mai']) await log.countTurnedAway({ ...request, byName })
      await log.countTurnedAway(request)
      const found = await log.turnedAway({ month: '2027-03', limit: 9 })
      expect(found.map((line) => ('byName' in line ? [line.byName, line.times] : [null, 'times' in line && line.times]))).toEqual(
        expect.arrayContaining([
          ['Lê Ngọc Mai', 2],
          ['Đỗ Mai', 1],
          [null, 1],
        ]),
      )
      expect(found.length).toBe(3)
    })

    test('a line counts up to a thousand, and no more', async () => {
      const log = await fresh()
      const request = { at: '2027-03-10T02:30:00.000Z', because: 'not-ours', permission: null, by: null } as const
      for (let time = 0; time < MOST_COUNTED + 3; time++) await log.countTurnedAway(request)
      expect(await log.turnedAway({ month: '2027-03', limit: 9 })).toMatchObject([{ times: MOST_COUNTED }])
    })

    test('an entry never changes', async () => {
      const log = await fresh()
      const first = entry('a', '2027-03-10T02:00:00.000Z', { on: null, people: 12 })
      await log.add(first)
      await log.add({ ...first, by: 'bao@trasen.example.com' })
      expect(await log.page({ month: '2027-03', limit: 9 })).toEqual([first])
    })
  })
}

const away = (changeId: string, over: Partial<DutyChange> = {}): DutyChange =>
  ({
    is: 'away',
    changeId,
    date: '2027-03-10',
    at: '2027-03-10T03:00:00.000Z',
    by: 'mai@trasen.example.com',
    byName: 'Mai',
    address: 'bao@trasen.example.com',
    because: 'ill',
    from: '10:00',
    ...over,
  }) as DutyChange

export function dutyBookContract(fresh: () => Promise<DutyBook>): void {
  describe('a book of what leads changed', () => {
    test('gives the changes of one day in their order, and of another day none', async () => {
      const book = await fresh()
      expect(await book.changesOn('2027-03-10')).toEqual([])
      const [first, second, other] = [away('0001'), away('0002', { is: 'as-planned' }), away('0001', { date: '2027-03-11' })]
      for (const change of [first, second, other]) expect(await book.add(change)).toBe('written')
      expect((await book.changesOn('2027-03-10')).map(({ changeId, is }) => `${changeId} ${is}`)).toEqual([
        '0001 away',
        '0002 as-planned',
      ])
      expect(await book.changesOn('2027-03-11')).toEqual([other])
    })

    test('of two changes with one id the second is lost, and the first stays', async () => {
      const book = await fresh()
      expect(await book.add(away('0001'))).toBe('written')
      expect(await book.add(away('0001', { address: 'hanh@trasen.example.com' }))).toBe('lost')
      expect((await book.changesOn('2027-03-10')).map(({ address }) => address)).toEqual(['bao@trasen.example.com'])
    })
  })
}
