import { describe, expect, test } from 'vitest'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { extended, rightsItem } from '#core/work/rights.ts'
import { RIGHTS } from '#core/work/work-fact.ts'
import type { DataRequest } from '#core/work/work-item.ts'
import { france, frenchPolicy } from '#test/core/time/france.ts'
import { vietnam } from '#test/core/time/vietnam.ts'
import { aPolicy, theCompanyRules } from '#test/support/builders.ts'
import { storedCase } from '#test/support/work-builders.ts'

const ask = (over: Partial<Parameters<typeof rightsItem>[1]> = {}) =>
  rightsItem(theCompanyRules(), { ask: 'erase', customerId: 'c-001', country: 'VN', at: '2027-03-10T02:00:00.000Z', ...over })

describe('the clocks of somebody who asks about their own data', () => {
  test.each([
    // Asked on a Wednesday: answered by the end of Friday, Hanoi time.
    ['an ordinary Wednesday', '2027-03-10T02:00:00.000Z', '2027-03-12T17:00:00.000Z'],
    // Late on a Friday evening in UTC it is Saturday in Hanoi: Monday and Tuesday count.
    ['a Saturday in Hanoi that is a Friday in London', '2027-03-12T18:00:00.000Z', '2027-03-16T17:00:00.000Z'],
    // Tết 2027: 4 February is the last working day before the break, 12 February the first after it (5-9 and their make-up days).
    ['the eve of Tết', '2027-02-04T02:00:00.000Z', '2027-02-15T17:00:00.000Z'],
  ])('answered within two working days: %s', (_, at, dueAt) => {
    expect(ask({ at })?.dueAt).toBe(dueAt)
  })

  test.each([
    ['access', '2027-03-20T17:00:00.000Z'],
    ['correct', '2027-03-20T17:00:00.000Z'],
    ['restrict', '2027-03-25T17:00:00.000Z'],
    ['object', '2027-03-25T17:00:00.000Z'],
    ['withdraw', '2027-03-25T17:00:00.000Z'],
    ['erase', '2027-03-30T17:00:00.000Z'],
  ] as const)('done by the end of the last day the law gives: %s', (right, doneBy) => {
    const item = ask({ ask: right })
    expect(item?.subject).toEqual({ is: 'right', ask: right, law: { by: 'country', country: 'VN' }, replyId: null })
    expect(item && deadlinesOf(item, theCompanyRules()).done).toBe(doneBy)
  })

  test('the company’s own days off do not stop the law’s clock', () => {
    const closed = theCompanyRules({
      company: { calendar: { workingWeekdays: [1], overrides: { dayOff: ['2027-03-11', '2027-03-12'] } } },
    })
    const item = rightsItem(closed, { ask: 'erase', customerId: 'c-001', country: 'VN', at: '2027-03-10T02:00:00.000Z' })
    expect(item?.dueAt).toBe('2027-03-12T17:00:00.000Z')
  })

  test('the working days are those of the country whose law it is', () => {
    const two = theCompanyRules({ calendars: [vietnam, france], policies: [aPolicy(), frenchPolicy] })
    const due = (country: string, rules = two) =>
      rightsItem(rules, { ask: 'erase', customerId: 'c-001', country, at: '2027-03-26T02:00:00.000Z' })?.dueAt
    // Asked on a Friday: Monday and Tuesday count in Vietnam; in France Monday is Easter Monday.
    expect([due('VN'), due('FR')]).toEqual(['2027-03-30T17:00:00.000Z', '2027-03-31T17:00:00.000Z'])
    // Without a pack of their own the company's law holds, and its days with it; a pack without a calendar counts the company's days.
    expect(due('FR', theCompanyRules({ calendars: [vietnam, france] }))).toBe('2027-03-30T17:00:00.000Z')
    expect(due('FR', theCompanyRules({ policies: [aPolicy(), frenchPolicy] }))).toBe('2027-03-30T17:00:00.000Z')
  })

  test('a company that works on Saturdays may not take longer, and need not be quicker', () => {
    const busy = theCompanyRules({ company: { calendar: { workingWeekdays: [1, 2, 3, 4, 5, 6] } } })
    const item = rightsItem(busy, { ask: 'erase', customerId: 'c-001', country: 'VN', at: '2027-03-12T02:00:00.000Z' })
    expect(item?.dueAt).toBe('2027-03-16T17:00:00.000Z')
  })

  test('the same right on the same day, by whatever mail, is one item', () => {
    expect(ask({ at: '2027-03-10T09:00:00.000Z' })?.workId).toBe(ask()?.workId)
    expect(ask({ at: '2027-03-11T09:00:00.000Z' })?.workId).not.toBe(ask()?.workId)
    expect(ask({ replyId: 'r-1' })?.workId).toBe(ask({ replyId: 'r-2' })?.workId)
    expect(ask({ replyId: 'r-1' })?.workId).toBe(ask()?.workId)
    expect(new Set(RIGHTS.map((right) => ask({ ask: right })?.workId)).size).toBe(RIGHTS.length)
  })

  test('without a policy pack for the day nobody guesses the law', () => {
    const companyRules = theCompanyRules({
      policies: [{ ...aPolicy(), periods: aPolicy().periods.map((period) => ({ ...period, validFrom: '2030-01-01' })) }],
    })
    expect(
      rightsItem(companyRules, { ask: 'access', customerId: 'c-001', country: 'VN', at: '2027-03-10T02:00:00.000Z' }),
    ).toBeUndefined()
  })

  test('may be put off once, by what the law allows', () => {
    const later = putOff(ask())
    expect(deadlinesOf(later, theCompanyRules()).done).toBe('2027-04-14T17:00:00.000Z')
    expect(later.events.at(-1)).toEqual({ is: 'extended', at: LATER, by: { is: 'staff', name: 'Hoa' }, because: 'hồ sơ dày' })
    expect(later.version).toBe(1)
    expect(extended(theCompanyRules(), later, EXTENSION)).toBe('already-extended')
  })

  test('and with it every other right that the same mail asked for', () => {
    const held = { is: 'right', ask: 'erase', law: { by: 'country', country: 'VN' } } as const
    const item = ask({ ask: 'correct' })
    const later = putOff(item && { ...item, holds: [held, { is: 'complaint' }] })
    expect(later.holds).toEqual([held, { is: 'complaint' }])
    expect(deadlinesOf(later, theCompanyRules()).held).toEqual([{ ask: 'erase', done: '2027-04-14T17:00:00.000Z' }])
  })

  test('an older row, which does not tell the country, is put off by the law of the customer’s', () => {
    const item = ask()
    const doneBy = '2027-03-30T17:00:00.000Z'
    const older = item && { ...item, subject: { ...item.subject, law: { by: 'as-written', doneBy } as const } }
    const later = putOff(older)
    expect(later.subject.law).toEqual({ by: 'country', country: 'VN' })
    expect(deadlinesOf(later, theCompanyRules())).toMatchObject({ begin: item?.dueAt, done: '2027-04-14T17:00:00.000Z' })
  })

  test('other work has no such clock', () => {
    expect(extended(theCompanyRules(), storedCase(), EXTENSION)).toBe('no-clock')
  })
})

const LATER = '2027-03-12T02:00:00.000Z'
const EXTENSION = { at: LATER, by: 'Hoa', because: 'hồ sơ dày', country: 'VN' }

function putOff(item: DataRequest | undefined): DataRequest {
  if (!item) throw new Error('no item')
  const later = extended(theCompanyRules(), item, EXTENSION)
  if (typeof later === 'string') throw new Error(later)
  return later
}
