/**
 * Suppressed contact points in DynamoDB. An unreadable row still stops the mail.
 *
 * Until the table is marked as keyed (key-suppressions.ts), rows of the version before stop mails too. They are read first, and the rows under the new
 * keys after them: the migration writes the new row before it deletes the old one, so a reader in this order misses neither. Once the mark was seen,
 * each contact point is one key again, and the mark is read no more. Until then a new suppression of an address is written under the old name as well:
 * functions of the version before may run beside, or again after a deployment that was rolled back.
 */
import type { SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { absent, unchanged } from '#adapters/dynamo/conditions.ts'
import { type Freshness, getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import type { Row } from '#adapters/dynamo/rows.ts'
import { claimTable, stateOf } from '#adapters/dynamo/suppression-mark.ts'
import {
  type Bounces,
  bouncesIn,
  KEY,
  keyed,
  keyTextOf,
  type SuppressionTable,
  softKey,
} from '#adapters/dynamo/suppression-rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { SuppressionList } from '#app/ports/consent.ts'
import { type Suppression, SuppressionSchema } from '#core/audience/suppression.ts'
import type { Instant } from '#core/time/instant.ts'

/** `eventuallyConsistent` is only for callers that display the list. A sender must see the opt-out of a moment ago. */
export function dynamoSuppressionList(table: SuppressionTable, freshness: Freshness = {}): SuppressionList {
  let sawMark = false
  /** The key, checked against the table's mark, and how rows of the version before are named while some may be left. */
  const ready = async () => {
    const keys = await table.keys()
    const state = sawMark ? 'keyed' : await stateOf(table, keys)
    sawMark ||= state === 'keyed'
    return { keys, state, before: sawMark ? () => undefined : keys.keyBefore }
  }
  /** The same before a row is written: the first one binds the table to the key. */
  const readyToWrite = async () => {
    const known = await ready()
    if (known.state === 'unclaimed') await claimTable(table, known.keys)
    return known
  }
  const rowsUnder = async (named: ReadonlyMap<string, string>, kindBefore?: string) => {
    const rows = await getRows(table, [...named.keys()].map(keyed), freshness)
    return rows.map((row) => readSuppression(row, { contactKey: named.get(keyTextOf(row)) ?? '', kindBefore }))
  }
  return {
    among: async (contactKeys) => {
      if (contactKeys.length === 0) return new Map()
      const { keys, before } = await ready()
      const old = new Map(contactKeys.flatMap((key) => namedBy(before(key), key)))
      const foundOld = old.size > 0 ? await rowsUnder(old, 'email') : []
      const found = await rowsUnder(new Map(contactKeys.map((key) => [keys.rowKey(key), key])))
      return firstReasons(new Map(found), foundOld)
    },
    noteSoftBounce: (bounce) => noteSoftBounce(table, { bounce, ready: readyToWrite }),
    forgetSoftBounces: async (contactKey) => {
      const { keys } = await ready()
      // Under the old name also when the mark was seen: a function of the version before may have counted late, and the next migration would find it.
      for (const name of [keys.keyBefore(contactKey), keys.rowKey(contactKey)])
        if (name !== undefined) await deleteRow(table, keyed(softKey(name)))
    },
    add: async ({ contactKey, ...rest }) => {
      const { keys, before } = await readyToWrite()
      // The old name first: until the table is marked, functions of both versions find the suppression from this write on.
      for (const name of [before(contactKey), keys.rowKey(contactKey)])
        if (name !== undefined) await putRow(table, { ...keyed(name), ...rest }, absent(KEY))
    },
  }
}

const namedBy = (name: string | undefined, key: string): readonly (readonly [string, string])[] =>
  name === undefined ? [] : [[name, key]]

type Found = readonly (readonly [string, Suppression | 'unreadable'])[]

/** Where both names are found, the suppression of the earlier time, as the migration decides as well; a row that cannot be read is not hidden. */
function firstReasons(found: Map<string, Suppression | 'unreadable'>, foundOld: Found): Map<string, Suppression | 'unreadable'> {
  for (const [key, old] of foundOld) {
    const now = found.get(key)
    const nowStays = now === 'unreadable' || (now !== undefined && old !== 'unreadable' && now.at < old.at)
    if (!nowStays) found.set(key, old)
  }
  return found
}

function readSuppression(
  row: Row,
  { contactKey, kindBefore }: { readonly contactKey: string; readonly kindBefore: string | undefined },
): readonly [string, Suppression | 'unreadable'] {
  const parsed = SuppressionSchema.safeParse({ ...row, contactKey, kind: kindBefore ?? row.kind })
  return [contactKey, parsed.success ? parsed.data : 'unreadable']
}

type Ready = () => Promise<{
  readonly keys: SuppressionKeys
  readonly before: (contactKey: string) => string | undefined
}>

/**
 * Soft bounces of a contact point: one small row with the id of each mail. Those that the version before counted are counted with them and stay where
 * they are: only the migration moves them, so an erasure that removes them meanwhile has removed them. They are read first, as with suppressions.
 */
async function noteSoftBounce(
  table: SuppressionTable,
  { bounce, ready }: { readonly bounce: Parameters<SuppressionList['noteSoftBounce']>[0]; readonly ready: Ready },
): Promise<number> {
  const { contactKey, providerId, at, since } = bounce
  const { keys, before } = await ready()
  const old = before(contactKey)
  const key = keyed(softKey(keys.rowKey(contactKey)))
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const countedBefore = old === undefined ? {} : bouncesIn(await getRow(table, keyed(softKey(old))))
    const row = await getRow(table, key)
    const counted = bouncesSince(since, { ...bouncesIn(row), [providerId]: at })
    const written = await putRow(table, { ...key, bounces: JSON.stringify(counted) }, unchanged('bounces', row?.bounces))
    if (written === 'written') return Object.keys({ ...bouncesSince(since, countedBefore), ...counted }).length
  }
  throw new Error('the soft bounces of one contact point keep changing')
}

const bouncesSince = (since: Instant, bounces: Bounces): Bounces =>
  Object.fromEntries(Object.entries(bounces).filter(([, when]) => when > since))

const TRIES = 10
