/** Occurrences in DynamoDB: one partition each, with the occurrence itself, its slices and its batches. */
import * as z from 'zod'
import { absent, absentOr, both, follows, unchanged } from '#adapters/dynamo/conditions.ts'
import { META, occurrenceOf, occurrenceRow, occurrencesBetween, occurrencesOf } from '#adapters/dynamo/occurrence-rows.ts'
import { openOccurrences } from '#adapters/dynamo/open-occurrences.ts'
import { packedRecipients, unpackedRecipients } from '#adapters/dynamo/packed-recipients.ts'
import { queryAll, queryPages, type RowQuery } from '#adapters/dynamo/query-rows.ts'
import { getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, joined, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { countTrouble, forgetInCounts, removeNamesInCounts, troubleCounts } from '#adapters/dynamo/trouble-counts.ts'
import { ofUnchangedRows } from '#adapters/dynamo/unchanged-rows.ts'
import { markedBatches, markUnknown, UNKNOWN_MARK } from '#adapters/dynamo/unknown-marks.ts'
import { deleteRow, putRow, updateRow } from '#adapters/dynamo/write-rows.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { batchPrefix, checkBatchId } from '#core/planning/batch-id.ts'
import { type Decision, DecisionSchema } from '#core/planning/decision.ts'
import { type Batch, BatchSchema, RanksSchema, SliceSchema } from '#core/planning/occurrence.ts'

const MAILED = 'mailed'
const RANKS = 'ranks#'
/** Five thousand people. */
const BATCHES_A_PAGE = 10

export function dynamoOccurrenceStore(table: DynamoTable): OccurrenceStore {
  const knownSliceOf = ofUnchangedRows(({ occurrenceId, item }) => joined(String(occurrenceId), String(item)), sliceOf)
  const itemsOf = (occurrenceId: string, beginsWith: string, query: Pick<RowQuery, 'eventuallyConsistent' | 'except'> = {}) =>
    queryAll(table, {
      partition: { attribute: 'occurrenceId', is: occurrenceId },
      sort: { attribute: 'item', beginsWith },
      ...query,
    })
  const get = async (occurrenceId: string) => {
    const row = await getRow(table, { occurrenceId, item: META })
    return row && occurrenceOf(row)
  }
  const mailedIn = async (occurrenceId: string) => {
    const row = await getRow(table, { occurrenceId, item: MAILED })
    return row === undefined ? NO_MAILED : readAs(MailedRow, row, `how many were written to in ${occurrenceId}`)
  }
  return {
    get,
    between: (from, to) => occurrencesBetween(table, { from, to }),
    ofCampaign: (asked) => occurrencesOf(table, asked),
    stillOpen: openOccurrences(table),
    open: (occurrence) => putRow(table, occurrenceRow(occurrence), follows('version', 0)),
    update: async (occurrence) =>
      occurrence.version < 1 ? 'lost' : putRow(table, occurrenceRow(occurrence), follows('version', occurrence.version)),
    slices: async (occurrenceId) => (await itemsOf(occurrenceId, 'slice#')).map(sliceOf),
    slice: async (occurrenceId, slice) => {
      const row = await getRow(table, { occurrenceId, item: sliceItem(slice) })
      return row && sliceOf(row)
    },
    slicesEventually: async (occurrences) => {
      const keys = occurrences.flatMap(({ occurrenceId, slices }) =>
        Array.from({ length: slices }, (_, slice) => ({ occurrenceId, item: sliceItem(slice) })),
      )
      const found = (await getRows(table, keys, { eventuallyConsistent: true }))
        .map(knownSliceOf)
        .toSorted((a, b) => a.slice - b.slice)
      const byOccurrence = Map.groupBy(found, ({ occurrenceId }) => occurrenceId)
      return new Map(occurrences.map(({ occurrenceId }) => [occurrenceId, byOccurrence.get(occurrenceId) ?? []]))
    },
    putSlice: async (slice) => {
      await putRow(table, { ...slice, item: sliceItem(slice.slice) })
    },
    // `open` sorts before `refresh`.
    putRanks: (ranks) => putRow(table, { ...ranks, item: ranksItem(ranks.slice) }, absentOr('pass', '<', ranks.pass)),
    ranks: async (occurrenceId) => (await itemsOf(occurrenceId, RANKS)).map(ranksOf),
    ranksOfSlice: async (occurrenceId, slice) => {
      const row = await getRow(table, { occurrenceId, item: ranksItem(slice) })
      return row && ranksOf(row)
    },
    batches: async (occurrenceId) => (await itemsOf(occurrenceId, 'batch#')).map(batchOf),
    batchPages: async function* (occurrenceId) {
      const partition = { attribute: 'occurrenceId', is: occurrenceId }
      const sort = { attribute: 'item', beginsWith: 'batch#' }
      for await (const rows of queryPages(table, { partition, sort, pageSize: BATCHES_A_PAGE })) yield rows.map(batchOf)
    },
    batchesEventually: async (occurrenceId) =>
      (await itemsOf(occurrenceId, 'batch#', { eventuallyConsistent: true })).map(batchOf),
    unfinishedBatches: async (occurrenceId) => {
      const except = { attribute: 'state', is: 'done' }
      return (await itemsOf(occurrenceId, 'batch#', { eventuallyConsistent: true, except })).map(batchOf)
    },
    batchesOfSlice: async (occurrenceId, slice) => (await itemsOf(occurrenceId, batchItem(batchPrefix(slice)))).map(batchOf),
    batch: async (occurrenceId, batchId) => {
      const row = await getRow(table, { occurrenceId, item: batchItem(batchId) })
      return row && batchOf(row)
    },
    putBatch: async (batch) => {
      await markUnknown(table, batch)
      return putRow(table, batchRow(batch), follows('version', batch.version))
    },
    batchesOnceUnknown: async (asked) => {
      const { occurrenceId } = asked
      const keys = (await markedBatches(table, asked)).map((batchId) => ({ occurrenceId, item: batchItem(batchId) }))
      const rows = await getRows(table, keys, { eventuallyConsistent: true })
      return rows.map(batchOf).toSorted((a, b) => (a.batchId < b.batchId ? -1 : 1))
    },
    marksThroughout: async (occurrenceId) => {
      const { people, marked } = await mailedIn(occurrenceId)
      return marked === people
    },
    noteTrouble: (trouble) => countTrouble(table, trouble),
    troubles: (occurrenceId) => troubleCounts(table, occurrenceId),
    countMailed: async ({ occurrenceId, people }) => {
      await updateRow(table, { key: { occurrenceId, item: MAILED }, add: { people, marked: people } })
    },
    mailed: async (occurrenceId) => (await mailedIn(occurrenceId)).people,
    removeBatch: ({ occurrenceId, batchId, version }) => {
      const planned = { expression: '#state = :planned', names: { '#state': 'state' }, values: { ':planned': 'planned' } }
      return deleteRow(table, { occurrenceId, item: batchItem(batchId) }, both(planned, unchanged('version', version)))
    },
    decide: async (decision) => {
      await putRow(table, { ...decision, item: decisionItem(decision) }, absent('item'))
    },
    decisions: async (occurrenceId) =>
      (await itemsOf(occurrenceId, 'decision#')).map((row) => readAs(DecisionSchema, row, `a decision on ${occurrenceId}`)),
    rename: async ({ occurrenceId, customerId, as }) => {
      await forgetInCounts(table, { occurrenceId, customerId, as })
      for (const row of await itemsOf(occurrenceId, 'decision#')) {
        const decision = readAs(DecisionSchema, row, `a decision on ${occurrenceId}`)
        if (decision.customerId !== customerId) continue
        const renamed = { ...decision, customerId: as }
        await putRow(table, { ...renamed, item: decisionItem(renamed) })
        await deleteRow(table, { occurrenceId, item: decisionItem(decision) })
      }
    },
    removeExpired: async ({ occurrenceId, batchId }) => {
      await deleteRow(table, { occurrenceId, item: batchItem(batchId) })
    },
    removeNames: async (occurrenceId) => {
      await removeNamesInCounts(table, occurrenceId)
      for (const naming of NAMING) {
        for (const { item } of await itemsOf(occurrenceId, naming)) await deleteRow(table, { occurrenceId, item: String(item) })
      }
    },
  }
}

/** The prefixes of items that name customers, except those of trouble, of marks on such items, and of places by which one could be told. */
const NAMING = ['batch#', 'decision#', UNKNOWN_MARK, RANKS]

/** On a stopped clock two decisions about one customer may have the same instant. So the decision is part of the key. */
const decisionItem = ({ at, customerId, decision }: Decision) => `decision#${at}#${customerId}#${decision}`

const sliceItem = (slice: number) => `slice#${String(slice).padStart(3, '0')}`

const ranksItem = (slice: number) => `${RANKS}${String(slice).padStart(3, '0')}`

const ranksOf = (row: Row) => readAs(RanksSchema, row, `the ranks of a slice of ${String(row.occurrenceId)}`)

const sliceOf = (row: Row) => readAs(SliceSchema, row, `a slice of ${String(row.occurrenceId)}`)

const batchItem = (batchId: string) => `batch#${batchId}`

function batchRow(batch: Batch): Row {
  checkBatchId(batch)
  const { batchId, takenAt, recipients } = batch
  return { ...batch, item: batchItem(batchId), takenAt: takenAt ?? undefined, recipients: packedRecipients(recipients) }
}

function batchOf(row: Row): Batch {
  const name = `batch ${String(row.batchId)} of ${String(row.occurrenceId)}`
  const { takenAt = null, recipients, ...rest } = readAs(BatchRow, row, name)
  return { ...rest, takenAt, recipients: unpackedRecipients(recipients, name) }
}

/** `marked`: those of `people` that a version counted which marks unknown outcomes. */
const MailedRow = z.object({ people: z.int(), marked: z.int().default(0) })
const NO_MAILED: z.infer<typeof MailedRow> = { people: 0, marked: 0 }
const BatchRow = BatchSchema.extend({ takenAt: BatchSchema.shape.takenAt.optional(), recipients: z.unknown() })
