/**
 * The bytes of a Parquet file as rows of facts. A column that the file lacks, because it was added to the table since, reads as null; a column that this
 * version does not know is left out.
 */
import { type FileMetaData, parquetMetadata, parquetRead, type SchemaElement } from 'hyparquet'
import { type FactValue, PARSERS } from '#adapters/parquet/column-values.ts'
import { columnsOf, type FactColumn, PARQUET_TYPES, type ParquetKind } from '#adapters/parquet/fact-schema.ts'
import { DECOMPRESSORS } from '#adapters/parquet/zstd.ts'
import type { DatedFact, FactKind } from '#core/facts/fact-tables.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** Throws for bytes that are no whole file of the kind: they must never pass for a day on which nothing happened. */
export async function readFacts<Kind extends FactKind>(
  kind: Kind,
  { day, bytes }: { readonly day: LocalDate; readonly bytes: Uint8Array },
): Promise<readonly DatedFact<Kind>[]> {
  // The reader takes an ArrayBuffer, of which Node's buffers may be a part.
  const file = new Uint8Array(bytes).buffer
  const metadata = parquetMetadata(file)
  const columns = columnsOf(kind)
  const present = columns.filter((column) => isIn(metadata, column)).map(({ name }) => name)
  const rows: Record<string, FactValue>[] = Array.from({ length: Number(metadata.num_rows) }, () => ({ day }))
  for (const { name } of columns) for (const row of rows) row[name] = null
  let read = 0
  await parquetRead({
    file,
    metadata,
    columns: present,
    compressors: DECOMPRESSORS,
    parsers: PARSERS,
    onChunk: ({ columnName, columnData, rowStart }) => {
      read += columnData.length
      for (let at = 0; at < columnData.length; at++) {
        const row = rows[rowStart + at]
        if (row) row[columnName] = columnData[at] ?? null
      }
    },
  })
  if (read !== rows.length * present.length) throw new Error(`it has ${read} values of ${rows.length * present.length}`)
  // The schema of the file was held against the table's; TypeScript cannot follow that.
  return rows as unknown as readonly DatedFact<Kind>[]
}

/** A column without which older files exist can only be one that may be null. */
function isIn({ schema }: FileMetaData, { name, type, nullable }: FactColumn): boolean {
  const found = schema.slice(1).find((element) => element.name === name)
  if (found === undefined && !nullable) throw new Error(`it has no column ${name}`)
  if (found !== undefined && !isOf(PARQUET_TYPES[type], found)) throw new Error(`its column ${name} is no ${type}`)
  return found !== undefined
}

const isOf = ({ type, converted_type }: ParquetKind, found: SchemaElement): boolean =>
  found.type === type && found.converted_type === converted_type
