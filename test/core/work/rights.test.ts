import { describe, expect, test } from 'vitest'
import { extended, rightsItem } from '#core/work/rights.ts'
import { RIGHTS } from '#core/work/work-item.ts'
import { france, frenchPolicy } from '#test/core/time/france.ts'
import { vietnam } from '#test/core/time/vietnam.ts'
import { aPolicy, theCompanyRules } from '#test/support/builders.ts'

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
    expect(ask({ ask: right })?.right).toEqual({ ask: right, doneBy, extended: false })
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
    const item = ask()
    if (!item) throw new Error('no item')
    const later = extended(theCompanyRules(), item, 'VN')
    if (typeof later === 'string') throw new Error(later)
    expect(later.right).toEqual({ ask: 'erase', doneBy: '2027-04-14T17:00:00.000Z', extended: true })
    expect(later.version).toBe(1)
    expect(extended(theCompanyRules(), later, 'VN')).toBe('already-extended')
  })

  test('and with it every other right that the same mail asked for', () => {
    const item = ask({ ask: 'correct' })
    if (!item) throw new Error('no item')
    const held = { is: 'right', ask: 'erase', doneBy: '2027-03-30T17:00:00.000Z' } as const
    const later = extended(theCompanyRules(), { ...item, holds: [held, { is: 'complaint' }] }, 'VN')
    if (typeof later === 'string') throw new Error(later)
    expect(later.holds).toEqual([{ ...held, doneBy: '2027-04-14T17:00:00.000Z' }, { is: 'complaint' }])
  })
})
