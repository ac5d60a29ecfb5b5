/** Which work stands before one member of staff, and who can have work at all. */
import { mayDo } from '#core/staff/role.ts'
import { memberWith, type Roster, type StaffMember } from '#core/staff/roster.ts'
import type { Owner } from '#core/work/work-event.ts'

/** Whose work is looked at: all of it; one's own; one's own team's, together with what is everybody's. */
export const WHOSE = ['all', 'mine', 'team'] as const
export type Whose = (typeof WHOSE)[number]

/** Only those who may note and close work: with anybody else it would lie. */
export const mayOwnWork = ({ role }: Pick<StaffMember, 'role'>): boolean => mayDo(role, 'note-work') && mayDo(role, 'close-work')

interface Looking {
  readonly whose: Whose
  readonly viewer: Pick<StaffMember, 'address' | 'team'>
  readonly roster: Roster
}

/** A person is in the team of today's roster; one who has left it is in the team of the day on which the item came to them. */
export function isAmong(owner: Owner, { whose, viewer, roster }: Looking): boolean {
  switch (whose) {
    case 'all':
      return true
    case 'mine':
      return owner.is === 'person' && owner.address === viewer.address
    case 'team':
      if (owner.is === 'everybody') return true
      return viewer.team === (owner.is === 'team' ? owner.team : (memberWith(roster, owner.address)?.team ?? owner.team))
  }
}
