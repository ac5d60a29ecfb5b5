/** Which member of staff looks after a customer: the company's list names them by address or by name, in any way of typing. */
import { ownerKey } from '#core/customer/finder-keys.ts'
import type { StaffMember } from '#core/staff/roster.ts'

type Named = Pick<StaffMember, 'name' | 'address'>

/** By the name that colleagues know; as the list has it where it names none of these members, or a name that two of them share. */
export function ownerNamed(owner: string | null, members: readonly Named[]): string | null {
  const address = lookingAfter(owner, members)
  return members.find((member) => member.address === address)?.name ?? owner
}

/** Their address; null where the list names none of these members, or a name that two of them share. */
export function lookingAfter(owner: string | null, members: readonly Named[]): string | null {
  if (owner === null) return null
  const key = ownerKey(owner)
  const byAddress = members.find(({ address }) => ownerKey(address) === key)
  const [byName, another] = members.filter(({ name }) => ownerKey(name) === key)
  return byAddress?.address ?? (another ? null : (byName?.address ?? null))
}
