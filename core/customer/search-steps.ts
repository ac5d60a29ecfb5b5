/** What a text that staff typed is searched as. */

import { readEmailAddress } from '#core/customer/email-address.ts'
import { searchedName } from '#core/customer/finder-keys.ts'
import { readPhone, readPhoneNumber } from '#core/customer/phone.ts'
import { tidy } from '#core/customer/written-text.ts'

export interface SearchStep {
  readonly by: 'given-name' | 'full-name' | 'phone' | 'address'
  /** As the keys are written: a folded name, a number in E.164, an address. */
  readonly text: string
}

/** Fewer digits are no number that can be rung, and may be part of an id. */
const FEWEST_DIGITS = 8

/**
 * An address holds `@`; a number holds digits and what people group them with; all else is a name. Empty when there is nothing that could be found, such
 * as marks alone or a number that does not exist. `country` reads a number without its own.
 */
export function searchSteps(typed: string, country: string): readonly SearchStep[] {
  const text = tidy(typed)
  if (text.includes('@')) return [{ by: 'address', text: addressIn(text) }]
  if (!/\p{L}/u.test(text)) return numberSteps(text, country)
  const name = searchedName(text)
  if (name === '') return []
  return [
    { by: 'given-name', text: name },
    { by: 'full-name', text: name },
  ]
}

/** As the import stores it; an address that the import would refuse is searched as it stands. */
function addressIn(text: string): string {
  const read = readEmailAddress(text)
  return 'value' in read ? read.value : text
}

/** A spreadsheet's number without its leading zero is completed. */
function numberSteps(text: string, country: string): readonly SearchStep[] {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0
  if (digits < FEWEST_DIGITS) return []
  const read = /^\d+$/.test(text) ? readPhoneNumber(text, country) : readPhone(text, country)
  return 'value' in read ? [{ by: 'phone', text: read.value }] : []
}
