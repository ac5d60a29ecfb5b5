/** Does the campaign's audience rule hold for this customer? Customers for whom it does not are not part of the balance. */
import type { Audience } from '#core/campaign/campaign-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import { productKey } from '#core/customer/product-key.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

/** Every line must hold; a missing line asks for nothing. A line does not hold for a customer whose value is not known. */
export function isMember({ audience, customer, date }: { audience: Audience; customer: Customer; date: LocalDate }): boolean {
  const { genders, tiers, professions, locales, countries, anyTag, noTag, boughtSince, notBoughtSince, boughtProduct, renewsOn } =
    audience
  return (
    isAmong(genders, customer.gender) &&
    isAmong(tiers, customer.tier) &&
    isAmong(professions, customer.profession) &&
    isAmong(locales, customer.locale) &&
    isAmong(countries, customer.country) &&
    (anyTag === undefined || customer.tags.some((tag) => anyTag.includes(tag))) &&
    (noTag === undefined || !customer.tags.some((tag) => noTag.includes(tag))) &&
    (boughtSince === undefined || (customer.lastPurchaseOn !== null && customer.lastPurchaseOn >= addDays(date, -boughtSince))) &&
    (notBoughtSince === undefined ||
      (customer.lastPurchaseOn !== null && customer.lastPurchaseOn < addDays(date, -notBoughtSince))) &&
    (boughtProduct === undefined || boughtAny(boughtProduct, customer.products)) &&
    (renewsOn === undefined ||
      (customer.renewsOn !== null &&
        customer.renewsOn >= addDays(date, renewsOn.from) &&
        customer.renewsOn <= addDays(date, renewsOn.to)))
  )
}

function boughtAny(wanted: readonly string[], bought: readonly string[]): boolean {
  const named = new Set(wanted.map(productKey))
  return bought.some((product) => named.has(productKey(product)))
}

const isAmong = <Value>(wanted: readonly Value[] | undefined, value: Value | null) =>
  wanted === undefined || (value !== null && wanted.includes(value))
