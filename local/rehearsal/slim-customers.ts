/**
 * Customers as small as they can be kept. What many have in common is kept once: a zone, a language, a name, a birthday came as a text of its own with
 * each of them, and a million of these take more memory than the rest.
 */
import type { Customer } from '#core/customer/customer.ts'
import { keptOnce } from '#local/rehearsal/kept-once.ts'

const NO_TAGS: Customer['tags'] = []

export function slimCustomers() {
  const text = keptOnce<string>((value) => value)
  const birthday = keptOnce<NonNullable<Customer['birthday']>>((value) => JSON.stringify(value))
  const list = keptOnce<readonly string[]>((value) => value.join('\n'))
  const orNull = <Value>(keep: (value: Value) => Value, value: Value | null) => (value === null ? null : keep(value))
  return (customer: Customer): Customer => ({
    ...customer,
    familyName: orNull(text, customer.familyName),
    givenName: orNull(text, customer.givenName),
    addressName: orNull(text, customer.addressName),
    fullName: text(customer.fullName),
    nameOrder: customer.nameOrder === 'family-first' ? 'family-first' : 'given-first',
    zone: text(customer.zone),
    locale: text(customer.locale),
    country: text(customer.country),
    tier: orNull(text, customer.tier),
    profession: orNull(text, customer.profession),
    owner: orNull(text, customer.owner),
    preferredChannel: orNull(text, customer.preferredChannel),
    birthday: orNull(birthday, customer.birthday),
    tags: customer.tags.length === 0 ? NO_TAGS : customer.tags,
    products: list(customer.products),
  })
}
