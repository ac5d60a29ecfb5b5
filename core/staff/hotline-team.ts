/** The team that rings back those who rang the hotline in vain: its list of calls is made only where a member of it can have work. */
import type { Company } from '#core/campaign/company.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { checkTeam } from '#core/staff/check-team.ts'
import type { Roster } from '#core/staff/roster.ts'

export const checkHotlineTeam = ({ calls }: Pick<Company, 'calls'>, roster: Roster): readonly Problem[] =>
  checkTeam({ file: 'company.json', path: 'calls.hotlineTeam', team: calls.hotlineTeam }, roster)
