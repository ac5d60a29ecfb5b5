/** What a new roster changes, for whoever publishes it to read: a wrong line is seen when somebody joins or leaves who should not. */
import type { Role } from '#core/staff/role.ts'
import type { Roster, StaffMember } from '#core/staff/roster.ts'

export interface RosterChanges {
  readonly joined: readonly StaffMember[]
  readonly left: readonly StaffMember[]
  readonly roleChanged: readonly { readonly member: StaffMember; readonly from: Role }[]
  /** Addresses that are another person's now. */
  readonly givenOn: readonly StaffMember[]
  /** The same person under another name, as the file says: the operator sees whom a day in the line is missing for. */
  readonly renamed: readonly { readonly member: StaffMember; readonly from: string }[]
}

/**
 * A person is their address and the day since when it is theirs: under another address they leave and join, and another day gives the address to another
 * person. A name tells nothing of it: a corrected spelling must lock nobody out.
 */
export function rosterChanges(before: Roster | undefined, after: Roster): RosterChanges {
  const [were, are] = [byAddress(before), byAddress(after)]
  const stayed = after.people.flatMap((member) => {
    const before = were.get(member.address)
    return before === undefined ? [] : [{ member, before }]
  })
  return {
    joined: after.people.filter(({ address }) => !were.has(address)),
    left: [...were.values()].filter(({ address }) => !are.has(address)),
    roleChanged: stayed.flatMap(({ member, before }) => (before.role === member.role ? [] : [{ member, from: before.role }])),
    givenOn: stayed.flatMap(({ member, before }) => (isSamePerson(member, before) ? [] : [member])),
    renamed: stayed.flatMap(({ member, before }) =>
      before.name !== member.name && isSamePerson(member, before) ? [{ member, from: before.name }] : [],
    ),
  }
}

const isSamePerson = (one: StaffMember, other: StaffMember) => one.addressSince === other.addressSince

const byAddress = (roster: Roster | undefined): ReadonlyMap<string, StaffMember> =>
  new Map((roster?.people ?? []).map((member) => [member.address, member]))
