/** The team that rings back whoever rang the hotline in vain: its list of calls is made only where a member of it can have work. */
import type { Company } from '#core/campaign/company.ts'
import type { Problem } from '#core/campaign/problem.ts'
import type { Roster } from '#core/staff/roster.ts'
import { mayOwnWork } from '#core/staff/whose-work.ts'

export function checkHotlineTeam({ calls }: Pick<Company, 'calls'>, { people }: Roster): readonly Problem[] {
  const teams = [...new Set(people.filter(mayOwnWork).map(({ team }) => team))]
  const { hotlineTeam } = calls
  if (hotlineTeam === undefined || teams.includes(hotlineTeam)) return []
  return [
    {
      file: 'company.json',
      path: 'calls.hotlineTeam',
      value: hotlineTeam,
      expected: {
        vi: `một nhóm trong staff.json có người nhận việc: ${teams.join(', ')}`,
        en: `a team of staff.json in which a member can have work: ${teams.join(', ')}`,
      },
    },
  ]
}
