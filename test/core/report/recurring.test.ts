/** Complaints recur by customers of one category and product against as many days before, never by one person's repeats. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { productKey } from '#core/customer/product-key.ts'
import { periodsCompared, recurringGroups } from '#core/report/recurring.ts'
import { addDays } from '#core/time/local-date.ts'
import type { CaseSeen } from '#core/work/case/case-seen.ts'
import { theCompanyRules } from '#test/support/builders.ts'

const rule = theCompanyRules().cases.recurring
const LAST = '2027-03-09'
const periods = periodsCompared(LAST, rule)
const groups = (cases: readonly CaseSeen[]) => recurringGroups(cases, { periods, rule })

let made = 0
const seen = (over: Partial<CaseSeen> & { readonly daysAgo?: number } = {}): CaseSeen => {
  const { daysAgo = 0, ...rest } = over
  const openedOn = addDays(LAST, -daysAgo)
  made++
  return {
    workId: `w-${made}`,
    customerId: `c-${made}`,
    isComplaint: true,
    category: 'delivery',
    product: 'Trà sen',
    orderId: null,
    openedAt: `${openedOn}T02:00:00.000Z`,
    openedOn,
    closedOn: null,
    ...rest,
  }
}
const times = (count: number, over: Parameters<typeof seen>[0] = {}) => Array.from({ length: count }, () => seen(over))

test('the periods are whole days, one after the other', () => {
  expect(periods).toEqual({
    now: { from: '2027-02-10', to: '2027-03-09' },
    before: { from: '2027-01-13', to: '2027-02-09' },
  })
})

describe('what recurs', () => {
  test.each([
    ['three customers where nobody was before', times(3), [true]],
    ['the first and the last day', [seen({ daysAgo: 27 }), seen({ daysAgo: 27 }), seen()], [true]],
    ['four after one: as likely by chance', [...times(4), seen({ daysAgo: 28 })], [false]],
    ['five after one', [...times(5), seen({ daysAgo: 55 })], [true]],
    ['three after one of long before', [...times(3), seen({ daysAgo: 56 })], [true]],
    ['as many as before', [...times(10), ...times(10, { daysAgo: 30 })], [false]],
    ['two', times(2), []],
    ['three of today, which is not over', times(3, { daysAgo: -1 }), []],
    ['three cases of one customer', times(3, { customerId: 'c' }), []],
    ['two customers and three whom nobody knows', [...times(2), ...times(3, { customerId: null })], []],
    ['three questions', times(3, { isComplaint: false }), []],
    ['three without a category', times(3, { category: null }), []],
    ['three of three products', ['a', 'b', 'c'].map((product) => seen({ product })), []],
    ['three that name no product', times(3, { product: null }), [true]],
    ['three of two categories', [...times(2), seen({ category: 'service' })], []],
    ['three spellings of one product', ['Trà sen', ' TRÀ  SEN', 'trà sen'].map((product) => seen({ product })), [true]],
  ] as const)('%s', (_what, cases, recurs) => {
    expect(groups(cases).map((group) => group.recurs)).toEqual(recurs)
  })

  test('stands in an order of its own, however its product is spelled: capitals are no other letters', () => {
    const told = (product: string) => groups([...times(3, { product }), ...times(3, { product: 'Trà nhài' })])
    expect(told('TRÀ SEN').map(({ product }) => product)).toEqual(['Trà nhài', 'TRÀ SEN'])
    expect(told('trà sen').map(({ product }) => product)).toEqual(['Trà nhài', 'trà sen'])
  })

  test('tells customers and cases of both periods, how likely it is, and the cases of now, the newest first', () => {
    const [old, a, b, c, again] = [
      seen({ daysAgo: 40 }),
      seen({ daysAgo: 9 }),
      seen({ daysAgo: 2, product: 'trà sen' }),
      seen({ daysAgo: 5 }),
      seen({ daysAgo: 1, customerId: 'c-again' }),
    ] as const
    const twice = { ...again, workId: 'w-twice', openedOn: addDays(LAST, -3), openedAt: `${addDays(LAST, -3)}T03:00:00.000Z` }
    expect(groups([a, old, b, c, again, twice])).toEqual([
      {
        category: 'delivery',
        product: 'Trà sen',
        now: { cases: 5, customers: 4 },
        before: { cases: 1, customers: 1 },
        chance: 6 / 32,
        recurs: false,
        behind: [again, b, twice, c, a].map(({ workId, openedOn }) => ({ workId, openedOn })),
      },
    ])
  })
})

const anySeen = fc
  .record({
    customerId: fc.option(fc.constantFrom('c-1', 'c-2', 'c-3', 'c-4', 'c-5'), { nil: null }),
    category: fc.option(fc.constantFrom('delivery', 'service'), { nil: null }),
    product: fc.option(fc.constantFrom('Trà sen', 'trà  SEN', 'Trà nhài'), { nil: null }),
    daysAgo: fc.integer({ min: -2, max: 60 }),
    isComplaint: fc.boolean(),
  })
  .map(seen)

describe('whatever the cases are', () => {
  test('their order changes nothing, and each group stands on its own', () => {
    fc.assert(
      fc.property(fc.array(anySeen, { maxLength: 40 }), fc.array(anySeen, { maxLength: 10 }), (cases, others) => {
        expect(groups(cases.toReversed())).toEqual(groups(cases))
        const elsewhere = others.map((one) => ({ ...one, category: 'privacy' }))
        expect(groups([...cases, ...elsewhere]).filter(({ category }) => category !== 'privacy')).toEqual(groups(cases))
      }),
    )
  })

  test('fewer customers than the least never make a group, however often each complains', () => {
    fc.assert(
      fc.property(fc.array(anySeen, { maxLength: 40 }), (cases) => {
        const two = cases.map((one) => ({ ...one, customerId: one.customerId === 'c-1' ? 'c-1' : 'c-2' }))
        expect(groups(two)).toEqual([])
      }),
    )
  })

  test('another complaint of who is counted already makes none recur and none stop', () => {
    fc.assert(
      fc.property(fc.array(anySeen, { minLength: 1, maxLength: 40 }), fc.nat(), (cases, at) => {
        const one = cases[at % cases.length]
        if (!one) return
        // Which spelling is shown may change with it.
        const told = (all: readonly CaseSeen[]) =>
          groups(all).map(({ category, product, recurs, chance }) => ({
            category,
            product: product && productKey(product),
            recurs,
            chance,
          }))
        expect(told([...cases, { ...one, workId: 'again' }])).toEqual(told(cases))
      }),
    )
  })

  test('one customer more of now keeps what recurs, one more of before adds none', () => {
    fc.assert(
      fc.property(fc.array(anySeen, { maxLength: 40 }), anySeen, (cases, one) => {
        const recurring = (all: readonly CaseSeen[]) =>
          new Set(
            groups(all).flatMap(({ recurs, category, product }) => (recurs ? [`${category} ${product?.toLowerCase()}`] : [])),
          )
        const normal = (all: readonly CaseSeen[]) => all.map((each) => ({ ...each, product: each.product && 'Trà sen' }))
        const [known, more] = [normal(cases), normal([{ ...one, customerId: 'new' }])[0]]
        if (!more) return
        const later = { ...more, openedOn: LAST }
        const earlier = { ...more, openedOn: periods.before.to }
        expect([...recurring([...known, later])]).toEqual(expect.arrayContaining([...recurring(known)]))
        expect([...recurring(known)]).toEqual(expect.arrayContaining([...recurring([...known, earlier])]))
      }),
    )
  })
})
