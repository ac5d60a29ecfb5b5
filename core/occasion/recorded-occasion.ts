/** Occasions that a record gives: an order, a call, a case, a contact, an invitation. The record's day is in the key, so they are known from it alone. */
import { contactKey, type DayOf, occasionNamed, orderKey, workKey } from '#core/occasion/occasion-key.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** One customer's occasion. `key` is the same in every planning run. */
export interface MemberOccasion {
  readonly key: string
  /** The occasion's own date; offset and roll may have moved the acting date away from it. */
  readonly anchor: LocalDate
  /** Full years since the first purchase, for anniversaries. */
  readonly years: number | null
}

/** The days of a last contact, each with the months since then and the occasion's date. */
export interface MetOn {
  readonly days: ReadonlyMap<LocalDate, { readonly months: number; readonly anchor: LocalDate }>
}

/** The occasion that an order gives its buyer. */
export const purchaseOccasion = ({ day, id }: DayOf): MemberOccasion => occasionOf(day, orderKey({ day, id }))

/** The occasion that a call or a case gives its customer. */
export const workOccasion = ({ day, id }: DayOf): MemberOccasion => occasionOf(day, workKey({ day, id }))

/** The occasion of a customer whose last contact was on that day; undefined on another day, and for one who was never met. */
export function metOccasion({ days }: MetOn, lastContact: LocalDate | null): MemberOccasion | undefined {
  const kept = lastContact === null ? undefined : days.get(lastContact)
  return kept && lastContact !== null ? occasionOf(kept.anchor, contactKey({ day: lastContact, ...kept })) : undefined
}

/** The occasion that an invitation gives the invited customer: its key is the invitation, its date the invitation's. */
export const invitationOccasion = ({ occurrenceId, date }: Invitation): MemberOccasion => occasionOf(date, occurrenceId)

interface Invitation {
  readonly occurrenceId: string
  readonly date: LocalDate
}

const occasionOf = (anchor: LocalDate, key: string): MemberOccasion => ({ key, anchor, years: null })

/** The occasion that a key of one of these names. */
export function recordedOccasion(key: string): MemberOccasion | undefined {
  const named = occasionNamed(key)
  switch (named.of) {
    case 'order':
      return purchaseOccasion(named)
    case 'work':
      return workOccasion(named)
    case 'invitation':
      return invitationOccasion(named)
    case 'contact':
      return occasionOf(named.anchor, key)
    case 'own-date':
    case 'none':
      return undefined
  }
}
