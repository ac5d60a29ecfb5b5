/** The open work on the desks of a team through an instant, with what no team has where that is this team's to do. */
import type { WorkStore } from '#app/ports/work.ts'
import type { Instant } from '#core/time/instant.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface TeamsDesk {
  readonly team: string
  readonly takesUnassigned: boolean
  readonly through: Instant
}

/** The desks that are this team's: null is that of everybody. */
export const desksOf = ({ team, takesUnassigned }: Omit<TeamsDesk, 'through'>): readonly (string | null)[] =>
  takesUnassigned ? [team, null] : [team]

export async function openWorkOfTeam(work: Pick<WorkStore, 'openOfTeam'>, { through, ...desk }: TeamsDesk): Promise<WorkItem[]> {
  const items: WorkItem[] = []
  for (const team of desksOf(desk)) for await (const page of work.openOfTeam({ team, through })) items.push(...page)
  return items
}
