/** A customer known by purchases only: no name, no address. Nothing can be sent until the customer table brings more. */
import type { Customer } from '#core/customer/customer.ts'
import { usualNameOrder } from '#core/customer/names.ts'

export const unnamedCustomer = (customerId: string, company: Pick<Customer, 'zone' | 'locale' | 'country'>): Customer => ({
  customerId,
  fullName: customerId,
  familyName: null,
  givenName: null,
  addressName: null,
  nameRemark: null,
  honorific: 'quy-khach',
  nameOrder: usualNameOrder(company),
  gender: null,
  email: null,
  phone: null,
  zone: company.zone,
  locale: company.locale,
  country: company.country,
  birthday: null,
  tier: null,
  profession: null,
  tags: [],
  owner: null,
  firstPurchaseOn: null,
  lastPurchaseOn: null,
  products: [],
  renewsOn: null,
  preferredChannel: null,
  preferredParts: null,
  wrongPhone: null,
  corrections: null,
})
