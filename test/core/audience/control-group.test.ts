import { expect, test } from 'vitest'
import { isInControlGroup } from '#core/audience/control-group.ts'
import { isHeldOut } from '#core/audience/holdout.ts'
import { aCampaign } from '#test/support/builders.ts'

const ids = Array.from({ length: 20_000 }, (_, n) => `customer-${n}`)
const group = (percent: number, salt = '2027') => ids.filter((customerId) => isInControlGroup({ customerId, percent, salt }))

test.each([1, 5, 10])('a group of %i per cent is that share of the customers, within four standard deviations', (percent) => {
  const share = percent / 100
  const deviation = Math.sqrt(ids.length * share * (1 - share))
  expect(Math.abs(group(percent).length - ids.length * share)).toBeLessThan(4 * deviation)
})

test.each([0, -1, Number.NaN])('a group of %f per cent is nobody', (percent) => {
  expect(group(percent)).toEqual([])
})

test('a larger group keeps everyone of the smaller one', () => {
  const larger = new Set(group(10))
  expect(group(5).every((id) => larger.has(id))).toBe(true)
})

test('another salt draws others: the two groups overlap as two independent draws do', () => {
  const other = new Set(group(10, '2028'))
  const both = group(10).filter((id) => other.has(id)).length
  expect(both).toBeGreaterThan(100)
  expect(both).toBeLessThan(300)
})

test('who is held out of a campaign is in the group no more often than others', () => {
  const campaign = aCampaign({ id: 'greeting', limits: { priority: 50, holdoutPercent: 10 } })
  const both = group(10).filter((customerId) => isHeldOut({ campaign, customerId })).length
  expect(both).toBeGreaterThan(100)
  expect(both).toBeLessThan(300)
})

test('a salt and an id that run into each other are not mixed up', () => {
  const pairs = ids.map((id) => [
    isInControlGroup({ customerId: `a|${id}`, percent: 50, salt: 's' }),
    isInControlGroup({ customerId: id, percent: 50, salt: 's|a' }),
  ])
  expect(pairs.some(([one, other]) => one !== other)).toBe(true)
})

test('these customers are drawn on every machine and in every year of the code', () => {
  expect(
    ids.slice(0, 60).filter((customerId) => isInControlGroup({ customerId, percent: 10, salt: '2027' })),
  ).toMatchInlineSnapshot(`
    [
      "customer-7",
      "customer-14",
      "customer-27",
      "customer-33",
      "customer-46",
      "customer-56",
      "customer-58",
    ]
  `)
})
