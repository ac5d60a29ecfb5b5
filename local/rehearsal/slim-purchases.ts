/** Purchases as small as they can be kept: a day and a product came as a text of its own with each of them. */
import type { NoticedPurchases } from '#app/ports/customers.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { keptOnce } from '#local/rehearsal/kept-once.ts'

export function slimPurchases() {
  const text = keptOnce<string>((value) => value)
  const orNull = (value: string | null) => (value === null ? null : text(value))
  return {
    purchase: (purchase: Purchase): Purchase => ({
      ...purchase,
      purchasedOn: text(purchase.purchasedOn),
      deliveredOn: orNull(purchase.deliveredOn),
      product: orNull(purchase.product),
    }),
    noticed: ({ customerId, first, last, products }: NoticedPurchases): NoticedPurchases => ({
      customerId,
      first: text(first),
      last: text(last),
      products: products.map(text),
    }),
  }
}
