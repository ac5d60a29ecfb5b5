/** The one record of a stop, a row beside the shared rate's: read once a page, written by one sender on a change. */
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { follows } from '#adapters/dynamo/conditions.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { SendingStops } from '#app/ports/sending.ts'
import { SendingStopSchema } from '#core/planning/sending-stop.ts'
import { InstantSchema } from '#core/time/instant.ts'

const KEY = { resource: 'email-stop' }

const RowSchema = z.object({
  v: z.int().min(1),
  stop: SendingStopSchema.nullable(),
  doubtedAt: InstantSchema.optional(),
  /** The id of the write that stored this version. */
  writeId: z.string().optional(),
})

export function dynamoSendingStops(table: DynamoTable): SendingStops {
  const stored = async () => {
    const row = await getRow(table, KEY)
    return row && readAs(RowSchema, row, 'the record of a stop')
  }
  return {
    async current() {
      const row = await stored()
      if (!row) return { stop: null, version: 0 }
      const { stop, doubtedAt, v } = row
      return { stop, ...(doubtedAt !== undefined && { doubtedAt }), version: v }
    },
    async put({ stop, doubtedAt, version }) {
      if (version < 1) return 'lost'
      const writeId = randomUUID()
      const row = { ...KEY, v: version, stop, doubtedAt, writeId }
      if ((await putRow(table, row, follows('v', version === 1 ? 0 : version))) === 'written') return 'written'
      // The SDK repeats a call whose answer was lost, and the retry meets its own first write.
      return (await stored())?.writeId === writeId ? 'written' : 'lost'
    },
  }
}
