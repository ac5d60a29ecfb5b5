/** Which findings about the sender were told: one row beside those that all senders share, written on a change. */
import * as z from 'zod'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { SenderLooks } from '#app/ports/provider.ts'
import { InstantSchema } from '#core/time/instant.ts'

const KEY = { resource: 'email-look' }

const RowSchema = z.object({ kinds: z.array(z.string()), at: InstantSchema })

export const dynamoSenderLooks = (table: DynamoTable): SenderLooks => ({
  async lastTold() {
    const row = await getRow(table, KEY)
    return row ? readAs(RowSchema, row, 'what was told of the sender') : null
  },
  async tell({ kinds, at }) {
    await putRow(table, { ...KEY, kinds, at })
  },
})
