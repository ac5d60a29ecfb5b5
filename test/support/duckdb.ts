/**
 * A folder of facts as DuckDB sees it: one table for each kind, read once, with the day of each file. Values come as the facts have them: 64 bits as bigint, a date as
 * `2027-02-06`, a timestamp as an instant.
 */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBResultReader, JS } from '@duckdb/node-api'
import { z } from 'zod'
import { type Column, type ColumnType, FACT_KINDS, FACT_TABLES, type FactKind, typeOfColumn } from '#core/facts/fact-tables.ts'

/** docs/facts.md promises these. */
export const DUCKDB_TYPES: Readonly<Record<ColumnType, string>> = {
  bigint: 'BIGINT',
  int: 'INTEGER',
  text: 'VARCHAR',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
}

/** A count or a sum, whatever the width that DuckDB gives it, as a number; refused where a number cannot hold it exactly. */
export const wholeNumber = z
  .union([z.bigint(), z.number()])
  .transform(Number)
  .refine(Number.isSafeInteger, 'more than a number holds exactly')

export interface FactDatabase {
  /** Each row is parsed: a column of another type than expected is an error. */
  query<Row extends z.ZodType>(row: Row, sql: string): Promise<readonly z.infer<Row>[]>
  /** The types of the columns that a statement gives. */
  types(sql: string): Promise<Readonly<Record<string, string>>>
  close(): void
}

/** Opened in memory: what is asked changes no file. */
export async function openFacts(folder: string): Promise<FactDatabase> {
  const { DuckDBInstance } = await binding()
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const kind of FACT_KINDS) await connection.run(tableOf(kind, folder))
  return {
    query: async (row, sql) => z.array(row).parse(rowsOf(await connection.runAndReadAll(sql))),
    types: async (sql) => {
      const result = await connection.runAndReadAll(sql)
      return Object.fromEntries(result.columnNames().map((name, at) => [name, String(result.columnType(at))]))
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** The check of every figure stands on DuckDB: where it cannot run, the test says so and fails. */
async function binding() {
  try {
    return await import('@duckdb/node-api')
  } catch (cause) {
    throw new Error(`DuckDB has no binding for ${process.platform}-${process.arch} here`, { cause })
  }
}

/** As docs/facts.md says it. */
export const filesOf = (kind: FactKind, folder: string): string =>
  `read_parquet('${join(folder, kind).replaceAll("'", "''")}/day=*/facts.parquet', hive_partitioning => true, hive_types => {'day': DATE}, union_by_name => true)`

/** Columns that no file has yet, and a kind without files, are there without values, as in Athena. */
function tableOf(kind: FactKind, folder: string): string {
  const columns = Object.entries<Column>({ day: 'date', ...FACT_TABLES[kind] }).map(
    ([name, column]) => `CAST(NULL AS ${DUCKDB_TYPES[typeOfColumn(column)]}) AS "${name}"`,
  )
  const empty = `SELECT ${columns.join(', ')} WHERE false`
  const hasFiles = globSync(`${kind}/day=*/facts.parquet`, { cwd: folder }).length > 0
  return `CREATE TABLE "${kind}" AS ${empty}${hasFiles ? ` UNION ALL BY NAME SELECT * FROM ${filesOf(kind, folder)}` : ''}`
}

function rowsOf(result: DuckDBResultReader): readonly Readonly<Record<string, JS>>[] {
  const names = result.columnNames()
  const types = names.map((_, at) => String(result.columnType(at)))
  return result.getRowsJS().map((row) => Object.fromEntries(row.map((value, at) => [names[at], asInFacts(value, types[at])])))
}

/** DuckDB's client makes the same object of a date and of a timestamp. */
const asInFacts = (value: JS, type: string | undefined): JS =>
  value instanceof Date ? value.toISOString().slice(0, type === 'DATE' ? 10 : undefined) : value
