/** Urgent pieces of work of which staff are told, in DynamoDB: one key, by the instant at which the work was opened, so that only the last ones are read. */
import * as z from 'zod'
import { follows } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { type DynamoTable, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { Interruptions } from '#app/ports/interruptions.ts'
import { POST_KINDS } from '#app/ports/urgent-hook.ts'
import { InstantSchema } from '#core/time/instant.ts'

const SCOPE = 'urgent'
const PARTITION = { attribute: 'scope', is: SCOPE }
/** Sort before and after every instant. */
const [EVER, END] = ['0', '~']

export const dynamoInterruptions = (table: DynamoTable): Interruptions => ({
  put: async (next) => {
    if (next.version < 1) return 'lost'
    const row = { scope: SCOPE, item: `${next.at}#${next.mark}`, ...next }
    return putRow(table, row, follows('version', next.version === 1 ? 0 : next.version))
  },
  since: async (at) => {
    const rows = await queryAll(table, { partition: PARTITION, sort: { attribute: 'item', from: at, to: END } })
    return rows.map((row) => readAs(InterruptionRow, row, 'an urgent piece of work of which staff are told'))
  },
  removeBefore: async (at) => {
    // An item of that very instant is longer than the instant, and sorts after it.
    const rows = await queryAll(table, { partition: PARTITION, sort: { attribute: 'item', from: EVER, to: at } })
    for (const { item } of rows) await deleteRow(table, { scope: SCOPE, item: String(item) })
  },
})

const InterruptionRow = z.object({
  at: InstantSchema,
  mark: z.string(),
  workId: z.string().nullable(),
  /** Absent in rows of before, which are all of complaints. */
  kind: z.enum(POST_KINDS).default('complaint'),
  isMailed: z.boolean(),
  isPosted: z.boolean(),
  failedPosts: z.int().min(0),
  triedAt: InstantSchema.nullable().default(null),
  version: z.int().min(1),
})
