/** A team that a file names: work that is given to it lies there for good where no member of it can have work. */
import type { Problem } from '#core/campaign/problem.ts'
import type { Roster } from '#core/staff/roster.ts'
import { mayOwnWork } from '#core/staff/whose-work.ts'

interface NamedTeam {
  readonly file: string
  readonly path: string
  readonly team: string | undefined
}

export function checkTeam({ file, path, team }: NamedTeam, { people }: Roster): readonly Problem[] {
  const teams = [...new Set(people.filter(mayOwnWork).map((person) => person.team))]
  if (team === undefined || teams.includes(team)) return []
  const expected = {
    vi: `một nhóm trong staff.json có người nhận việc: ${teams.join(', ')}`,
    en: `a team of staff.json in which a member can have work: ${teams.join(', ')}`,
  }
  return [{ file, path, value: team, expected }]
}
