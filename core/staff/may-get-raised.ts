/** On whose desk a case that went up may come: it is for those above to take it up, and to say who works on it meanwhile. */
import { mayHandBack } from '#core/staff/may-hand-back.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { raisedOf } from '#core/work/case/case-raised.ts'
import { isSameStaff } from '#core/work/event-staff.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { History } from '#core/work/work-event.ts'

type Person = Pick<StaffMember, 'address' | 'name' | 'role'>

/**
 * Whether `by` may put it on the desk of `to`; null for a team, and for everybody, to whom its owner may give it back. A colleague below neither takes it nor hands it
 * to another below: the people above would be told of a case that seems to be in hand.
 */
export function mayGetRaised(item: History, { to, by }: { readonly to: Person | null; readonly by: Person }): boolean {
  if (raisedOf(item) === null || mayHandBack(item, by)) return true
  if (to !== null) return mayHandBack(item, to)
  const owner = ownerOf(item)
  return owner.is === 'person' && isSameStaff(owner, by)
}
