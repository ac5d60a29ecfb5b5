/** Who rang the hotline, in DynamoDB: one row for each number and day, under one key that is read by the day. */
import * as z from 'zod'
import { absentOr } from '#adapters/dynamo/conditions.ts'
import { queryPages, type RowQuery } from '#adapters/dynamo/query-rows.ts'
import { type DynamoTable, type Key, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, updateRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { HotlineCaller, HotlineCallers } from '#app/ports/numbers.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'

const SCOPE = 'hotline'
const PARTITION = { attribute: 'scope', is: SCOPE }
const DELETES_AT_ONCE = 16
/** Sorts before every day. */
const EVER = '0'
/** Sorts after everything of a day. */
const END_OF_DAY = '~'

export function dynamoHotlineCallers(table: DynamoTable): HotlineCallers {
  return {
    note: async ({ answeredAt, missedAt, ...caller }) => {
      await noteLater(table, { caller, attribute: 'answeredAt', at: answeredAt })
      await noteLater(table, { caller, attribute: 'missedAt', at: missedAt })
    },
    rungOn: async function* (day) {
      const sort = { attribute: 'item', beginsWith: `${day}#` }
      for await (const rows of queryPages(table, { partition: PARTITION, sort })) yield rows.map(callerOf)
    },
    forget: async (numberName) => {
      await removeAll(table, { index: 'byNumber', partition: { attribute: 'numberName', is: numberName } })
    },
    removeBefore: (day) =>
      removeAll(table, {
        partition: PARTITION,
        sort: { attribute: 'item', from: EVER, to: `${addDays(day, -1)}${END_OF_DAY}` },
      }),
  }
}

interface Noted {
  readonly caller: Pick<HotlineCaller, 'day' | 'numberName' | 'customerId'>
  readonly attribute: 'answeredAt' | 'missedAt'
  readonly at: HotlineCaller['missedAt']
}

async function noteLater(table: DynamoTable, { caller, attribute, at }: Noted): Promise<void> {
  if (at === null) return
  const { day, numberName, customerId } = caller
  await updateRow(table, {
    key: { scope: SCOPE, item: `${day}#${numberName}` },
    set: { day, numberName, [attribute]: at },
    setIfAbsent: customerId === null ? {} : { customerId },
    condition: absentOr(attribute, '<', at),
  })
}

async function removeAll(table: DynamoTable, query: RowQuery): Promise<number> {
  let count = 0
  for await (const rows of queryPages(table, query)) {
    await eachBounded(rows, { limit: DELETES_AT_ONCE, act: (row) => deleteRow(table, keyOf(row)) })
    count += rows.length
  }
  return count
}

const keyOf = ({ scope, item }: Row): Key => ({ scope: String(scope), item: String(item) })

function callerOf(row: Row): HotlineCaller {
  const { customerId = null, answeredAt = null, missedAt = null, ...rest } = readAs(CallerRow, row, 'a caller of the hotline')
  return { ...rest, customerId, answeredAt, missedAt }
}

const CallerRow = z.object({
  day: z.string(),
  numberName: z.string(),
  customerId: z.string().optional(),
  answeredAt: InstantSchema.optional(),
  missedAt: InstantSchema.optional(),
})
