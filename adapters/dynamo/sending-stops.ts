/** The one record of a stop, a row beside the one that all senders count by: read once a page, written by one of them when something changes. */
import * as z from 'zod'
import { follows } from '#adapters/dynamo/conditions.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { SendingStops } from '#app/ports/sending.ts'
import { SendingStopSchema } from '#core/planning/sending-stop.ts'

const KEY = { resource: 'email-stop' }

const RowSchema = z.object({ v: z.int().min(1), stop: SendingStopSchema.nullable() })

export function dynamoSendingStops(table: DynamoTable): SendingStops {
  return {
    async current() {
      const row = await getRow(table, KEY)
      if (!row) return { stop: null, version: 0 }
      const { stop, v } = readAs(RowSchema, row, 'the record of a stop')
      return { stop, version: v }
    },
    put: async ({ stop, version }) => {
      if (version < 1) return 'lost'
      return putRow(table, { ...KEY, v: version, stop }, follows('v', version === 1 ? 0 : version))
    },
  }
}
