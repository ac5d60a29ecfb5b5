/** Rows of facts as the bytes of a Parquet file. The same rows, in whatever order, give the same bytes. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { inFactOrder } from '#adapters/fact-order.ts'
import { columnOf, type FactRow } from '#adapters/parquet/column-values.ts'
import { columnsOf, schemaOf } from '#adapters/parquet/fact-schema.ts'
import { COMPRESSORS } from '#adapters/parquet/zstd.ts'
import type { Fact, FactKind } from '#core/facts/fact-tables.ts'

/** Columns are made for so many rows at a time: a day of a million touches takes little memory beside its rows. */
const ROWS_OF_GROUP = 100_000

export function writeFacts<Kind extends FactKind>(kind: Kind, rows: readonly Fact<Kind>[]): Uint8Array {
  const writer = new ByteWriter()
  const columns = columnsOf(kind)
  const schema = schemaOf(kind)
  const file = new ParquetWriter({ writer, schema, codec: 'ZSTD', compressors: COMPRESSORS, createdBy: 'tham-hoi' })
  const ordered: readonly FactRow[] = inFactOrder(kind, rows)
  for (let first = 0; first < ordered.length; first += ROWS_OF_GROUP) {
    const group = ordered.slice(first, first + ROWS_OF_GROUP)
    const columnData = columns.map((column) => ({ name: column.name, data: columnOf(group, column) }))
    file.write({ columnData, rowGroupSize: ROWS_OF_GROUP })
  }
  file.finish()
  return writer.getBytes()
}
