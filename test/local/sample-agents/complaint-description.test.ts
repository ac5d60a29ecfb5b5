/** What a sample agent takes a complaint to be about: categories that ask for what is known, and one product that many complain about in a month. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CasePolicySchema } from '#core/campaign/case-policy.ts'
import { complaintDescription } from '#local/sample-agents/complaint-description.ts'
import { COMPLAINTS } from '#local/sample-listeners/words.ts'
import { aPurchase } from '#test/support/builders.ts'

const { categories } = CasePolicySchema.parse(JSON.parse(readFileSync('campaigns/cases.json', 'utf8')))
const bought = (product: string, purchaseId = product) => aPurchase({ purchaseId, product, purchasedOn: '2027-01-20' })
const about = (said: string | null, over: Partial<Parameters<typeof complaintDescription>[0]> = {}) =>
  complaintDescription({ said, purchases: [bought('Trà sen')], categories, date: '2027-03-02', ...over })

test.each<readonly [string | null, string]>([
  ...COMPLAINTS.vi.map((said) => [said, 'product-quality'] as const),
  ...COMPLAINTS.en.map((said) => [said, 'product-quality'] as const),
  ['Hộp trà giao đến bị móp, khách rất phiền.', 'product-quality'],
  ['Giao thiếu một gói so với đơn, khách chờ đã lâu.', 'delivery'],
  ['Gọi tổng đài mãi không có ai nghe máy.', 'response-time'],
  [null, 'response-time'],
])('“%s” is about %s, with all that the category asks for', (said, category) => {
  const described = about(said)
  expect(described?.category).toBe(category)
  for (const field of categories.find(({ id }) => id === category)?.requires ?? [])
    expect(Object.entries(described?.fields ?? {}).find(([name]) => name === field)?.[1]).toBeTruthy()
})

test('of a customer who bought nothing yet the category asks for nothing', () => {
  for (const purchases of [[], [aPurchase({ product: null })], [aPurchase({ purchasedOn: '2027-03-03' })]])
    expect(about('Trà bị mốc', { purchases })).toEqual({ category: 'response-time', fields: {} })
})

test('two customers complain in one month about the same of what both bought, and another product has its turn in other months', () => {
  const products = ['a', 'b', 'c', 'd', 'e'].map((name) => bought(name))
  const months = Array.from({ length: 12 }, (_, at) => `2028-${String(at + 1).padStart(2, '0')}-10`)
  const meant = months.map((date) => about('Trà bị mốc', { purchases: products, date })?.fields.product)
  expect(months.map((date) => about('Trà bị mốc', { purchases: products.toReversed(), date })?.fields.product)).toEqual(meant)
  expect(new Set(meant).size).toBeGreaterThan(2)
})
