/** A number that staff rang and that is another person's. It is noted with the customer until the company's list gives another number. */
import type { Customer } from '#core/customer/customer.ts'

export const isWrongPhone = ({ phone, wrongPhone }: Pick<Customer, 'phone' | 'wrongPhone'>): boolean =>
  phone !== null && phone === wrongPhone

/** The number at which a customer is rung; null without one, and for one that is another person's. */
export const ownPhone = (customer: Pick<Customer, 'phone' | 'wrongPhone'>): string | null =>
  isWrongPhone(customer) ? null : customer.phone
