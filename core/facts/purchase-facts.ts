/** What customers bought, and the gifts that were given to them and used. */
import type { Voucher } from '#core/budget/voucher.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { Fact } from '#core/facts/fact-tables.ts'
import type { NumberOf, Who } from '#core/facts/who.ts'

interface Named {
  readonly who: Who
  readonly numberOf: NumberOf
}

/** Two customers of one order number have bought twice. */
export const purchaseName = ({ customerId, purchaseId }: Pick<Purchase, 'customerId' | 'purchaseId'>): string =>
  `${customerId}#${purchaseId}`

export const purchaseFact = (purchase: Purchase, { who, numberOf }: Named): Fact<'purchases'> => ({
  ...who,
  purchase: numberOf(purchaseName(purchase)),
  units: purchase.units,
  amount: purchase.amount === null ? null : BigInt(purchase.amount.amount),
  currency: purchase.amount?.currency ?? null,
})

/** `issued` on the day of its touch, `used` on the day on which it was redeemed. */
export const giftFact = (
  event: 'issued' | 'used',
  { code, campaignId, value }: Pick<Voucher, 'code' | 'campaignId' | 'value'>,
  { who, numberOf }: Named,
): Fact<'gifts'> => ({
  ...who,
  campaign: campaignId,
  gift: numberOf(code),
  event,
  amount: BigInt(value.amount),
  currency: value.currency,
})
