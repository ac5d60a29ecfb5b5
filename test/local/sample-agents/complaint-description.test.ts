/** What a sample agent takes a complaint to be about: categories that ask for what is known, and one product that many complain about in a month. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CasePolicySchema } from '#core/campaign/case-policy.ts'
import { complaintDescription } from '#local/sample-agents/complaint-description.ts'
import { TEA_NAMES } from '#local/sample-company/sample-purchases.ts'
import { COMPLAINTS } from '#local/sample-listeners/words.ts'
import { aPurchase } from '#test/support/builders.ts'

const { categories } = CasePolicySchema.parse(JSON.parse(readFileSync('campaigns/cases.json', 'utf8')))
const bought = (product: string, purchaseId = product) => aPurchase({ purchaseId, product, purchasedOn: '2027-01-20' })
const about = (said: string | null, over: Partial<Parameters<typeof complaintDescription>[0]> = {}) =>
  complaintDescription({ said, purchases: [bought('Trà sen')], categories, date: '2027-03-02', isBadTea: false, ...over })

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

test('who has the tea that is bad in a month complains about it, whatever they bought; the next month it is another', () => {
  const meant = ['2027-03-02', '2027-03-30', '2027-04-01', '2027-12-31', '2028-01-01'].map(
    (date) => about('Trà bị mốc', { purchases: [], date, isBadTea: true })?.fields,
  )
  expect(meant[0]).toEqual(meant[1])
  expect(meant[2]?.product).not.toBe(meant[1]?.product)
  expect(meant[4]?.product).not.toBe(meant[3]?.product)
  expect(TEA_NAMES).toContain(meant[0]?.product)
})
