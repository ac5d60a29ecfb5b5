/** Letters that a rehearsal could not write: which template, in which language, lacks which field, for how many customers. */
import type { Letters } from '#app/ports/letters.ts'

export interface LackingField {
  readonly campaign: string
  readonly template: string
  readonly locale: string
  readonly field: string
  readonly people: number
  /** One of them. */
  readonly example: string
}

/** Every letter of a rehearsal is written for its own customer, so each combination of template, language and form of address is seen. */
export function lackingLetters() {
  const found = new Map<string, Omit<LackingField, 'people' | 'example'> & { readonly customers: Set<string> }>()
  return {
    watch: (letters: Letters): Letters => ({
      write: (order) => {
        const written = letters.write(order)
        if (!('problem' in written) || !written.lacks) return written
        const { template, locale, field } = written.lacks
        const key = JSON.stringify([order.campaign.id, template, locale, field])
        const known = found.get(key) ?? { campaign: order.campaign.id, template, locale, field, customers: new Set<string>() }
        known.customers.add(order.customer.customerId)
        found.set(key, known)
        return written
      },
    }),
    all: (): readonly LackingField[] =>
      [...found.values()].map(({ customers, ...lacking }) => ({
        ...lacking,
        people: customers.size,
        example: [...customers].toSorted()[0] ?? '',
      })),
  }
}
