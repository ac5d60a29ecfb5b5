/** What every store of the staff app must do: the roster, who is signed in, and the audit log. */
import { describe, expect, test } from 'vitest'
import type { AuditLog, PublishedRoster, RosterStore, SessionStore, SubjectStore } from '#app/ports/staff.ts'
import { type AuditEntry, closingOf } from '#core/staff/audit-entry.ts'
import { largestRoster } from '#test/support/largest-roster.ts'
import { tamper } from '#test/support/tamper.ts'

const roster = (over: Partial<PublishedRoster> = {}): PublishedRoster => ({
  people: [{ name: 'Lê Ngọc Mai', address: 'mai@trasen.example.com', team: 'Chăm sóc', role: 'lead' }],
  version: 1,
  publishedAt: '2027-03-10T02:00:00.000Z',
  publishedBy: 'huy',
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
        people: [{ name: 'Bảo', address: 'bao@trasen.example.com', team: 'IT', role: 'operator' }],
      })
      expect(await store.publish(next)).toBe('written')
      expect(await store.current()).toEqual(next)
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
      const first = await log.page({ month: '2027-03', limit: 3 })
      expect(first.map(({ auditId }) => auditId)).toEqual(['a3', 'a2', 'a1'])
      const before = `${first[2]?.at}#${first[2]?.auditId}`
      expect((await log.page({ month: '2027-03', before, limit: 3 })).map(({ auditId }) => auditId)).toEqual(['a0'])
      expect(await log.page({ month: '2027-05', limit: 3 })).toEqual([])
    })

    test('the name at the time, and which line a closing line closes, are kept', async () => {
      const log = await fresh()
      const begun = entry('a', '2027-03-10T02:00:00.000Z', { byName: 'Mai' })
      const closing = closingOf(begun, 'done')
      for (const each of [begun, closing]) await log.add(each)
      expect(await log.page({ month: '2027-03', limit: 9 })).toEqual([closing, begun])
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
