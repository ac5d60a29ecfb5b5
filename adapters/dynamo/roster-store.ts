/** The roster in DynamoDB: one row, replaced as a whole, so that no request ever sees half of a change; and every version before it. */
import * as z from 'zod'
import { absent, follows } from '#adapters/dynamo/conditions.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { PublishedRoster, RosterStore } from '#app/ports/staff.ts'
import { DutyPlanSchema, NO_PLAN, planIdOf } from '#core/duty/team.ts'
import { ROLES } from '#core/staff/role.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

const SCOPE = '#roster'
const CURRENT = 'current'

export function dynamoRosterStore(table: DynamoTable): RosterStore {
  return {
    current: async () => {
      const row = await getRow(table, { scope: SCOPE, item: CURRENT })
      return row && rosterOf(row)
    },
    plan: async (planId) => {
      if (planId === null) return NO_PLAN
      const { plan } = readAs(PlanRow, await getRow(table, planKey(planId)), 'the times of the staff')
      return readAs(DutyPlanSchema, jsonIn(plan, 'the times of the staff'), 'the times of the staff')
    },
    publish: async (roster, plan = NO_PLAN) => {
      const planId = planIdOf(plan)
      // Before the roster that names it. A row that is there already is the same: its id is made of what it holds.
      if (planId !== null) await putRow(table, { ...planKey(planId), plan: JSON.stringify(plan) })
      const row = rowOf({ ...roster, planId })
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

const planKey = (planId: string) => ({ scope: '#plan', item: planId })

const versionItem = (version: number) => `v#${String(version).padStart(6, '0')}`

const rowOf = ({ people, planId, version, publishedAt, publishedBy }: PublishedRoster): Row => ({
  version,
  planId,
  publishedAt,
  publishedBy,
  people: JSON.stringify(people),
})

function rosterOf(row: Row): PublishedRoster {
  const { people, ...published } = readAs(RosterRow, row, 'the roster')
  return { ...published, people: readAs(PeopleRow, jsonIn(people, 'the roster'), 'the roster') }
}

const RosterRow = z.object({
  version: z.int().min(1),
  publishedAt: InstantSchema,
  publishedBy: z.string(),
  people: z.string(),
  /** Rosters of the version before have none. */
  planId: z.string().nullable().default(null),
})
const PlanRow = z.object({ plan: z.string() })
const PeopleRow = z.array(
  z.object({
    name: z.string(),
    address: z.string(),
    team: z.string(),
    role: z.enum(ROLES),
    extension: z.string().optional(),
    addressSince: LocalDateSchema.optional(),
  }),
)
