/** Who may hear what was said in a call: agents of the team that has the task, and leads. */
import type { StaffMember } from '#core/staff/roster.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { CallTask } from '#core/work/work-item.ts'

/** A task that no team has is heard by the member of staff who rang. */
export function mayHear(task: CallTask, by: string, { role, team, address }: StaffMember): boolean {
  if (role === 'lead') return true
  if (role !== 'agent') return false
  const owning = teamOfOwner(ownerOf(task))
  return owning === null ? by === address : owning === team
}
