/** Which work stands before one member of staff, and who can have work at all. */
import { mayDo } from '#core/staff/role.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import type { Owner } from '#core/work/work-event.ts'

/** Whose work is looked at: all of it; one's own; one's own team's, together with what is everybody's. */
export const WHOSE = ['all', 'mine', 'team'] as const
export type Whose = (typeof WHOSE)[number]

/** Only those who may note and close work: with anybody else it would lie. */
export const mayOwnWork = ({ role }: Pick<StaffMember, 'role'>): boolean => mayDo(role, 'note-work') && mayDo(role, 'close-work')

/** An agent works for their own team alone; a lead or head for any. What no team has is everybody's. */
export function mayWorkOn(owner: Owner, { role, team }: Pick<StaffMember, 'role' | 'team'>): boolean {
  const owning = teamOfOwner(owner)
  return role !== 'agent' || owning === null || owning === team
}

interface Looking {
  readonly whose: Whose
  readonly viewer: Pick<StaffMember, 'address' | 'team'>
}

/** Work counts to the team in which its owner was when it came to them, as in the list of calls: who changes teams leaves it with their colleagues. */
export function isAmong(owner: Owner, { whose, viewer }: Looking): boolean {
  switch (whose) {
    case 'all':
      return true
    case 'mine':
      return owner.is === 'person' && owner.address === viewer.address
    case 'team':
      return owner.is === 'everybody' || owner.team === viewer.team
  }
}
