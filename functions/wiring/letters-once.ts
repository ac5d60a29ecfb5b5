/**
 * Letters of which only the problems are asked for: each combination of campaign, language and form of address is written once, and so is each way in
 * which a customer, an order or an occasion lacks something. Every other customer of the same combination is answered what the first one was.
 */
import type { Letters } from '#app/ports/letters.ts'
import { headerSafe } from '#web/rendering/header-safe.ts'

type Order = Parameters<Letters['write']>[0]

export function lettersOnce(letters: Letters): Letters {
  const written = new Map<string, ReturnType<Letters['write']>>()
  return {
    write: (order) => {
      const key = combinationOf(order)
      const known = written.get(key)
      if (known) return known
      const letter = letters.write(order)
      written.set(key, letter)
      return letter
    },
  }
}

/** Everything on which it depends whether a field has a value (web/rendering/merge-fields.ts). */
function combinationOf({ campaign, words, rules, customer, occasion, purchase, voucher, survey }: Order): string {
  const { locale, honorific, gender, fullName, addressName, givenName } = customer
  const lacking = [
    isEmpty(fullName),
    isEmpty(addressName),
    isEmpty(givenName),
    occasion.years === null,
    purchase === null,
    isEmpty(purchase?.product),
    (purchase?.deliveredOn ?? null) === null,
    voucher === null,
    rules.unsubscribe,
  ].map(Number)
  const asks = survey === null ? '' : survey.definition.kind
  // A year of the lunar calendar may be unknown.
  return `${campaign.id} ${words.template} ${locale} ${honorific} ${gender} ${occasion.anchor} ${rules.label} ${asks} ${lacking.join('')}`
}

const isEmpty = (text: string | null | undefined): boolean => text === null || text === undefined || headerSafe(text).text === ''
