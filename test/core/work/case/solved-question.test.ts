/** The customer's word on whether a case is solved: whatever is pressed in whatever order, a machine that presses both buttons leaves the case open. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Instant, plusMs } from '#core/time/instant.ts'
import { closingRefusal } from '#core/work/case/case-act.ts'
import { caseClocks, nextOfCase } from '#core/work/case/case-clocks.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { severityOf, stepOf } from '#core/work/case/case-standing.ts'
import { afterSaid, isUnanswered } from '#core/work/case/solved-question.ts'
import { MOST_EVENTS, withCaseEvent } from '#core/work/history.ts'
import { closingOf, isOpen } from '#core/work/standing.ts'
import { type Case, WorkItemSchema } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aMailSubject, closingOn, openedAt, reopenedBy, storedCase } from '#test/support/work-builders.ts'

const rules = theCompanyRules()
const OPENED = '2027-03-10T02:00:00.000Z'
const minute = (n: number): Instant => plusMs(OPENED, n * 60_000)
const staff = { is: 'staff', name: 'Hạnh' } as const
const proposed: CaseEvent = { is: 'moved', at: minute(10), by: staff, to: 'follow-up', note: 'đổi hộp' }
const asked: CaseEvent = {
  is: 'waiting',
  at: minute(20),
  by: staff,
  note: 'ổn chưa ạ?',
  mail: { mailId: 'm-1', subject: 'Ổn chưa' },
  solved: true,
}
const aCase = (...events: readonly Case['events'][number][]): Case =>
  storedCase({ workId: 'w-1', events: [openedAt(OPENED), ...(events as [])] })
const waiting = aCase(proposed, asked)
const say = (item: Case, solved: boolean, over: object = {}) =>
  afterSaid(item, { mailId: 'm-1', solved, words: solved ? '' : 'trà vẫn mốc', at: minute(30), ...over }, rules)
const next = (after: ReturnType<typeof say>): Case => {
  if (typeof after === 'string') throw new Error(after)
  return after.next
}
const added = (before: Case, after: ReturnType<typeof say>) =>
  typeof after === 'string' ? after : after.next.events.slice(before.events.length).map(({ is }) => is)

describe('what the customer says', () => {
  const moved: CaseEvent = { is: 'moved', at: minute(25), by: staff, to: 'collect', note: 'xem lại' }
  const closed = aCase(proposed, asked, closingOn('2027-03-10', { at: minute(25) }))
  test.each([
    ['solved, while that is waited for', waiting, true, ['customer-said', 'closed']],
    ['not solved, while that is waited for', waiting, false, ['customer-said']],
    ['solved, after staff moved it on', aCase(proposed, asked, moved), true, ['customer-said']],
    ['solved, after it was closed', closed, true, ['customer-said']],
    ['not solved, after it was closed', closed, false, ['reopened', 'customer-said']],
    [
      'solved, after staff opened it again',
      { ...closed, events: [...closed.events, reopenedBy('Mai', minute(28))] } as Case,
      true,
      'outdated',
    ],
    [
      'not solved, after staff opened it again',
      { ...closed, events: [...closed.events, reopenedBy('Mai', minute(28))] } as Case,
      false,
      'outdated',
    ],
    ['solved, to a mail that asked something else', aCase(proposed, { ...asked, solved: undefined } as CaseEvent), true, 'gone'],
    ['solved, to a mail of another case', aCase(proposed), true, 'gone'],
  ] as const)('%s', (_what, item, solved, expected) => {
    const after = say(item, solved)
    expect(added(item, after)).toEqual(expected)
    if (typeof after !== 'string') expect(WorkItemSchema.parse(after.next)).toEqual(after.next)
  })

  test('solved closes with the customer’s word; what is no complaint needs no proposal for that', () => {
    expect(closingOf(next(say(waiting, true)))).toMatchObject({ by: { is: 'system' }, reached: true, because: 'customer-said' })
    const question = { ...aCase(asked), subject: aMailSubject('request') }
    expect(isOpen(next(say(question, true)))).toBe(false)
    expect(isOpen(next(say(aCase(asked), true)))).toBe(true)
  })

  test('solved that does not close lets staff close; not solved takes it back to finding a solution, within an hour of work', () => {
    const noted = next(say(aCase(proposed, asked, { ...proposed, at: minute(25) }), true))
    expect([isOpen(noted), closingRefusal(noted, { reached: false }, rules.cases)]).toEqual([true, null])
    const back = next(say(waiting, false))
    expect([isOpen(back), stepOf(back)]).toEqual([true, 'propose'])
    expect(closingRefusal(back, { reached: true }, rules.cases)).toBe('not-proposed')
    expect(nextOfCase(back, rules)).toMatchObject({ is: 'reply', since: minute(30), dueAt: plusMs(minute(30), 3_600_000) })
    expect(caseClocks(back, rules).find(({ is }) => is === 'resolve')?.dueAt).not.toBeNull()
  })

  test('not solved, in grave words, makes it graver, open or closed; what is pressed after it counts as before', () => {
    for (const item of [waiting, closed]) {
      const after = next(say(item, false, { words: 'con tôi uống xong bị ngộ độc' }))
      expect(severityOf(after, rules.cases)).toEqual({ severity: 's1', because: { is: 'rule', rule: 'words' } })
      expect(nextOfCase(after, rules).by?.severity).toBe('s1')
      expect(say(after, false, { words: 'con tôi uống xong bị ngộ độc', at: minute(31) })).toBe('again')
      expect(added(after, say(after, true, { at: minute(32) }))).toEqual(['customer-said'])
    }
  })

  test('pressed twice is said once; other words are said besides', () => {
    const once = next(say(waiting, false))
    expect(say(once, false, { at: minute(31) })).toBe('again')
    expect(say(once, false, { words: '', at: minute(31) })).toBe('again')
    expect(added(once, say(once, false, { words: 'và hộp bị móp', at: minute(31) }))).toEqual(['customer-said'])
    const closed = next(say(waiting, true))
    expect(say(closed, true, { at: minute(31) })).toBe('again')
  })

  test('not solved, said again after staff closed it once more, opens it once more', () => {
    const unsolved = next(say(waiting, false))
    const over = { ...unsolved, events: [...unsolved.events, closingOn('2027-03-10', { at: minute(40) })] } as Case
    for (const words of ['trà vẫn mốc', '']) {
      const after = say(over, false, { words, at: minute(50) })
      expect(added(over, after)).toEqual(['reopened', 'customer-said'])
      expect(say(next(after), false, { words, at: minute(51) })).toBe('again')
    }
  })

  test('both buttons, in any order and number: the case is open as soon as it was said once that it is not solved', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), (presses) => {
        let item = waiting
        for (const [n, solved] of presses.entries()) {
          const after = say(item, solved, { words: solved ? '' : `lần ${n}`, at: minute(30 + n) })
          if (typeof after !== 'string') item = after.next
        }
        expect(isOpen(item)).toBe(presses.includes(false))
        expect(caseClocks(item, rules)).toEqual(caseClocks(item, rules))
      }),
    )
  })
})

describe('what the customer says to a case whose history is full', () => {
  const note = (text: string) => ({ is: 'noted', at: minute(21), by: staff, note: text }) as const
  const full = (n: number, text: string) => aCase(proposed, asked, ...Array.from({ length: n }, () => note(text)))
  const LONG = 'ồ'.repeat(2_000)
  test.each([
    ['by the number of its events', full(MOST_EVENTS - 3, 'gọi lại')],
    ['by its size', full(42, LONG)],
  ])('%s is noted all the same, and it does not close as unanswered', (_what, item) => {
    expect(withCaseEvent(item, { ...asked, at: minute(22), note: LONG }, rules)).toBe('full')
    const yes = next(say(item, true))
    expect(closingOf(yes)).toMatchObject({ because: 'customer-said' })
    const no = next(say(item, false, { words: LONG }))
    expect([isOpen(no), stepOf(no), no.events.at(-1)]).toMatchObject([true, 'propose', { note: LONG }])
    expect(isUnanswered(no, { dueAt: OPENED, now: minute(9_999) }, 1)).toBe(false)
    const again = next(say(yes, false, { words: LONG }))
    expect(added(yes, say(yes, false))).toEqual(['reopened', 'customer-said'])
    expect(WorkItemSchema.parse(again)).toEqual(again)
  })

  test('so often and no more: the row has an end', () => {
    let item = full(42, LONG)
    const bytes = () => new TextEncoder().encode(JSON.stringify(item.events)).length
    const before = bytes()
    const outcomes = Array.from({ length: 6 }, (_, n) => {
      const after = say(item, false, { words: `${n}${LONG}`.slice(0, 2_000), at: minute(30 + n) })
      if (typeof after === 'string') return after
      item = after.next
      return 'noted'
    })
    expect(outcomes).toEqual(['noted', 'noted', 'full', 'full', 'full', 'full'])
    expect(bytes() - before).toBeLessThan(2 * 7_000)
  })
})

describe('a customer who does not answer', () => {
  const again: CaseEvent = { ...asked, at: minute(60), mail: { mailId: 'm-2', subject: 'Ổn chưa' } }
  const lost = (mailId: string): CaseEvent => ({
    is: 'not-mailed',
    at: minute(65),
    by: { is: 'system' },
    mailId,
    because: 'no-address',
  })
  const dueOf = (item: Case) => caseClocks(item, rules).find(({ is }) => is === 'ask-again')?.dueAt ?? null
  test.each([
    ['asked twice, in time', aCase(proposed, asked, again), 0, false],
    ['asked twice, after the time', aCase(proposed, asked, again), 30, true],
    ['asked once, after the time', aCase(proposed, asked), 30, false],
    [
      'asked twice, last in another way',
      aCase(proposed, asked, { is: 'waiting', at: minute(60), by: staff, note: 'gọi không nghe' }),
      30,
      false,
    ],
    [
      'asked twice, and answered',
      aCase(proposed, asked, again, {
        is: 'customer-said',
        at: minute(70),
        by: { is: 'system' },
        solved: false,
        note: '',
        mailId: 'm-2',
      }),
      30,
      false,
    ],
    ['asked twice, last by a mail that did not go out', aCase(proposed, asked, again, lost('m-2')), 30, false],
    ['asked twice, first by a mail that did not go out', aCase(proposed, asked, lost('m-1'), again), 30, false],
    ['asked twice, and closed', aCase(proposed, asked, again, closingOn('2027-03-10', { at: minute(90) })), 30, false],
  ] as const)('%s', (_what, item, days, expected) => {
    const now = plusMs(OPENED, days * 86_400_000)
    expect(isUnanswered(item, { dueAt: dueOf(item), now }, rules.cases.triesBeforeClosing)).toBe(expected)
  })

  const number: CaseEvent = {
    is: 'waiting',
    at: minute(2),
    by: staff,
    note: 'mã đơn là gì ạ?',
    mail: { mailId: 'm-0', subject: 'Mã đơn' },
  }
  const wrote = (over: object = {}): CaseEvent => ({
    is: 'customer-wrote',
    at: minute(5),
    by: { is: 'system' },
    note: 'DH-12',
    ...over,
  })
  const saidNo = (mailId: string, at: number): CaseEvent => ({
    is: 'customer-said',
    at: minute(at),
    by: { is: 'system' },
    solved: false,
    note: 'vẫn mốc',
    mailId,
  })
  const proposedAnew: CaseEvent = { ...proposed, at: minute(80) }
  const askedAnew: CaseEvent = { ...asked, at: minute(90), mail: { mailId: 'm-3', subject: 'Ổn chưa' } }
  const askedOnceMore: CaseEvent = { ...asked, at: minute(95), mail: { mailId: 'm-4', subject: 'Ổn chưa' } }
  test.each([
    ['asked for a number and answered, then once whether it is solved', aCase(number, wrote(), proposed, asked), false],
    ['asked for a number, not answered, then once whether it is solved', aCase(number, proposed, asked), true],
    [
      'asked for a number and only thanked, then once whether it is solved',
      aCase(number, wrote({ thanks: true }), proposed, asked),
      true,
    ],
    [
      'asked twice, not solved, and asked once anew',
      aCase(proposed, asked, again, saidNo('m-2', 70), proposedAnew, askedAnew),
      false,
    ],
    [
      'asked twice, not solved, and asked twice anew',
      aCase(proposed, asked, again, saidNo('m-2', 70), proposedAnew, askedAnew, askedOnceMore),
      true,
    ],
    ['asked twice, wrote, and not asked again', aCase(proposed, asked, again, wrote({ at: minute(70) })), false],
  ] as const)('%s: an answer ends what was asked before it, by itself and by hand', (_what, item, isOver) => {
    const now = plusMs(OPENED, 30 * 86_400_000)
    expect(isUnanswered(item, { dueAt: dueOf(item), now }, rules.cases.triesBeforeClosing)).toBe(isOver)
    expect(closingRefusal(item, { reached: false }, rules.cases)).toBe(isOver ? null : 'not-asked-enough')
  })

  test('who said that it is not solved is asked anew after the next proposal, before staff may close without their word', () => {
    const item = aCase(proposed, asked, again, saidNo('m-2', 70), proposedAnew)
    expect(closingRefusal(item, { reached: false }, rules.cases)).toBe('not-asked-enough')
    expect(closingRefusal(item, { reached: true }, rules.cases)).toBeNull()
  })
})
