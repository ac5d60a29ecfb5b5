import { describe, expect, test } from 'vitest'
import { surveyRest } from '#core/audience/survey-rest.ts'
import { type Instant, plusMs } from '#core/time/instant.ts'
import { aContact, aLedger } from '#test/support/builders.ts'

const surveys = { daysBetween: 30, daysBetweenRelationship: 90 }
const HANOI = 'Asia/Ho_Chi_Minh'
const rest = (contacts: Parameters<typeof aContact>[0][], at: Instant, relationship = false, zone = HANOI) =>
  surveyRest({
    surveys,
    relationship,
    ledger: aLedger(contacts.map((contact) => aContact({ contentClass: 'survey', ...contact }))),
    zone,
    at,
  })

/** Ten in the morning in Hanoi. */
const ten = (date: string) => `${date}T03:00:00.000Z`

describe('days between two surveys of one customer', () => {
  test.each([
    ['29 days', '2027-03-30', '30 days', '2027-03-30T17:00:00.000Z'],
    ['30 days', '2027-03-31', undefined, undefined],
    ['31 days', '2027-04-01', undefined, undefined],
    ['the same day', '2027-03-01', '30 days', '2027-03-30T17:00:00.000Z'],
  ])('any survey, %s later', (_, date, rule, freeAt) => {
    const broken = rest([{ at: ten('2027-03-01') }], ten(date))
    expect(broken && [`${broken.days} days`, broken.freeAt]).toEqual(rule && [rule, freeAt])
    // A relationship survey is also any survey.
    expect(rest([{ at: ten('2027-03-01') }], ten(date), true)?.freeAt).toBe(freeAt)
  })

  test.each([
    ['89 days', '2027-05-29', 90],
    ['90 days', '2027-05-30', undefined],
    ['91 days', '2027-05-31', undefined],
    ['29 days', '2027-03-30', 90],
  ])('two about the company as a whole, %s later', (_, date, days) => {
    expect(rest([{ at: ten('2027-03-01'), asks: 'relationship' }], ten(date), true)?.days).toBe(days)
  })

  test('asked about the company and then about an order: the rule that lasts longer is told', () => {
    const asked = [{ at: ten('2027-03-01'), asks: 'relationship' as const }, { at: ten('2027-05-20') }]
    expect(rest(asked, ten('2027-05-25'), true)).toEqual({ days: 30, freeAt: '2027-06-18T17:00:00.000Z' })
    expect(rest(asked, ten('2027-05-25'))).toEqual({ days: 30, freeAt: '2027-06-18T17:00:00.000Z' })
    expect(rest([asked[0]!, { at: ten('2027-04-10') }], ten('2027-05-01'), true)).toEqual({
      days: 90,
      freeAt: '2027-05-29T17:00:00.000Z',
    })
  })

  test('90 days after one about the company an order may be asked about, and an order does not hold up the company for longer than any', () => {
    expect(rest([{ at: ten('2027-03-01'), asks: 'relationship' }], ten('2027-03-31'))).toBeUndefined()
    expect(rest([{ at: ten('2027-03-01') }], ten('2027-03-31'), true)).toBeUndefined()
  })

  test('a reminder and a greeting are no surveys', () => {
    expect(rest([{ at: ten('2027-03-01'), asks: 'reminder' }], ten('2027-03-02'), true)).toBeUndefined()
    expect(rest([{ at: ten('2027-03-01'), contentClass: 'care' }], ten('2027-03-02'), true)).toBeUndefined()
  })

  test('days are the customer’s own: asked late in the evening, free from midnight, and not a millisecond before', () => {
    const asked = [{ at: '2027-03-01T13:59:00.000Z' }]
    const free = rest(asked, ten('2027-03-15'))!.freeAt
    expect(free).toBe('2027-03-30T17:00:00.000Z')
    expect(rest(asked, free)).toBeUndefined()
    expect(rest(asked, plusMs(free, -1))).toEqual({ days: 30, freeAt: free })
  })

  test('a night in which the clocks change is a day like every other', () => {
    // Paris puts its clocks forward on 28 March 2027: thirty days are an hour short.
    const asked = [{ at: '2027-03-01T09:00:00.000Z' }]
    expect(rest(asked, '2027-03-31T08:00:00.000Z', false, 'Europe/Paris')).toBeUndefined()
    expect(rest(asked, '2027-03-15T08:00:00.000Z', false, 'Europe/Paris')?.freeAt).toBe('2027-03-30T22:00:00.000Z')
  })

  test('the order of the contacts plays no part', () => {
    const asked = [{ at: ten('2027-03-20') }, { at: ten('2027-03-01') }]
    expect(rest(asked, ten('2027-04-01'))?.freeAt).toBe('2027-04-18T17:00:00.000Z')
  })
})
