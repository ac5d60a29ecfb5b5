/**
 * What a sample agent takes a complaint to be about, from the customer's words and purchases. In each month one of the teas is bad, so that after some
 * weeks complaints about it recur.
 */
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import type { CaseField } from '#core/campaign/case-terms.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { TEA_NAMES } from '#local/sample-company/sample-purchases.ts'

/** The categories of the sample company; of a complaint that none of them fits the agent chooses one that asks for nothing. */
const BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/mốc|móp|vỡ|mould|crushed|broken/i, 'product-quality'],
  [/giao|chỉ nhận được|days late|got one/i, 'delivery'],
]

export interface ComplaintDescription {
  readonly category: string
  readonly fields: Readonly<Partial<Record<CaseField, string>>>
}

interface Told {
  /** Null where no words are kept. */
  readonly said: string | null
  readonly purchases: readonly Purchase[]
  readonly categories: CasePolicy['categories']
  readonly date: LocalDate
  /** Whether the customer has the tea that is bad in this month. */
  readonly isBadTea: boolean
}

/** Null where every category asks for what nobody knows. */
export function complaintDescription({ said, purchases, categories, date, isBadTea }: Told): ComplaintDescription | null {
  const named = BY_WORDS.find(([words]) => words.test(said ?? ''))?.[1]
  const bought = latest(purchases, date)
  const filled: Readonly<Partial<Record<CaseField, string>>> = {
    ...(bought && { 'order-id': bought.purchaseId, 'delivery-address': 'như trên đơn hàng' }),
    ...(bought?.product && { product: bought.product, batch: batchOf(bought.purchasedOn) }),
    // Who buys in the shop, or is given tea, reads product and batch from the tin.
    ...(isBadTea && { product: badTeaOf(date), batch: batchOf(date) }),
  }
  const fits = categories.find(({ id, requires }) => id === named && requires.every((field) => field in filled))
  const chosen = fits ?? categories.find(({ requires }) => requires.length === 0)
  if (!chosen) return null
  return {
    category: chosen.id,
    fields: Object.fromEntries(chosen.requires.map((field) => [field, filled[field as CaseField] ?? ''])),
  }
}

/** What was bought last, as far as the shop has written down what it was. */
const latest = (purchases: readonly Purchase[], date: LocalDate): Purchase | undefined =>
  purchases
    .filter(({ product, purchasedOn }) => product !== null && purchasedOn <= date)
    .toSorted((a, b) => (a.purchasedOn > b.purchasedOn ? -1 : 1))[0]

/** Another one each month, so that complaints rise against the weeks before. */
const badTeaOf = (date: LocalDate): string => TEA_NAMES[Number(date.slice(5, 7)) % TEA_NAMES.length] ?? ''

const LOT = 'L'
const batchOf = (date: LocalDate): string => `${LOT}${date.slice(2, 4)}${date.slice(5, 7)}`
