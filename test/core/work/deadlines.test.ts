import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlinesOf, inOrderOfUrgency, workingDayLater } from '#core/work/deadlines.ts'
import { closed, noted } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aMailSubject, closingOn, notedBy, openedAt, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

const companyRules = theCompanyRules()
const WEDNESDAY = '2027-03-10T02:00:00.000Z'

describe('a day later', () => {
  test.each([
    ['a Wednesday morning', '2027-03-10T02:00:00.000Z', '2027-03-11T02:00:00.000Z'],
    ['a Thursday evening', '2027-03-11T15:00:00.000Z', '2027-03-12T15:00:00.000Z'],
    // Friday 10:00 → Saturday is off → Monday 10:00.
    ['a Friday', '2027-03-12T03:00:00.000Z', '2027-03-15T03:00:00.000Z'],
    ['a Saturday', '2027-03-13T03:00:00.000Z', '2027-03-15T03:00:00.000Z'],
    ['a Sunday', '2027-03-14T03:00:00.000Z', '2027-03-15T03:00:00.000Z'],
    // Friday 23:30 in Hà Nội is Friday still; what is due on Saturday 23:30 waits for Monday 23:30.
    ['a Friday shortly before midnight', '2027-03-12T16:30:00.000Z', '2027-03-15T16:30:00.000Z'],
    // Thursday 00:30 in Hà Nội, though Wednesday in UTC.
    ['a Thursday shortly after midnight', '2027-03-10T17:30:00.000Z', '2027-03-11T17:30:00.000Z'],
    // 29 April 2027 is a Thursday before two public holidays and a weekend.
    ['the day before Reunification Day', '2027-04-29T03:00:00.000Z', '2027-05-04T03:00:00.000Z'],
  ])('than %s', (_, at, due) => {
    expect(workingDayLater(at, companyRules)).toBe(due)
  })
})

describe('deadlines follow from what happened, not from what was stored', () => {
  test.each<[string, WorkItem, string, string | null]>([
    ['a low score: a day', storedWork({ events: [openedAt(WEDNESDAY)] }), '2027-03-11T02:00:00.000Z', null],
    ['a complaint: a working day', storedCase({ events: [openedAt(WEDNESDAY)] }), '2027-03-11T02:00:00.000Z', null],
    [
      'any other mail: two',
      storedCase({ events: [openedAt(WEDNESDAY)], subject: aMailSubject('request') }),
      '2027-03-12T02:00:00.000Z',
      null,
    ],
    [
      'a right: to be acknowledged and to be done by the end of a day',
      storedRequest({ events: [openedAt(WEDNESDAY)] }),
      '2027-03-12T17:00:00.000Z',
      '2027-03-30T17:00:00.000Z',
    ],
  ])('%s', (_what, item, begin, done) => {
    expect(deadlinesOf({ ...item, dueAt: '2020-01-01T00:00:00.000Z' }, companyRules)).toMatchObject({ begin, done })
  })

  test('a day off that the company enters later moves them', () => {
    const item = storedCase({ events: [openedAt(WEDNESDAY)], dueAt: '2027-03-11T02:00:00.000Z' })
    const later = theCompanyRules({ company: { calendar: { overrides: { dayOff: ['2027-03-11'] } } } })
    expect(deadlinesOf(item, later).begin).toBe('2027-03-12T02:00:00.000Z')
  })

  test('a right whose country no pack covers keeps the time it was written with, and the law is not guessed', () => {
    const item = storedRequest({ events: [openedAt(WEDNESDAY)] })
    expect(deadlinesOf(item, { ...companyRules, policies: [] })).toEqual({ begin: item.dueAt, done: null, held: [] })
  })

  test('a right of an older row keeps both times as they were written', () => {
    const law = { by: 'as-written', doneBy: '2027-03-01T17:00:00.000Z' } as const
    const holds = [{ is: 'right', ask: 'erase', law: { by: 'as-written', doneBy: '2027-03-05T17:00:00.000Z' } } as const]
    const item = storedRequest({ subject: { is: 'right', ask: 'correct', law, replyId: null }, holds })
    expect(deadlinesOf(item, companyRules)).toEqual({
      begin: item.dueAt,
      done: '2027-03-01T17:00:00.000Z',
      held: [{ ask: 'erase', done: '2027-03-05T17:00:00.000Z' }],
    })
  })
})

test('the most urgent stands first, and of two at one instant always the same one', () => {
  const opened = (workId: string, at: string) => storedWork({ workId, events: [openedAt(at)] })
  const items = [opened('c', WEDNESDAY), opened('a', '2027-03-11T02:00:00.000Z'), opened('b', WEDNESDAY)]
  const ids = inOrderOfUrgency(items, companyRules).map(({ item }) => item.workId)
  expect(ids).toEqual(['b', 'c', 'a'])
})

test('notes in whatever number and order move no deadline and close nothing; one closing closes for good', () => {
  const anItem = fc.constantFrom<WorkItem>(storedWork(), storedCase(), storedRequest())
  // Few instants, so that many events share one.
  const anInstant = fc.integer({ min: 0, max: 3 }).map((hour) => `2027-02-08T0${hour}:00:00.000Z`)
  const acts = fc.array(fc.record({ closes: fc.boolean(), at: anInstant, note: fc.string({ maxLength: 20 }) }), { maxLength: 12 })
  fc.assert(
    fc.property(anItem, acts, (first, all) => {
      const before = deadlinesOf(first, companyRules)
      let item = first
      for (const { closes, at, note } of all) {
        const next = closes
          ? closed(item, closingOn('2027-02-08', { at, note }), companyRules)
          : noted(item, notedBy('Hoa', note, at), companyRules)
        if (next === 'full') throw new Error('a short history is full')
        expect(next.events.slice(0, -1)).toEqual(item.events)
        item = next
      }
      expect(isOpen(item)).toBe(!all.some(({ closes }) => closes))
      expect(deadlinesOf(item, companyRules)).toEqual(before)
      expect([item.version, item.events.length]).toEqual([all.length, all.length + 1])
      if (all.length > 0) expect(item.dueAt).toBe(before.begin)
    }),
  )
})
