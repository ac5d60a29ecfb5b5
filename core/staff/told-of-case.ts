/** Who is told of a case when one of its clocks rings: its owner, or those above; at night those who are on call. */
import type { EscalationLevel } from '#core/campaign/case-terms.ts'
import type { ToldBecause } from '#core/duty/told-at-once.ts'
import { leadOf } from '#core/staff/lead-of.ts'
import type { Role } from '#core/staff/role.ts'
import type { Roster } from '#core/staff/roster.ts'

export interface ToldOfCase {
  readonly roster: Roster
  /** Of the case. */
  readonly team: string
  /** Null where no person has it, or its owner does not work any more today. */
  readonly owner: string | null
  /** Whether a person is neither on leave nor marked away. */
  readonly isAtHand: (address: string) => boolean
  /** Who hears at once of what cannot wait, and why. */
  readonly hears: { readonly because: ToldBecause; readonly addresses: readonly string[] }
  /** To whom it went up; null for a reminder. */
  readonly level: EscalationLevel | null
  /** Whether it cannot wait until the team works again. */
  readonly isUrgent: boolean
}

/** Addresses in the order in which they are told. People who are away come last: where no other person is left the mail must not be lost. */
export function toldOfCase({ roster, team, owner, isAtHand, hears, level, isUrgent }: ToldOfCase): readonly string[] {
  const withRole = (role: Role) => roster.people.flatMap((person) => (person.role === role ? [person.address] : []))
  const lead = leadOf(roster, team)?.address
  const above: Readonly<Record<EscalationLevel, readonly string[]>> = {
    lead: [...(lead === undefined ? [] : [lead]), ...withRole('head')],
    head: withRole('head'),
    director: [...withRole('director'), ...withRole('head')],
  }
  const isNight = isUrgent && (hears.because === 'on-call' || hears.because === 'duty')
  // The lead stands behind those who are on call, and has their own place among those above.
  const onCall = hears.addresses.length > 1 && hears.addresses.at(-1) === lead ? hears.addresses.slice(0, -1) : hears.addresses
  const byDay = level === null ? [...(owner === null ? [] : [owner]), ...above.lead] : above[level]
  const all = [...new Set([...(isNight ? onCall : []), ...byDay, ...above.lead])]
  return [...all.filter(isAtHand), ...all.filter((address) => !isAtHand(address))]
}
