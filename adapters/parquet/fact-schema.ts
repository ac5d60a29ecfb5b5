/**
 * The types of facts in a Parquet file. Those that are written with a converted type have no logical type beside it: with one that says UTC, DuckDB would
 * read a `timestamp with time zone`, and Athena has no such column in a table.
 */
import type { SchemaElement } from 'hyparquet'
import { type Column, type ColumnType, FACT_TABLES, type FactKind, isNullable, typeOfColumn } from '#core/facts/fact-tables.ts'

export type ParquetKind = Readonly<Pick<SchemaElement, 'type' | 'converted_type'>>

export const PARQUET_TYPES: Readonly<Record<ColumnType, ParquetKind>> = {
  bigint: { type: 'INT64' },
  int: { type: 'INT32' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  boolean: { type: 'BOOLEAN' },
  /** Days since 1970. */
  date: { type: 'INT32', converted_type: 'DATE' },
  /** Milliseconds since 1970, UTC. */
  timestamp: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
}

type FactElement = Readonly<Pick<SchemaElement, 'name' | 'type' | 'converted_type' | 'repetition_type' | 'num_children'>>

export interface FactColumn {
  readonly name: string
  readonly type: ColumnType
  readonly nullable: boolean
}

/** In the order of the table. */
export const columnsOf = (kind: FactKind): readonly FactColumn[] =>
  Object.entries<Column>(FACT_TABLES[kind]).map(([name, column]) => ({
    name,
    type: typeOfColumn(column),
    nullable: isNullable(column),
  }))

export function schemaOf(kind: FactKind): FactElement[] {
  const columns = columnsOf(kind)
  return [
    { name: kind, num_children: columns.length },
    ...columns.map(({ name, type, nullable }) => ({
      name,
      ...PARQUET_TYPES[type],
      repetition_type: nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
    })),
  ]
}
