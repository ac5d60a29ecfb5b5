/**
 * Which of its customers a campaign of calls hands to its team, when the team has time for fewer: the most valued tier first, then who waits longest, then
 * a lot. A place is a text that sorts in that order and names no customer, so that each slice can tell its own and the cut is taken over all of them,
 * whichever slice is planned first.
 */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Customer } from '#core/customer/customer.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { occasionNamed } from '#core/occasion/occasion-key.ts'
import type { MemberOccasion } from '#core/occasion/recorded-occasion.ts'
import type { Cut } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** So many of a slice are ranked: as many as a list of calls holds, whatever a team can do. */
export const MOST_PLACES = 5_000

export interface Ranked {
  readonly campaign: Pick<CampaignDefinition, 'id'>
  readonly customer: Pick<Customer, 'customerId' | 'tier'>
  readonly occasion: MemberOccasion
  readonly tiers: Company['calls']['tiers']
}

/** Tier, day and lot, each of fixed length. */
export function placeOf({ campaign, customer, occasion, tiers }: Ranked): string {
  const { customerId, tier } = customer
  const rank = tier !== null && tiers.includes(tier) ? tiers.indexOf(tier) : tiers.length
  const lot = (stableHash(`calls|${campaign.id}|${occasion.key}|${customerId}`) >>> 0).toString(16).padStart(8, '0')
  return `${String(rank).padStart(3, '0')} ${waitingSince(occasion)} ${lot}`
}

/** The day of the last contact where the months since then are counted; else the occasion's own day. */
function waitingSince({ key, anchor }: MemberOccasion): LocalDate {
  const named = occasionNamed(key)
  return named.of === 'contact' ? named.day : anchor
}

/** The first `room` of the places. Of two equal places both are in or both are out, and never more than there is room for. */
export function cutOff(places: readonly string[], room: number): { readonly last: string | null; readonly count: number } {
  const sorted = places.toSorted()
  let count = Math.max(0, Math.min(room, sorted.length))
  while (count > 0 && sorted[count] === sorted[count - 1]) count--
  return { last: sorted[count - 1] ?? null, count }
}

/** Whether a customer of that place is handed over: `ranked` holds the places of the slice that the cut was taken over. */
export const isWithin = (
  { last }: Pick<Cut, 'last'>,
  { place, ranked }: { readonly place: string; readonly ranked: ReadonlySet<string> },
): boolean => last !== null && place <= last && ranked.has(place)
