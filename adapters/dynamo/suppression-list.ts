/** Suppressed addresses in DynamoDB, by hash. An unreadable row still stops the mail. */
import * as z from 'zod'
import { absent, unchanged } from '#adapters/dynamo/conditions.ts'
import { type Freshness, getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { SuppressionList } from '#app/ports/consent.ts'
import { SuppressionSchema } from '#core/audience/suppression.ts'

/** `eventuallyConsistent` is only for callers that display the list. A sender must see the opt-out of a moment ago. */
export function dynamoSuppressionList(table: DynamoTable, freshness: Freshness = {}): SuppressionList {
  return {
    among: async (addressHashes) => {
      const rows = await getRows(
        table,
        addressHashes.map((addressHash) => ({ addressHash })),
        freshness,
      )
      return new Map(
        rows.map((row) => {
          const parsed = SuppressionSchema.safeParse(row)
          return [String(row.addressHash), parsed.success ? parsed.data : 'unreadable'] as const
        }),
      )
    },
    noteSoftBounce: (bounce) => noteSoftBounce(table, bounce),
    forgetSoftBounces: async (addressHash) => {
      await deleteRow(table, { addressHash: `${SOFT}${addressHash}` })
    },
    add: async (suppression) => {
      await putRow(table, suppression, absent('addressHash'))
    },
  }
}

/** Soft bounces of an address: one small row with the id of each mail, so that an event that comes twice counts once. */
async function noteSoftBounce(
  table: DynamoTable,
  { addressHash, providerId, at, since }: Parameters<SuppressionList['noteSoftBounce']>[0],
): Promise<number> {
  const key = `${SOFT}${addressHash}`
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const row = await getRow(table, { addressHash: key })
    const known = row === undefined ? {} : readAs(SoftBounces, jsonIn(row.bounces, 'soft bounces'), 'soft bounces')
    const recent = Object.fromEntries(Object.entries({ ...known, [providerId]: at }).filter(([, when]) => when > since))
    const written = await putRow(table, { addressHash: key, bounces: JSON.stringify(recent) }, unchanged('bounces', row?.bounces))
    if (written === 'written') return Object.keys(recent).length
  }
  throw new Error('the soft bounces of one address keep changing')
}

const SOFT = 'soft#'
const TRIES = 10
const SoftBounces = z.record(z.string(), z.string())
