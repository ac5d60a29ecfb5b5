/**
 * What a sample agent takes a complaint to be about, from the customer's words and purchases. In each month one product is the bad one, so that after some
 * weeks complaints recur: of what a customer bought, the complaint is about the product that comes first in the order of that month.
 */
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import type { CaseField } from '#core/campaign/case-terms.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import type { LocalDate } from '#core/time/local-date.ts'

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
}

/** Null where every category asks for what nobody knows. */
export function complaintDescription({ said, purchases, categories, date }: Told): ComplaintDescription | null {
  const named = BY_WORDS.find(([words]) => words.test(said ?? ''))?.[1]
  const bought = purchaseMeant(purchases, date)
  const filled: Readonly<Partial<Record<CaseField, string>>> = bought
    ? {
        'order-id': bought.purchaseId,
        'delivery-address': 'như trên đơn hàng',
        product: bought.product,
        batch: `L${bought.purchasedOn.slice(2, 4)}${bought.purchasedOn.slice(5, 7)}`,
      }
    : {}
  const fits = categories.find(({ id, requires }) => id === named && requires.every((field) => field in filled))
  const chosen = fits ?? categories.find(({ requires }) => requires.length === 0)
  if (!chosen) return null
  return {
    category: chosen.id,
    fields: Object.fromEntries(chosen.requires.map((field) => [field, filled[field as CaseField] ?? ''])),
  }
}

function purchaseMeant(purchases: readonly Purchase[], date: LocalDate): (Purchase & { readonly product: string }) | undefined {
  const month = date.slice(0, 7)
  const turn = ({ product }: Purchase) => stableHash(`${month} ${product}`)
  const known = purchases.filter(
    (one): one is Purchase & { readonly product: string } => one.product !== null && one.purchasedOn <= date,
  )
  return known.toSorted((a, b) => turn(a) - turn(b) || (a.purchasedOn > b.purchasedOn ? -1 : 1))[0]
}
