/** Who acts at a terminal with the rights of a role: the person of the roster whom `--by` names, by name or address. */
import type { RosterStore } from '#app/ports/staff.ts'
import { type StaffMember, staffAddress } from '#core/staff/roster.ts'

export async function memberNamed(
  roster: Pick<RosterStore, 'current'>,
  by: string,
): Promise<StaffMember | { readonly refused: string }> {
  const people = (await roster.current())?.people ?? []
  const found = people.filter(({ name, address }) => name === by.normalize('NFC').trim() || address === staffAddress(by))
  const [member] = found
  if (member && found.length === 1) return member
  return { refused: `--by ${by}: the roster has ${found.length === 0 ? 'nobody' : 'several people'} of this name` }
}
