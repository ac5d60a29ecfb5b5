import { expect, test } from 'vitest'
import { isHeldOut } from '#core/audience/holdout.ts'
import { aCampaign } from '#test/support/builders.ts'

const ids = Array.from({ length: 20_000 }, (_, n) => `customer-${n}`)
const campaign = (id: string, holdoutPercent: number) => aCampaign({ id, limits: { priority: 50, holdoutPercent } })
const heldOut = (id: string, percent: number) =>
  ids.filter((customerId) => isHeldOut({ campaign: campaign(id, percent), customerId }))

test.each([1, 5, 10, 50])('a holdout of %i%% is that share of the customers, within four standard deviations', (percent) => {
  const share = percent / 100
  const deviation = Math.sqrt(ids.length * share * (1 - share))
  expect(Math.abs(heldOut('greeting', percent).length - ids.length * share)).toBeLessThan(4 * deviation)
})

test('nobody is held out of a campaign without a holdout', () => {
  expect(heldOut('greeting', 0)).toEqual([])
})

test('a larger holdout keeps everyone of the smaller one, so that raising it moves nobody to the other group', () => {
  const larger = new Set(heldOut('greeting', 10))
  expect(heldOut('greeting', 5).every((id) => larger.has(id))).toBe(true)
})

test('another campaign holds out others: the two groups overlap as two independent draws do', () => {
  const other = new Set(heldOut('other', 10))
  const both = heldOut('greeting', 10).filter((id) => other.has(id)).length
  expect(both).toBeGreaterThan(100)
  expect(both).toBeLessThan(300)
})
