/** A made-up customer, to see a letter by without choosing a real one. */

import type { Company } from '#core/campaign/company.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { unnamedCustomer } from '#core/customer/unnamed-customer.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

const SAMPLE_ID = 'sample'

export function samplePerson(
  { zone, locale, country }: Pick<Company, 'zone' | 'locale' | 'country'>,
  today: LocalDate,
): { readonly customer: Customer; readonly purchases: readonly Purchase[] } {
  const customer: Customer = {
    ...unnamedCustomer(SAMPLE_ID, { zone, locale, country }),
    fullName: 'Nguyễn Thị Lan',
    familyName: 'Nguyễn',
    givenName: 'Lan',
    addressName: 'Lan',
    honorific: 'chi',
    gender: 'female',
    email: 'lan@example.com',
    birthday: { kind: 'solar', month: 10, day: 20, year: 1988 },
  }
  const purchase: Purchase = {
    customerId: SAMPLE_ID,
    purchaseId: 'sample-1',
    purchasedOn: addDays(today, -7),
    deliveredOn: addDays(today, -4),
    product: null,
    units: 1,
    amount: null,
  }
  return { customer, purchases: [purchase] }
}
