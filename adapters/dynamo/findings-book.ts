/** What the cases told last, in DynamoDB: one row. */
import * as z from 'zod'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { FindingsBook } from '#app/ports/findings.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

const KEY = { scope: 'findings', item: 'latest' }

export const dynamoFindingsBook = (table: DynamoTable): FindingsBook => ({
  latest: async () => {
    const row = await getRow(table, KEY)
    return row && readAs(Row, row, 'what the cases told')
  },
  put: async (findings) => void (await putRow(table, { ...KEY, ...findings })),
  remove: async () => void (await deleteRow(table, KEY)),
})

const Days = z.object({ from: LocalDateSchema, to: LocalDateSchema })
const Compared = z.object({ now: z.int(), before: z.int() })
const Counts = z.object({ cases: z.int(), customers: z.int() })
const Row = z.object({
  day: LocalDateSchema,
  periods: z.object({ now: Days, before: Days }),
  groups: z.array(
    z.object({
      category: z.string(),
      product: z.string().nullable(),
      now: Counts,
      before: Counts,
      chance: z.number(),
      recurs: z.boolean(),
      behind: z.array(z.object({ workId: z.string(), openedOn: LocalDateSchema })),
    }),
  ),
  week: z.object({
    ...Days.shape,
    opened: Compared,
    closed: Compared,
    open: z.int(),
    late: z.int(),
    categories: z.array(z.object({ category: z.string().nullable(), ...Compared.shape })),
  }),
})
