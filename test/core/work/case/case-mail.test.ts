import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Severity } from '#core/campaign/case-terms.ts'
import { DAY_MS, plusMs } from '#core/time/instant.ts'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import type { SeveritySet } from '#core/work/case/case-event.ts'
import { MOST_JOINED_A_DAY, withMailBack } from '#core/work/case/case-mail.ts'
import { severityOf, stepOf } from '#core/work/case/case-standing.ts'
import { checkedLetter, LONGEST_LETTER } from '#core/work/case/letter-text.ts'
import { isOpen } from '#core/work/standing.ts'
import { type Case, WorkItemSchema } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aMailSubject, closingOn, openedAt, storedCase } from '#test/support/work-builders.ts'

const rules = theCompanyRules()
const OPENED = '2027-03-10T02:00:00.000Z'
const CLOSED = plusMs(OPENED, DAY_MS)
const open = storedCase({ workId: 'w-1', events: [openedAt(OPENED)] })
const closed = storedCase({ workId: 'w-1', events: [openedAt(OPENED), closingOn(CLOSED.slice(0, 10), { at: CLOSED })] })
const back = (over: object = {}) => ({
  replyId: 'r-1',
  text: 'vẫn chưa ổn',
  says: 'more' as const,

  at: plusMs(CLOSED, 60_000),
  ...over,
})
const unanswered = (solved: boolean): Case => ({
  ...closed,
  events: [
    openedAt(OPENED),
    { is: 'waiting', at: OPENED, by: { is: 'staff', name: 'Hạnh' }, note: 'đổi hộp khác nhé chị?', ...(solved && { solved }) },
    ...(closed.events.slice(1) as []),
  ],
})
const added = (before: Case, after: ReturnType<typeof withMailBack>) =>
  typeof after === 'string' ? after : after.events.slice(before.events.length).map(({ is }) => is)

describe('a mail that comes back to the address of a case', () => {
  test.each([
    ['words, while it is open', open, back(), ['customer-wrote']],
    ['thanks, while it is open', open, back({ says: 'thanks' }), ['customer-wrote']],
    ['words, after it was closed', closed, back(), ['reopened', 'customer-wrote']],
    ['thanks, after it was closed', closed, back({ says: 'thanks' }), 'joined'],
    ['words that all is well, while it is open', open, back({ says: 'well' }), ['customer-wrote']],
    ['words that all is well, after it was closed', closed, back({ says: 'well' }), 'joined'],
    ['words that all is well, after it was closed unanswered', unanswered(true), back({ says: 'well' }), 'joined'],
    [
      'the same, where they may answer what staff asked',
      unanswered(false),
      back({ says: 'well' }),
      ['reopened', 'customer-wrote'],
    ],
    ['a stop, while it is open', open, back({ says: 'stop' }), ['customer-wrote']],
    ['a stop, after it was closed', closed, back({ says: 'stop' }), 'joined'],
    ['a stop, after it was closed unanswered', unanswered(false), back({ says: 'stop' }), 'joined'],
    ['a complaint, after it was closed', closed, back({ says: 'complaint' }), ['reopened', 'customer-wrote']],
    ['no words, while it is open', open, back({ text: '' }), ['customer-wrote']],
    ['no words, after it was closed', closed, back({ text: ' ' }), 'no-room'],
    ['words on the last day of the window', closed, back({ at: plusMs(CLOSED, 30 * DAY_MS) }), ['reopened', 'customer-wrote']],
    ['words after the window', closed, back({ at: plusMs(CLOSED, 30 * DAY_MS + 1) }), 'no-room'],
  ] as const)('%s', (_what, item, mail, expected) => {
    expect(added(item, withMailBack(item, mail, rules))).toEqual(expected)
  })

  const POISONED = 'Con tôi uống xong bị ngộ độc, đang nằm viện. Tôi sẽ kiện.'
  const MOULDY = 'trà bị mốc, hoàn tiền cho tôi'
  const set = (severity: Severity, minutes: number): SeveritySet => ({
    is: 'severity-set',
    at: plusMs(OPENED, minutes * 60_000),
    by: { is: 'staff', name: 'Hạnh' },
    severity,
    because: { is: 'reason', text: 'đã hỏi lại khách' },
  })
  const byRule = (severity: Severity): SeveritySet => ({
    ...set(severity, 0),
    by: { is: 'system' },
    because: { is: 'rule', rule: 'words' },
  })
  const aCase = (...events: readonly SeveritySet[]): Case =>
    storedCase({ workId: 'w-1', events: [openedAt(OPENED), ...(events as [])] })
  const question = { ...open, subject: aMailSubject('unclear-reply') }
  test.each([
    ['the gravest words', open, { text: POISONED }, 's1', true],
    ['the gravest words, after it was closed', closed, { text: POISONED }, 's1', true],
    ['grave words', open, { text: MOULDY }, 's2', true],
    ['words of every day', open, { text: 'bao giờ có trà mới?' }, 's3', false],
    ['less grave words than it is', aCase(byRule('s1')), { text: MOULDY }, 's1', false],
    ['the gravest words, where it is so by hand', aCase(set('s1', 5)), { text: POISONED }, 's1', false],
    ['the gravest words, where staff called it a little graver before', aCase(set('s2', 5)), { text: POISONED }, 's1', true],
    [
      'the gravest words, where staff called it less grave that was never so grave',
      aCase(set('s4', 5)),
      { text: POISONED },
      's1',
      true,
    ],
    [
      'the gravest words, where staff found that such words were none',
      aCase(byRule('s1'), set('s3', 5)),
      { text: POISONED },
      's3',
      false,
    ],
    ['the gravest words in a question', question, { text: POISONED }, 's1', true],
    ['a complaint with work of its own, in a question', question, { text: POISONED, says: 'complaint' }, 's4', false],
  ] as const)('%s: the clocks that run are of the severity that follows', (_what, item, over, severity, isRaised) => {
    const next = withMailBack(item, back(over), rules)
    if (typeof next === 'string') throw new Error(next)
    expect(severityOf(next, rules.cases).severity).toBe(severity)
    expect(caseClocks(next, rules).find(({ is }) => is === 'reply')?.by?.severity).toBe(severity)
    const raising = next.events.slice(item.events.length).filter(({ is }) => is === 'severity-set')
    expect(raising).toEqual(isRaised ? [{ ...byRule(severity), at: back().at }] : [])
    expect(WorkItemSchema.parse(next)).toEqual(next)
  })

  test('stands there once, however often it comes', () => {
    const once = withMailBack(closed, back(), rules)
    if (typeof once === 'string') throw new Error(once)
    expect(withMailBack(once, back(), rules)).toBe('joined')
    expect([isOpen(once), stepOf(once), once.version]).toEqual([true, 'confirm', closed.version + 1])
    expect(WorkItemSchema.parse(once)).toEqual(once)
  })

  test('so many of a day, and none is taken twice for it', () => {
    let item: Case = open
    for (let n = 0; n < MOST_JOINED_A_DAY; n++) {
      const next = withMailBack(item, back({ replyId: `r-${n}` }), rules)
      if (typeof next === 'string') throw new Error(next)
      item = next
    }
    expect(withMailBack(item, back({ replyId: 'one more' }), rules)).toBe('no-room')
    expect(withMailBack(item, back({ replyId: 'r-3' }), rules)).toBe('joined')
    expect(added(item, withMailBack(item, back({ replyId: 'next day', at: plusMs(CLOSED, 2 * DAY_MS) }), rules))).toEqual([
      'customer-wrote',
    ])
  })

  test('a long one is cut between two signs, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 5_000 }), fc.integer({ min: 0, max: 3 }), (text, extra) => {
        const long = `${'x'.repeat(3_990 + extra)}${text}😀`.repeat(2)
        const next = withMailBack(open, back({ text: long }), rules)
        const last = typeof next === 'string' ? undefined : next.events.at(-1)
        const note = last?.is === 'customer-wrote' ? last.note : ''
        expect(note.isWellFormed() || !long.isWellFormed()).toBe(true)
        expect(note.length).toBeLessThanOrEqual(4_002)
        expect(long.startsWith(note.slice(0, -2))).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

describe('what staff write', () => {
  test.each([
    ['', 'Chào chị', 'no-subject'],
    ['Về hộp trà', ' \u200b ', 'no-letter'],
    ['Về hộp trà', 'x'.repeat(LONGEST_LETTER + 1), 'letter-too-long'],
    ['Về hộp trà', 'Chúng tôi rất tiếc vì [điều khách gặp phải].', 'blanks-left'],
    ['Về [điều gì]', 'Chúng tôi đã đổi hộp trà.', 'blanks-left'],
  ])('%s · %s is refused: %s', (subject, text, refused) => {
    expect(checkedLetter({ subject, text })).toEqual({ refused })
  })

  test('is kept in one spelling; a subject is one line', () => {
    expect(checkedLetter({ subject: 'Về\r\nBcc: x', text: 'Cha\u0300o chị [1]\r\n\r\nTạm biệt' })).toEqual({
      subject: 'Về Bcc: x',
      text: 'Chào chị [1]\n\nTạm biệt',
    })
  })
})
