import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlinesOf, inOrderOfUrgency, workingDayLater } from '#core/work/deadlines.ts'
import { assigned, closed, noted, reopened } from '#core/work/history.ts'
import { isOpen, ownerOf } from '#core/work/standing.ts'
import { type WorkItem, WorkItemSchema } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import {
  aMailSubject,
  aPerson,
  assignedTo,
  closingOn,
  notedBy,
  openedAt,
  reopenedBy,
  storedCase,
  storedRequest,
  storedWork,
} from '#test/support/work-builders.ts'

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

describe('after it was reopened', () => {
  /** Friday, 10:00 in Hà Nội. */
  const FRIDAY = '2027-03-12T03:00:00.000Z'
  const reopenedOn = <Item extends WorkItem>(item: Item, at = FRIDAY): Item => ({
    ...item,
    events: [openedAt(WEDNESDAY), closingOn('2027-03-11'), reopenedBy('Mai', at)],
  })

  test.each<[string, WorkItem, string]>([
    ['a call is to be begun a working day later', storedWork(), '2027-03-15T03:00:00.000Z'],
    ['a complaint too', storedCase(), '2027-03-15T03:00:00.000Z'],
    ['any other mail two working days later', storedCase({ subject: aMailSubject('request') }), '2027-03-16T03:00:00.000Z'],
    ['a request about data too', storedRequest(), '2027-03-16T03:00:00.000Z'],
  ])('%s', (_what, item, begin) => {
    expect(deadlinesOf(reopenedOn({ ...item, dueAt: '2020-01-01T00:00:00.000Z' }), companyRules).begin).toBe(begin)
  })

  test('a law still counts from the day of the request, and staff must not begin after it', () => {
    const before = deadlinesOf(storedRequest({ events: [openedAt(WEDNESDAY)] }), companyRules)
    const shortly = deadlinesOf(reopenedOn(storedRequest(), '2027-03-30T03:00:00.000Z'), companyRules)
    expect(shortly).toMatchObject({ begin: before.done, done: before.done })
    const late = deadlinesOf(reopenedOn(storedRequest(), '2027-04-20T03:00:00.000Z'), companyRules)
    expect(late).toMatchObject({ begin: before.done, done: before.done })
  })

  test('the last time counts', () => {
    const twice = [closingOn('2027-03-15'), reopenedBy('Mai', '2027-03-17T02:00:00.000Z')]
    const item = reopenedOn(storedWork())
    expect(deadlinesOf({ ...item, events: [...item.events, ...twice] }, companyRules).begin).toBe('2027-03-18T02:00:00.000Z')
  })
})

test('the most urgent stands first, and of two at one instant always the same one', () => {
  const opened = (workId: string, at: string) => storedWork({ workId, events: [openedAt(at)] })
  const items = [opened('c', WEDNESDAY), opened('a', '2027-03-11T02:00:00.000Z'), opened('b', WEDNESDAY)]
  const ids = inOrderOfUrgency(items, companyRules).map(({ item }) => item.workId)
  expect(ids).toEqual(['b', 'c', 'a'])
})

test('whatever happens in whatever order: each act adds one event; the last closing or reopening says whether it is open, and only reopening moves what must be begun, but of a case', () => {
  const anItem = fc.constantFrom<WorkItem>(storedWork(), storedCase(), storedRequest())
  // Few instants, so that many events share one.
  const anInstant = fc.integer({ min: 0, max: 3 }).map((hour) => `2027-02-08T0${hour}:00:00.000Z`)
  const anAct = fc.record({
    is: fc.constantFrom('note', 'hand', 'close', 'reopen'),
    at: anInstant,
    text: fc.string({ maxLength: 20 }),
  })
  fc.assert(
    fc.property(anItem, fc.array(anAct, { maxLength: 12 }), (first, acts) => {
      const before = deadlinesOf(first, companyRules)
      let item = first
      for (const { is, at, text } of acts) {
        const next =
          is === 'close'
            ? closed(item, closingOn('2027-02-08', { at, note: text }), companyRules)
            : is === 'reopen'
              ? reopened(item, reopenedBy('Mai', at, text), companyRules)
              : is === 'hand'
                ? assigned(item, assignedTo(aPerson(text), at), companyRules)
                : noted(item, notedBy('Hoa', text, at), companyRules)
        if (next === 'full') throw new Error('a short history is full')
        expect(next.events.slice(0, -1)).toEqual(item.events)
        expect([next.version, next.dueAt]).toEqual([item.version + 1, deadlinesOf(next, companyRules).begin])
        expect(WorkItemSchema.parse(JSON.parse(JSON.stringify(next)))).toEqual(next)
        item = next
      }
      const turns = acts.filter(({ is }) => is === 'close' || is === 'reopen')
      expect(isOpen(item)).toBe(turns.at(-1)?.is !== 'close')
      const handed = acts.findLast(({ is }) => is === 'hand')
      expect(ownerOf(item)).toEqual(handed ? aPerson(handed.text) : { is: 'everybody' })
      const { begin, done, held } = deadlinesOf(item, companyRules)
      const { begin: firstBegin } = before
      expect({ done, held }).toEqual({ done: before.done, held: before.held })
      // A case that was begun has its next step to come.
      if (item.kind !== 'case' && !acts.some(({ is }) => is === 'reopen')) expect(begin).toBe(firstBegin)
    }),
  )
})
