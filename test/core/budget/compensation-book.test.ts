import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Budget } from '#core/budget/budget.ts'
import { entriesOf, MOST_OPEN_ENTRIES, roomIn, withEntry, withoutEntry } from '#core/budget/compensation-book.ts'
import { committed } from '#core/budget/reserve.ts'

const AT = '2027-03-09T02:00:00.000Z'
const LIMIT = 1_000
const entry = (compensationId: string, amount: number, workId = 'case_x') => ({ compensationId, at: AT, workId, amount })
const booked = (stored: Budget | undefined, id: string, amount: number) =>
  withEntry(stored, { entry: entry(id, amount), period: '2027-03', limit: LIMIT })

test('an entry keeps what it is of, also where an id of a case has a slash', () => {
  const stored = withEntry(undefined, { entry: entry('a', 5, 'told_x/y'), period: '2027-03', limit: LIMIT })
  expect(typeof stored !== 'string' && entriesOf(stored)).toEqual([entry('a', 5, 'told_x/y')])
})

test('so many open entries are the most', () => {
  const reserved = Object.fromEntries(Array.from({ length: MOST_OPEN_ENTRIES }, (_, n) => [`${n}/${AT}/case_x`, 0]))
  const full = {
    campaignId: '#compensation',
    period: '2027-03',
    limit: { amount: LIMIT, currency: 'VND' },
    reserved,
    settled: {},
    version: 0,
  }
  expect(booked(full, 'x', 1)).toBe('too-many-open')
  expect(typeof booked(full, '7', 1)).toBe('object')
})

const acts = fc.array(
  fc.record({
    do: fc.constantFrom('book', 'given', 'back'),
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    amount: fc.integer({ min: 1, max: 700 }),
  }),
  { maxLength: 60 },
)

test('whatever is booked and ended, in whatever order and however often, the limit holds and each đồng is given back once', () => {
  fc.assert(
    fc.property(acts, (done) => {
      let stored: Budget | undefined
      const open = new Map<string, number>()
      let given = 0
      for (const { do: what, id, amount } of done) {
        if (what === 'book') {
          const next = booked(stored, id, amount)
          const room = LIMIT - given - [...open].reduce((sum, [other, of]) => (other === id ? sum : sum + of), 0)
          expect(typeof next === 'string').toBe(amount > room)
          if (typeof next === 'string') continue
          stored = next
          open.set(id, amount)
        } else {
          const next = stored && withoutEntry(stored, { compensationId: id, workId: 'case_x', isGiven: what === 'given' })
          expect(next ?? null).toEqual(open.has(id) ? next : null)
          if (!next) continue
          stored = next
          if (what === 'given') given += open.get(id) ?? 0
          open.delete(id)
        }
        expect(committed(stored)).toBeLessThanOrEqual(LIMIT)
        expect(roomIn(stored, LIMIT)).toBe(LIMIT - given - [...open.values()].reduce((sum, of) => sum + of, 0))
      }
    }),
  )
})

test('a limit that was lowered takes nothing back, and leaves no room', () => {
  const stored = booked(undefined, 'a', 900)
  if (typeof stored === 'string') throw new Error(stored)
  expect(withEntry(stored, { entry: entry('b', 1), period: '2027-03', limit: 500 })).toBe('limit-reached')
  expect(roomIn(stored, 500)).toBe(0)
  expect(entriesOf(stored)).toHaveLength(1)
})
