/**
 * The open work of one team, by an index of its own. Rows of the version before are not in it, and no query tells who is missing: until
 * `care migrate work` has left its mark, all open work is read instead, and the team's picked out of it.
 */
import { currentPages } from '#adapters/dynamo/current-rows.ts'
import { isFilled } from '#adapters/dynamo/fill-work-teams.ts'
import { type DynamoTable, lastOfEach } from '#adapters/dynamo/rows.ts'
import { itemOf, keyOfTeam, OPEN, teamKeyOf } from '#adapters/dynamo/work-rows.ts'
import type { TeamsWork } from '#app/ports/work.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** Sorts before every instant. */
const EVER = '0'

export async function* openOfTeam(table: DynamoTable, { team, through }: TeamsWork): AsyncGenerator<readonly WorkItem[], void> {
  const partition = (await isFilled(table, 'teams'))
    ? { index: 'openByTeam', partition: { attribute: 'teamKey', is: keyOfTeam(team) } }
    : { index: 'stillOpen', partition: { attribute: 'openKey', is: OPEN } }
  const query = { ...partition, sort: { attribute: 'dueAt', from: EVER, to: through } }
  const seen = new Set<string>()
  for await (const rows of currentPages(table, { query, keyed: ['workId'] })) {
    const items = lastOfEach(rows.map(itemOf), ({ workId }) => workId)
    // An item whose due time changes during the read appears on two pages of the index.
    const found = items.filter((item) => teamKeyOf(item) === keyOfTeam(team) && item.dueAt <= through && !seen.has(item.workId))
    for (const { workId } of found) seen.add(workId)
    if (found.length > 0) yield found
  }
}
