/** On whose desk a case that went up may come: it is for those above to take it up, and to say who works on it meanwhile. */
import { mayHandBack } from '#core/staff/may-hand-back.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { raisedOf } from '#core/work/case/case-raised.ts'
import type { History } from '#core/work/work-event.ts'

type Person = Pick<StaffMember, 'address' | 'name' | 'role'>

/**
 * Whether `by` may put it on the desk of `to`; null for a team, and for everybody: who has it may let it go. A colleague below neither takes it nor hands it to
 * another below: the people above would be told of a case that seems to be in hand.
 */
export const mayGetRaised = (item: History, { to, by }: { readonly to: Person | null; readonly by: Person }): boolean =>
  to === null || raisedOf(item) === null || mayHandBack(item, by) || mayHandBack(item, to)
