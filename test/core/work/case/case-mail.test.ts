import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_MS, plusMs } from '#core/time/instant.ts'
import { MOST_JOINED_A_DAY, withMailBack } from '#core/work/case/case-mail.ts'
import { stepOf } from '#core/work/case/case-standing.ts'
import { checkedLetter, LONGEST_LETTER } from '#core/work/case/letter-text.ts'
import { isOpen } from '#core/work/standing.ts'
import { type Case, WorkItemSchema } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { closingOn, openedAt, storedCase } from '#test/support/work-builders.ts'

const rules = theCompanyRules()
const OPENED = '2027-03-10T02:00:00.000Z'
const CLOSED = plusMs(OPENED, DAY_MS)
const open = storedCase({ workId: 'w-1', events: [openedAt(OPENED)] })
const closed = storedCase({ workId: 'w-1', events: [openedAt(OPENED), closingOn(CLOSED.slice(0, 10), { at: CLOSED })] })
const back = (over: object = {}) => ({ replyId: 'r-1', text: 'vẫn chưa ổn', thanks: false, at: plusMs(CLOSED, 60_000), ...over })
const added = (before: Case, after: ReturnType<typeof withMailBack>) =>
  typeof after === 'string' ? after : after.events.slice(before.events.length).map(({ is }) => is)

describe('a mail that comes back to the address of a case', () => {
  test.each([
    ['words, while it is open', open, back(), ['customer-wrote']],
    ['thanks, while it is open', open, back({ thanks: true }), ['customer-wrote']],
    ['words, after it was closed', closed, back(), ['reopened', 'customer-wrote']],
    ['thanks, after it was closed', closed, back({ thanks: true }), 'joined'],
    ['words on the last day of the window', closed, back({ at: plusMs(CLOSED, 30 * DAY_MS) }), ['reopened', 'customer-wrote']],
    ['words after the window', closed, back({ at: plusMs(CLOSED, 30 * DAY_MS + 1) }), 'no-room'],
  ] as const)('%s', (_what, item, mail, expected) => {
    expect(added(item, withMailBack(item, mail, rules))).toEqual(expected)
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
