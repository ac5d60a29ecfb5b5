/**
 * The open occurrences, which the hourly planner reads some dozen times before one changes. Every write of an occurrence counts its version on, so only
 * versions are asked for, and whole rows of those that are not remembered.
 */
import { META, OPEN, occurrenceOf } from '#adapters/dynamo/occurrence-rows.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, joined } from '#adapters/dynamo/rows.ts'
import { frozen } from '#adapters/frozen.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'

/** As the index shows them, which may be a moment behind; one that is closed by now is left out where its row is read. */
export function openOccurrences(table: DynamoTable): () => Promise<readonly Occurrence[]> {
  // Of the last look alone: what is not open any more is forgotten.
  let remembered: ReadonlyMap<string, Occurrence> = new Map()
  return async () => {
    const listed = await queryAll(table, {
      index: 'stillOpen',
      partition: { attribute: 'openKey', is: OPEN },
      only: ['occurrenceId', 'version'],
    })
    const named = listed.map(({ occurrenceId, version }) => ({
      occurrenceId: String(occurrenceId),
      name: joined(String(occurrenceId), String(version)),
    }))
    const before = remembered
    const unknown = named.filter(({ name }) => !before.has(name))
    const rows = await getRows(
      table,
      unknown.map(({ occurrenceId }) => ({ occurrenceId, item: META })),
    )
    const read = new Map(rows.map((row) => [String(row.occurrenceId), frozen(occurrenceOf(row))]))
    const found = named.flatMap(({ occurrenceId, name }) => read.get(occurrenceId) ?? before.get(name) ?? [])
    remembered = new Map(found.map((each) => [joined(each.occurrenceId, String(each.version)), each]))
    return found.filter(({ state }) => state === 'open')
  }
}
