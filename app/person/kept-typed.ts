/**
 * A form of corrections that comes back: what its author changed stands as it was typed, and every other field as the profile is now, so that saving it
 * undoes nothing that another writer changed meanwhile.
 */
import type { WrittenProfile } from '#app/person/correct-profile.ts'
import { type SeenProfile, seenIn, seenProfile } from '#core/customer/corrections.ts'
import type { Customer } from '#core/customer/customer.ts'

/** `seen`: what the form showed. Of a form that does not say so, every field counts as typed. */
export function keptTyped(
  written: WrittenProfile,
  { seen, now }: { readonly seen: string; readonly now: Customer },
): WrittenProfile {
  const [before, stored] = [seenIn(seen), seenIn(seenProfile(now))]
  if (!before || !stored) return written
  const [was, is] = [asWritten(before), asWritten(stored)]
  const kept = <Field extends keyof WrittenProfile>(field: Field): WrittenProfile[Field] =>
    JSON.stringify(written[field]) === JSON.stringify(was[field]) ? is[field] : written[field]
  return {
    fullName: kept('fullName'),
    addressName: kept('addressName'),
    honorific: kept('honorific'),
    preferredChannel: kept('preferredChannel'),
    preferredParts: kept('preferredParts'),
  }
}

/** As the fields of an untouched form say it. */
const asWritten = ({ addressName, preferredChannel, preferredParts, ...rest }: SeenProfile): WrittenProfile => ({
  ...rest,
  addressName: addressName ?? '',
  preferredChannel: preferredChannel ?? '',
  preferredParts: preferredParts ?? [],
})
