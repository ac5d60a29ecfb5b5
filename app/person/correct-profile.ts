/** Corrects what staff hear from a customer: their name, how they are addressed, and by what and when they would rather be reached. */
import type { CustomerStore } from '#app/ports/customers.ts'
import { type Channels, isReachable } from '#core/channel/channel.ts'
import { type CorrectedPart, seenProfile } from '#core/customer/corrections.ts'
import { type Customer, HONORIFICS } from '#core/customer/customer.ts'
import { DAY_PARTS } from '#core/customer/day-part.ts'
import { readNameWithRemark, splitName } from '#core/customer/names.ts'
import type { Instant } from '#core/time/instant.ts'

/** As the form was filled in. An empty `addressName` is the name that follows from the full one; an empty `preferredChannel` is none. */
export interface WrittenProfile {
  readonly fullName: string
  readonly addressName: string
  readonly honorific: string
  readonly preferredChannel: string
  /** Those that were ticked; none: the customer has not said. */
  readonly preferredParts: readonly string[]
}

interface Correction {
  readonly customerId: string
  readonly written: WrittenProfile
  /** What the form showed (`seenProfile`). */
  readonly seen: string
  /** From now on an import sets everything again. */
  readonly backToImports: boolean
  readonly by: string
  readonly at: Instant
}

export type ChangedPart = CorrectedPart | 'preferred-channel' | 'back-to-imports'
export type RefusedCorrection = 'no-such-customer' | 'changed-meanwhile' | 'name' | 'address-name' | 'honorific' | 'channel'

/**
 * Answers what changed: nothing when all is as it was, and then nothing is written. What was corrected is marked, and imports keep it. Refused when the
 * profile is no longer as the form showed it, because an untouched field of the form would undo what another writer changed.
 */
export async function correctProfile(
  { customers, channels }: { readonly customers: Pick<CustomerStore, 'get' | 'correct'>; readonly channels: Channels },
  correction: Correction,
): Promise<{ readonly changed: readonly ChangedPart[] } | { readonly refused: RefusedCorrection }> {
  const { customerId, written, seen } = correction
  const person = await customers.get(customerId)
  if (!person) return { refused: 'no-such-customer' }
  if (seenProfile(person.customer) !== seen) return { refused: 'changed-meanwhile' }
  const wanted = readWritten(written, { channels, customer: person.customer })
  if ('refused' in wanted) return wanted
  const changed = partsChanged(person.customer, correctedFrom(person.customer, wanted, correction))
  if (changed.length === 0) return { changed }
  let isMeanwhile = false
  const done = await customers.correct(customerId, (now) => {
    isMeanwhile = seenProfile(now) !== seen
    return isMeanwhile ? now : correctedFrom(now, wanted, correction)
  })
  if (done === 'lost') return { refused: 'no-such-customer' }
  return isMeanwhile ? { refused: 'changed-meanwhile' } : { changed }
}

type Wanted = Pick<Customer, 'fullName' | 'addressName' | 'honorific' | 'preferredChannel' | 'preferredParts'> & {
  readonly remark: string | null
}

function readWritten(
  { fullName, addressName, honorific, preferredChannel, preferredParts }: WrittenProfile,
  { channels, customer }: { readonly channels: Channels; readonly customer: Customer },
): Wanted | { readonly refused: RefusedCorrection } {
  const name = unlessSame(fullName, customer.fullName)
  if (name === undefined) return { refused: 'name' }
  const called = addressName.trim() === '' ? null : unlessSame(addressName, customer.addressName)
  if (called === undefined) return { refused: 'address-name' }
  const form = HONORIFICS.find((one) => one === honorific)
  if (form === undefined) return { refused: 'honorific' }
  const channel = channels.find(({ id }) => id === preferredChannel)
  const isKept = preferredChannel === '' || preferredChannel === customer.preferredChannel
  if (!isKept && (channel === undefined || !isReachable(channel, customer))) return { refused: 'channel' }
  const ticked = DAY_PARTS.filter((part) => preferredParts.includes(part))
  return {
    fullName: name.name,
    addressName: called?.name ?? null,
    honorific: form,
    preferredChannel: preferredChannel || null,
    preferredParts: ticked.length === 0 ? null : ticked,
    remark: name.remark,
  }
}

/** A name that stands as it is stored is right, also where an import would write it otherwise today. */
function unlessSame(typed: string, stored: string | null): { readonly name: string; readonly remark: string | null } | undefined {
  if (typed.trim() === stored) return { name: stored, remark: null }
  const read = readNameWithRemark(typed)
  return 'value' in read ? read.value : undefined
}

/** A name to greet that follows from the old name follows from the new one. */
function correctedFrom(now: Customer, wanted: Wanted, { backToImports, by, at }: Correction): Customer {
  const isRenamed = wanted.fullName !== now.fullName
  const names = isRenamed ? { fullName: wanted.fullName, ...splitName({ ...now, fullName: wanted.fullName }) } : namesOf(now)
  const isOwn = wanted.addressName !== null && !(isRenamed && wanted.addressName === now.addressName && isUsual(now))
  const next: Customer = {
    ...now,
    ...names,
    nameRemark: wanted.remark ?? now.nameRemark,
    addressName: isOwn ? wanted.addressName : usualAddressName({ ...now, ...names }),
    honorific: wanted.honorific,
    preferredChannel: wanted.preferredChannel,
    preferredParts: wanted.preferredParts,
  }
  const parts = [...new Set([...(now.corrections?.parts ?? []), ...partsCorrected(now, next)])].toSorted()
  return { ...next, corrections: { version: (now.corrections?.version ?? 0) + 1, parts: backToImports ? [] : parts, at, by } }
}

const namesOf = ({ fullName, familyName, givenName }: Customer) => ({ fullName, familyName, givenName })

/** Where the family name comes first people are called by the last word, as the import decides it. */
const usualAddressName = ({ givenName, nameOrder }: Customer): string | null =>
  (nameOrder === 'family-first' ? givenName?.split(' ').at(-1) : givenName) ?? null

const isUsual = (customer: Customer): boolean => customer.addressName === usualAddressName(customer)

function partsCorrected(before: Customer, after: Customer): readonly CorrectedPart[] {
  const isRenamed = before.fullName !== after.fullName
  const isAddressed = before.honorific !== after.honorific || (!isRenamed && before.addressName !== after.addressName)
  const isOtherTime = before.preferredParts?.join() !== after.preferredParts?.join()
  return [
    ...(isRenamed ? (['name'] as const) : []),
    ...(isAddressed ? (['form-of-address'] as const) : []),
    ...(isOtherTime ? (['preferred-parts'] as const) : []),
  ]
}

function partsChanged(before: Customer, after: Customer): readonly ChangedPart[] {
  const givenBack = (before.corrections?.parts.length ?? 0) > 0 && after.corrections?.parts.length === 0
  return [
    ...partsCorrected(before, after),
    ...(before.preferredChannel === after.preferredChannel ? [] : (['preferred-channel'] as const)),
    ...(givenBack ? (['back-to-imports'] as const) : []),
  ]
}
