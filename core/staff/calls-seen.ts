/** Whose calls of the day a member of staff looks at: their own, or those of the whole team; and of which teams. */
import { mayDo } from '#core/staff/role.ts'
import type { StaffMember } from '#core/staff/roster.ts'

export interface CallsSeen {
  /** The first is shown where no other is asked for; none for a member of a team without a list. */
  readonly teams: readonly string[]
  readonly whose: 'own' | 'team'
}

/** `teams`: those that have a list. A lead, like an agent, looks at their own team alone. */
export function callsSeen({ role, team }: Pick<StaffMember, 'role' | 'team'>, teams: readonly string[]): CallsSeen {
  const own = teams.filter((name) => name === team)
  const whose = mayDo(role, 'see-team-calls') ? 'team' : 'own'
  return whose === 'own' || role === 'lead'
    ? { teams: own, whose }
    : { teams: [...own, ...teams.filter((name) => name !== team)], whose }
}
