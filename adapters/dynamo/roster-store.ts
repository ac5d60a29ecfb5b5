/** The roster in DynamoDB: one row, replaced as a whole, so that no request ever sees half of a change; and every version before it. */
import * as z from 'zod'
import { absent, follows } from '#adapters/dynamo/conditions.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { PublishedRoster, RosterStore } from '#app/ports/staff.ts'
import { ROLES } from '#core/staff/role.ts'
import { InstantSchema } from '#core/time/instant.ts'

const SCOPE = '#roster'
const CURRENT = 'current'

export function dynamoRosterStore(table: DynamoTable): RosterStore {
  return {
    current: async () => {
      const row = await getRow(table, { scope: SCOPE, item: CURRENT })
      return row && rosterOf(row)
    },
    publish: async (roster) => {
      const row = rowOf(roster)
      const before = await getRow(table, { scope: SCOPE, item: CURRENT })
      // Its publication may have ended before the version was kept. It stands nowhere else once the next one replaces it.
      if (before !== undefined) await putRow(table, { ...before, item: versionItem(Number(before.version)) })
      const isFirst = roster.version === 1
      const condition = isFirst ? absent('scope') : follows('version', roster.version)
      const written = await putRow(table, { scope: SCOPE, item: CURRENT, ...row }, condition)
      if (written === 'written') await putRow(table, { scope: SCOPE, item: versionItem(roster.version), ...row })
      return written
    },
  }
}

const versionItem = (version: number) => `v#${String(version).padStart(6, '0')}`

const rowOf = ({ people, version, publishedAt, publishedBy }: PublishedRoster): Row => ({
  version,
  publishedAt,
  publishedBy,
  people: JSON.stringify(people),
})

function rosterOf(row: Row): PublishedRoster {
  const { people, ...published } = readAs(RosterRow, row, 'the roster')
  return { ...published, people: readAs(PeopleRow, jsonIn(people, 'the roster'), 'the roster') }
}

const RosterRow = z.object({ version: z.int().min(1), publishedAt: InstantSchema, publishedBy: z.string(), people: z.string() })
const PeopleRow = z.array(z.object({ name: z.string(), address: z.string(), team: z.string(), role: z.enum(ROLES) }))
