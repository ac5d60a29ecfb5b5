/** Who hands a case that went up back down: whoever waits for an answer from above may not give it themselves. */
import type { EscalationLevel } from '#core/campaign/case-terms.ts'
import type { Role } from '#core/staff/role.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { raisedOf } from '#core/work/case/case-raised.ts'
import { isBy } from '#core/work/event-staff.ts'
import type { History } from '#core/work/work-event.ts'

/** A director works on no case: the head hands back what went up to one. */
export const ABOVE: Readonly<Record<EscalationLevel, readonly Role[]>> = {
  lead: ['lead', 'head'],
  head: ['head'],
  director: ['head', 'director'],
}

/** Those who were told of it, such as an agent on call; who took it up; and by role those whom it went up to. Nobody where it is not up. */
export function mayHandBack(item: History, { address, name, role }: Pick<StaffMember, 'address' | 'name' | 'role'>): boolean {
  const raised = raisedOf(item)
  if (raised === null) return false
  if (raised.told.some((person) => person?.address === address)) return true
  if (raised.takenUp !== null && isBy(raised.takenUp.by, { address, name })) return true
  return ABOVE[raised.to].includes(role)
}
