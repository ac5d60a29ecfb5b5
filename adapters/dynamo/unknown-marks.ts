/**
 * Marks of the batches in which an outcome is unknown, so that a page finds the few of a large occurrence without reading all its people. The mark is
 * written before the batch, so a crash between the two leaves a mark too many and never one too few. It stays when the outcome is settled: a reader
 * looks into the batch.
 */
import { queryPages } from '#adapters/dynamo/query-rows.ts'
import type { DynamoTable, Row } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { Batch } from '#core/planning/occurrence.ts'

export const UNKNOWN_MARK = 'unknown#'

export async function markUnknown(table: DynamoTable, { occurrenceId, batchId, recipients }: Batch): Promise<void> {
  if (recipients.some(({ outcome }) => outcome.state === 'unknown'))
    await putRow(table, { occurrenceId, item: `${UNKNOWN_MARK}${batchId}` })
}

/** Their ids, in order. */
export async function markedBatches(
  table: DynamoTable,
  { occurrenceId, limit }: { readonly occurrenceId: string; readonly limit: number },
): Promise<readonly string[]> {
  const found: string[] = []
  const query = {
    partition: { attribute: 'occurrenceId', is: occurrenceId },
    sort: { attribute: 'item', beginsWith: UNKNOWN_MARK },
    eventuallyConsistent: true,
    pageSize: limit,
  }
  for await (const rows of queryPages(table, query)) {
    found.push(...rows.map(batchIdOf))
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}

const batchIdOf = ({ item }: Row) => String(item).slice(UNKNOWN_MARK.length)
