/**
 * The keys of occasions: the same in every planning run, so that no customer is contacted twice for one occasion. Within its campaign an occasion has
 * its own key; with the campaign before a colon it is the key that ledgers, touches and batches hold. Made here, and taken apart here alone.
 */
import { occurrenceNamed } from '#core/occasion/occurrence-id.ts'
import { isLocalDate, type LocalDate } from '#core/time/local-date.ts'

/** A campaign's id has no colon; an order's may have. */
export const occasionKeyOf = ({ campaignId, key }: { readonly campaignId: string; readonly key: string }): string =>
  `${campaignId}:${key}`

/** The reverse. A text without a colon names no campaign. */
export function partsOfOccasionKey(occasionKey: string): { readonly campaignId: string; readonly key: string } {
  const colon = occasionKey.indexOf(':')
  return { campaignId: occasionKey.slice(0, Math.max(0, colon)), key: occasionKey.slice(colon + 1) }
}

/** A day that is the same for every customer. */
export const dayKey = (anchor: LocalDate): string => anchor
/** The birthday of a year: `2027`. */
export const solarYearKey = (year: number): string => String(year)
/** The birthday of a lunar year: `L2026`. */
export const lunarYearKey = (lunarYear: number): string => `L${lunarYear}`
/** So many months after the first purchase: `m12`. */
export const monthsKey = (months: number): string => `m${months}`
/** The customer's turn in a round: `n117`. */
export const roundKey = (round: number): string => `n${round}`
/** An order: `p2027-03-05#HD-1`. */
export const orderKey = ({ day, id }: DayOf): string => `p${day}#${id}`
/** A call or a case: `w2027-03-05#low-score_…`. */
export const workKey = ({ day, id }: DayOf): string => `w${day}#${id}`

/** So many months after the last contact, and the date that is kept for it: `c2027-03-05+6#2027-09-05`. */
export const contactKey = ({
  day,
  months,
  anchor,
}: {
  readonly day: LocalDate
  readonly months: number
  readonly anchor: LocalDate
}) => `c${day}+${months}#${anchor}`

/** An order, a call or a case, and the day it gives an occasion on. */
export interface DayOf {
  readonly day: LocalDate
  readonly id: string
}

/** What an occasion's own key says of it. */
export type NamedOccasion =
  | ({ readonly of: 'order' | 'work' } & DayOf)
  | { readonly of: 'invitation'; readonly occurrenceId: string; readonly date: LocalDate }
  | { readonly of: 'contact'; readonly day: LocalDate; readonly anchor: LocalDate }
  /** A date of the customer's own, which may be corrected: a birthday, an anniversary. */
  | { readonly of: 'own-date' }
  /** A calendar day, a turn, or no occasion at all. */
  | { readonly of: 'none' }

/** `key` without its campaign. */
export function occasionNamed(key: string): NamedOccasion {
  const [, letter, day, id] = /^([pw])(\d{4}-\d{2}-\d{2})#(.+)$/s.exec(key) ?? []
  if (id !== undefined && day !== undefined && isLocalDate(day)) return { of: letter === 'p' ? 'order' : 'work', day, id }
  const [, met, anchor] = /^c(\d{4}-\d{2}-\d{2})\+\d+#(\d{4}-\d{2}-\d{2})$/.exec(key) ?? []
  if (met !== undefined && anchor !== undefined && isLocalDate(met) && isLocalDate(anchor))
    return { of: 'contact', day: met, anchor }
  const invitation = occurrenceNamed(key)
  if (invitation) return { of: 'invitation', occurrenceId: key, date: invitation.date }
  return { of: /^(L?\d{4}|m\d+)$/.test(key) ? 'own-date' : 'none' }
}
