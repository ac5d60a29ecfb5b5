/** What a new roster changes, for whoever publishes it to read: a wrong line is seen when somebody joins or leaves who should not. */
import type { Role } from '#core/staff/role.ts'
import type { Roster, StaffMember } from '#core/staff/roster.ts'

export interface RosterChanges {
  readonly joined: readonly StaffMember[]
  readonly left: readonly StaffMember[]
  readonly roleChanged: readonly { readonly member: StaffMember; readonly from: Role }[]
}

/** A person is their address: under another one they leave and join. A change of name or team alone is none of these. */
export function rosterChanges(before: Roster | undefined, after: Roster): RosterChanges {
  const [were, are] = [byAddress(before), byAddress(after)]
  return {
    joined: after.people.filter(({ address }) => !were.has(address)),
    left: [...were.values()].filter(({ address }) => !are.has(address)),
    roleChanged: after.people.flatMap((member) => {
      const from = were.get(member.address)?.role
      return from === undefined || from === member.role ? [] : [{ member, from }]
    }),
  }
}

const byAddress = (roster: Roster | undefined): ReadonlyMap<string, StaffMember> =>
  new Map((roster?.people ?? []).map((member) => [member.address, member]))
