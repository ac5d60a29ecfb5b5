/**
 * The pseudonym of a customer: an attribute of its own on their row, beside the profile. Imports and corrections change other attributes, and it is removed
 * with the row.
 */
import { randomPseudonym } from '#adapters/crypto/pseudonym.ts'
import { absent, both, present } from '#adapters/dynamo/conditions.ts'
import { personOf } from '#adapters/dynamo/customer-rows.ts'
import { getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, type Row, UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { updateRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'
import { type Who, whoOf } from '#core/facts/who.ts'

const WRITES_AT_ONCE = 16
const ATTRIBUTES = ['customerId', 'profile', 'pseudonym'] as const

export async function whoAre(table: DynamoTable, customerIds: readonly string[]): Promise<ReadonlyMap<string, Who>> {
  const rows = await named(table, customerIds)
  const without = rows.filter(({ pseudonym }) => pseudonym === undefined).map(({ customerId }) => String(customerId))
  await eachBounded(without, { limit: WRITES_AT_ONCE, act: (customerId) => give(table, customerId) })
  // Read again: another run may have given another one at the same moment, and the stored one counts.
  const given = without.length === 0 ? [] : await named(table, without)
  return new Map(
    [...rows, ...given].flatMap((row) => (row.pseudonym === undefined ? [] : [[String(row.customerId), whoIn(row)]])),
  )
}

export async function pseudonymsOf(table: DynamoTable, customerIds: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  const rows = await named(table, customerIds)
  return new Map(rows.flatMap((row) => (row.pseudonym === undefined ? [] : [[String(row.customerId), pseudonymIn(row)]])))
}

const named = (table: DynamoTable, customerIds: readonly string[]): Promise<readonly Row[]> =>
  getRows(
    table,
    customerIds.map((customerId) => ({ customerId })),
    { only: ATTRIBUTES },
  )

/** As text: a number of DynamoDB would lose digits on its way. */
async function give(table: DynamoTable, customerId: string): Promise<void> {
  const condition = both(present('customerId'), absent('pseudonym'))
  await updateRow(table, { key: { customerId }, set: { pseudonym: String(randomPseudonym()) }, condition })
}

const whoIn = (row: Row): Who => whoOf(pseudonymIn(row), personOf(row).customer)

function pseudonymIn({ pseudonym, customerId }: Row): bigint {
  if (typeof pseudonym !== 'string' || !/^\d+$/.test(pseudonym))
    throw new UnreadableRowError(`cannot read the pseudonym of customer ${String(customerId)}`)
  return BigInt(pseudonym)
}
