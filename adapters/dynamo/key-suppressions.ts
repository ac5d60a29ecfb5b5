/**
 * The migration of suppressions: rows that the version before stored under plain hashes of addresses are stored under keyed names. Each row is written
 * under its new name before the old one is deleted, so that the address is suppressed at every moment, wherever the walk stops. Harmless when
 * repeated, and beside running senders: they read both names until the table is marked (suppression-list.ts).
 */
import { ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { absent, unchanged } from '#adapters/dynamo/conditions.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, type Row, UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { claimTable, markAsKeyed, stateOf } from '#adapters/dynamo/suppression-mark.ts'
import {
  type Bounces,
  bouncesIn,
  isSoft,
  KEY,
  keyed,
  keyTextOf,
  type SuppressionTable,
  softKey,
  withoutSoft,
} from '#adapters/dynamo/suppression-rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import { eachBounded } from '#app/each-bounded.ts'
import { SuppressionSchema } from '#core/audience/suppression.ts'
import type { Instant } from '#core/time/instant.ts'

export interface KeyedSuppressions {
  /** Rows found under plain hashes. */
  readonly suppressions: number
  /** Those of them that cannot be read. They go on suppressing their address. */
  readonly unreadable: number
  /** Addresses with soft bounces under plain hashes. */
  readonly softBounces: number
  /** The table had been marked as keyed before. */
  readonly wasKeyed: boolean
}

const ROWS_AT_ONCE = 16
const TRIES = 10

/** Binds the table to the key, walks until a walk finds nothing to move, and then marks the table. A dry run walks once and writes nothing. */
export async function keySuppressions(
  table: SuppressionTable,
  { at, dryRun = false }: { readonly at: Instant; readonly dryRun?: boolean },
): Promise<KeyedSuppressions> {
  const keys = await table.keys()
  const state = await stateOf(table, keys)
  if (state === 'unclaimed' && !dryRun) await claimTable(table, keys)
  const wasKeyed = state === 'keyed'
  const found = { suppressions: 0, unreadable: 0, softBounces: 0 }
  for (let left = Number.POSITIVE_INFINITY; left > 0; ) {
    left = 0
    for await (const old of pagesBefore(table, keys)) {
      left += old.length
      for (const { row, isSoftRow } of old) {
        if (isSoftRow) found.softBounces++
        else found.suppressions++
        if (!isSoftRow && !readBefore(row)) found.unreadable++
      }
      if (!dryRun) await eachBounded(old, { limit: ROWS_AT_ONCE, act: (one) => move(table, one) })
    }
    if (dryRun) return { ...found, wasKeyed }
  }
  await markAsKeyed(table, { keys, at })
  return { ...found, wasKeyed }
}

interface RowBefore {
  readonly row: Row
  readonly isSoftRow: boolean
  /** Its new name. */
  readonly newKey: string
}

async function* pagesBefore(
  { client, tableName }: DynamoTable,
  keys: SuppressionKeys,
): AsyncGenerator<readonly RowBefore[], void> {
  let from: ScanCommandInput['ExclusiveStartKey']
  do {
    const page = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true, ExclusiveStartKey: from }))
    yield (page.Items ?? []).flatMap((item) => {
      const row = unmarshall(item)
      const text = keyTextOf(row)
      const isSoftRow = isSoft(text)
      const contactKey = keys.contactKeyOf(isSoftRow ? withoutSoft(text) : text)
      if (contactKey === undefined) return []
      const rowKey = keys.rowKey(contactKey)
      return [{ row, isSoftRow, newKey: isSoftRow ? softKey(rowKey) : rowKey }]
    })
    from = page.LastEvaluatedKey
  } while (from !== undefined)
}

const move = (table: DynamoTable, one: RowBefore): Promise<void> =>
  one.isSoftRow ? moveSoftBounces(table, one) : moveSuppression(table, one)

/** The version before knew e-mail addresses only, and stored no kind. */
const KIND = { kind: 'email' }
const readBefore = (row: Row) => SuppressionSchema.safeParse({ ...row, ...KIND, contactKey: '' }).data
const readNow = (row: Row | undefined) => SuppressionSchema.safeParse({ ...row, contactKey: '' }).data

/** A row that cannot be read is moved as it is. Where both stand, the one that suppressed first stays. */
async function moveSuppression(table: DynamoTable, { row, newKey }: RowBefore): Promise<void> {
  const moved = { ...row, ...KIND, ...keyed(newKey) }
  if ((await putRow(table, moved, absent(KEY))) === 'lost') {
    const old = readBefore(row)
    const now = readNow(await getRow(table, keyed(newKey)))
    // A suppression never changes once it is written, so this overwrites what was read, or the same row moved by another run.
    if (old && now && old.at < now.at) await putRow(table, moved)
  }
  await deleteRow(table, keyed(keyTextOf(row)))
}

/**
 * Joined with those counted under the new name meanwhile, by the id of each mail, so that it does not matter who else moves them or which answer is
 * lost. An erasure suppresses the contact point before it removes the bounces: either that is seen here, or what is written here is removed there. The
 * old row goes last: while it stands, the next run does all of this again.
 */
async function moveSoftBounces(table: DynamoTable, { row, newKey }: RowBefore): Promise<void> {
  const oldKey = keyTextOf(row)
  await joinSoftBounces(table, { row, newKey })
  // Bounces count towards a suppression: a contact point that is suppressed for any reason needs none.
  if (await isSuppressed(table, [withoutSoft(oldKey), withoutSoft(newKey)])) await deleteRow(table, keyed(newKey))
  await deleteRow(table, keyed(oldKey))
}

async function joinSoftBounces(table: DynamoTable, { row, newKey }: Omit<RowBefore, 'isSoftRow'>): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const now = await getRow(table, keyed(newKey))
    const joined = now === undefined ? row.bounces : JSON.stringify({ ...readableBounces(row), ...readableBounces(now) })
    const written = await putRow(table, { ...row, ...keyed(newKey), bounces: joined }, unchanged('bounces', now?.bounces))
    if (written === 'written') return
  }
  throw new Error('the soft bounces of one contact point keep changing')
}

/** Under one of these names, which are read in turn: the old one first, because its row may be moved at this moment. */
async function isSuppressed(table: DynamoTable, names: readonly string[]): Promise<boolean> {
  for (const name of names) if (await getRow(table, keyed(name))) return true
  return false
}

/** Bounces that cannot be read count as none. */
function readableBounces(row: Row | undefined): Bounces {
  try {
    return bouncesIn(row)
  } catch (error) {
    if (error instanceof UnreadableRowError) return {}
    throw error
  }
}
