/**
 * The do-not-call list in the table of suppressions. Each run of an import writes its numbers under its own run number, and one conditional write of the
 * row about all puts the run in force: until then readers see the list before, wherever the run breaks off. Rows of earlier runs go afterwards.
 *
 * A run that another one overtook cannot come into force. So only rows of runs with a smaller number than the one in force may be removed: a run that
 * began later has a larger one, and may be writing at this moment.
 */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { unchanged } from '#adapters/dynamo/conditions.ts'
import { getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import { removeRunsBefore } from '#adapters/dynamo/remove-runs.ts'
import { type DynamoTable, readAs } from '#adapters/dynamo/rows.ts'
import { claimTable, stateOf } from '#adapters/dynamo/suppression-mark.ts'
import { keyed, keyTextOf, LISTS, listedKey, type SuppressionTable } from '#adapters/dynamo/suppression-rows.ts'
import { putRows, updateRow } from '#adapters/dynamo/write-rows.ts'
import type { DoNotCallList, DoNotCallReplaced, NewDoNotCallList } from '#app/ports/consent.ts'
import type { DoNotCallInForce } from '#core/audience/do-not-call.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

const ListsRow = z.object({
  /** The last run that began. */
  begun: z.number(),
  /** The run that put the list in force; missing while none is. Two runs that replace the same list differ in it, so the second one loses. */
  switchedBy: z.number().optional(),
  inForce: z
    .object({
      /** Under whose number the rows stand: a run that finds the same numbers writes none. */
      run: z.number(),
      asOf: LocalDateSchema,
      count: z.number(),
      contents: z.string(),
    })
    .optional(),
})
type Lists = Readonly<z.infer<typeof ListsRow>>

const TRIES = 10
/** After so many the writing is told of. */
const ROWS_TOLD = 5_000

export function dynamoDoNotCallList(table: SuppressionTable): DoNotCallList {
  /** Throws when the table belongs to another key: no number would be found. */
  const keysOfTable = async () => {
    const keys = await table.keys()
    return { keys, state: await stateOf(table, keys) }
  }
  return {
    inForce: () => doNotCallInForce(table),
    among: async (contactKeys) => {
      if (contactKeys.length === 0) return new Set()
      const { keys } = await keysOfTable()
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const run = (await listsIn(table)).inForce?.run
        if (run === undefined) return new Set()
        const named = new Map(contactKeys.map((key) => [listedKey(run, keys.rowKey(key)), key]))
        const rows = await getRows(table, [...named.keys()].map(keyed))
        // Another list may have come into force meanwhile and the rows of this one been removed: their absence would make every number free.
        if ((await listsIn(table)).inForce?.run === run) return new Set(rows.map((row) => named.get(keyTextOf(row)) ?? ''))
      }
      throw new Error('the do-not-call list keeps changing')
    },
    replace: async (list) => {
      const { keys, state } = await keysOfTable()
      if (state === 'unclaimed') await claimTable(table, keys)
      const rowKeys = [...list.contactKeys].map(keys.rowKey).toSorted()
      const replaced = await replace(table, { ...list, rowKeys })
      const run = (await listsIn(table)).inForce?.run
      if (run !== undefined) await removeRunsBefore(table, { run, onRemoved: (removed) => list.onProgress?.({ removed }) })
      return replaced
    },
  }
}

/** Needs no key: it asks about no number. */
export async function doNotCallInForce(table: DynamoTable): Promise<DoNotCallInForce | undefined> {
  const { inForce } = await listsIn(table)
  return inForce && { asOf: inForce.asOf, count: inForce.count }
}

async function listsIn(table: DynamoTable): Promise<Lists> {
  const row = await getRow(table, LISTS)
  return row === undefined ? { begun: 0 } : readAs(ListsRow, row, 'the do-not-call lists')
}

async function replace(
  table: DynamoTable,
  { asOf, at, rowKeys, onProgress }: Omit<NewDoNotCallList, 'contactKeys'> & { readonly rowKeys: readonly string[] },
): Promise<DoNotCallReplaced> {
  const { inForce, switchedBy, begun: run } = await begin(table)
  if (inForce !== undefined && asOf < inForce.asOf) return 'older'
  const contents = createHash('sha256').update(rowKeys.join('\n')).digest('base64url')
  const isSame = inForce?.contents === contents
  if (isSame && inForce.asOf === asOf) return 'unchanged'
  // The same numbers on a later day: their rows stand already.
  if (!isSame)
    for (let written = 0; written < rowKeys.length; ) {
      const part = rowKeys.slice(written, written + ROWS_TOLD)
      await putRows(
        table,
        part.map((key) => keyed(listedKey(run, key))),
      )
      written += part.length
      onProgress?.({ written, of: rowKeys.length })
    }
  const next = { run: isSame ? inForce.run : run, asOf, count: rowKeys.length, contents }
  const condition = unchanged('switchedBy', switchedBy)
  const written = await updateRow(table, { key: LISTS, set: { inForce: next, switchedBy: run, at }, condition })
  return written === 'written' ? 'replaced' : 'overtaken'
}

/** Takes the next run number, and reads which list that run is to replace. */
async function begin(table: DynamoTable): Promise<Lists> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const lists = await listsIn(table)
    const begun = lists.begun + 1
    const condition = unchanged('begun', lists.begun === 0 ? undefined : lists.begun)
    if ((await updateRow(table, { key: LISTS, set: { begun }, condition })) === 'written') return { ...lists, begun }
  }
  throw new Error('imports of the do-not-call list keep beginning')
}
