import { describe, expect, test } from 'vitest'
import { type CampaignSpent, type SpentOfBudget, varianceOf } from '#core/planned-budget/variance.ts'
import { aBudgetPlan, aPlannedBudget, callsOf, mailsOf } from '#test/support/budget-builders.ts'
import { aCatalogue } from '#test/support/compensation-builders.ts'

const spentOf = (over: Partial<CampaignSpent> = {}): CampaignSpent => ({
  campaign: 'tet',
  touches: 1_200,
  touchCost: 5_052,
  vouchersUsed: 0,
  voucherCost: 0,
  ...over,
})
const spent = (campaigns: readonly CampaignSpent[], compensation = 0): SpentOfBudget => ({ campaigns, compensation, parts: 1 })
const lineOf = (is: string, found: SpentOfBudget, plan = aBudgetPlan()) =>
  varianceOf(plan, found).lines.find(({ of }) => (of.is === 'campaign' ? of.campaign === is : of.is === is))

describe('what was spent of a budget', () => {
  test('as planned, but for the contingency that nobody needed', () => {
    const found = varianceOf(aBudgetPlan(), spent([spentOf()]))
    expect(found).toMatchObject({ planned: 5_305, spent: 5_052 })
    expect(found.lines.map(({ of, difference }) => [of.is, difference])).toEqual([
      ['campaign', 0],
      ['contingency', -253],
    ])
  })

  test('fewer mails at a higher price: the two parts add up to the difference', () => {
    const line = lineOf('tet', spent([spentOf({ touches: 1_000, touchCost: 4_300 })]))
    expect(line).toMatchObject({ planned: 5_052, spent: 4_300, difference: -752 })
    expect(line?.because).toEqual([
      { is: 'touches', planned: 1_200, made: 1_000, amount: -842 },
      { is: 'price', amount: 90 },
    ])
  })

  test('what rounding alone makes is no other price', () => {
    const rounded = lineOf('tet', spent([spentOf({ touchCost: 5_049 })]))
    expect(rounded?.because).toEqual([{ is: 'rounding', amount: -3 }])
    expect(lineOf('tet', spent([spentOf({ touchCost: 5_048 })]))?.because).toEqual([{ is: 'price', amount: -4 }])
  })

  test('vouchers count by what is used of them', () => {
    const plan = aBudgetPlan({ computed: aPlannedBudget({ volumes: [mailsOf({ count: 100, gift: 100_000 })] }) })
    const line = lineOf('tet', spent([spentOf({ touches: 100, touchCost: 421, vouchersUsed: 42, voucherCost: 4_200_000 })]), plan)
    expect(line?.because).toEqual([{ is: 'vouchers', given: 100, used: 42, amount: 1_200_000 }])
  })

  test('a call is counted once, though its minutes and its staff time are two lines', () => {
    const plan = aBudgetPlan({ computed: aPlannedBudget({ volumes: [callsOf()] }) })
    const line = lineOf('courtesy', spent([spentOf({ campaign: 'courtesy', touches: 50, touchCost: 420_000 })]), plan)
    expect(line).toMatchObject({ planned: 840_000, difference: -420_000 })
    expect(line?.because).toEqual([{ is: 'touches', planned: 100, made: 50, amount: -420_000 }])
  })

  test('a campaign that nobody planned is named, and so is one that made nothing', () => {
    const found = spent([spentOf({ campaign: 'apology', touchCost: 900 })])
    expect(lineOf('apology', found)).toMatchObject({ planned: 0, spent: 900, because: [{ is: 'not-planned', amount: 900 }] })
    expect(lineOf('tet', found)).toMatchObject({ planned: 5_052, spent: 0 })
  })

  test('the pool of compensation against what customers were given', () => {
    const catalogue = aCatalogue()
    const plan = aBudgetPlan({ computed: aPlannedBudget({ compensation: catalogue }) })
    const line = lineOf('compensation', spent([], 300_000), plan)
    expect(line?.spent).toBe(300_000)
    expect(line?.difference).toBe(300_000 - (line?.planned ?? 0))
  })

  test('what people added is not seen by the system, and is said so', () => {
    const word = { because: 'offer', byName: 'Châu', at: '2026-12-10T02:00:00.000Z' }
    const added = [{ lineId: 'l', title: 'Thiệp', campaign: null, amount: 1_000, ...word }]
    const explained = [{ of: '#other', because: 'Hoá đơn 990.000', byName: 'Châu', at: '2027-04-02T02:00:00.000Z' }]
    const line = lineOf('other', spent([]), aBudgetPlan({ byHand: { changed: [], added }, explained }))
    expect(line).toMatchObject({ planned: 1_000, spent: 0, because: [{ is: 'not-measured', amount: -1_000 }] })
    expect(line?.explained?.because).toBe('Hoá đơn 990.000')
  })

  test('the items add up to the whole', () => {
    const { lines, planned, spent: whole } = varianceOf(aBudgetPlan(), spent([spentOf({ touches: 7, touchCost: 31 })], 5))
    expect(lines.reduce((sum, { difference }) => sum + difference, 0)).toBe(whole - planned)
    for (const { difference, because } of lines) expect(because.reduce((sum, { amount }) => sum + amount, 0)).toBe(difference)
  })
})
