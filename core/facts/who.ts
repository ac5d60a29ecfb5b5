/** The customer of a fact, without their name. */
import type { Customer } from '#core/customer/customer.ts'

export interface Who {
  /** Null: nobody can be told by it, because the customer was erased or is not known. */
  readonly person: bigint | null
  readonly tier: string | null
  readonly country: string | null
}

export const NOBODY: Who = { person: null, tier: null, country: null }

export const whoOf = (person: bigint, { tier, country }: Pick<Customer, 'tier' | 'country'>): Who => ({ person, tier, country })

/**
 * Turns an id into a number from which the id cannot be found again, always the same one for the same id. Under a key: ids of work, orders and codes can be
 * guessed, some because a customer's own id stands in them.
 */
export type NumberOf = (id: string) => bigint
