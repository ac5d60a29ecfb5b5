/** The result of every import, and the listener that hears each problem as it comes: a file can have more problems than fit in memory. */
import type { BrokenRow, RowProblem, RowRemark, TableRow } from '#core/customer/table-row.ts'

/** read = added + changed + unchanged + refused + superseded. */
export interface ImportReport {
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  /** Rows that a later row of the same file replaces. */
  readonly superseded: number
  readonly warnings: number
}

export interface ImportListener {
  problem(problem: RowProblem): Promise<void> | void
  warning(remark: RowRemark): Promise<void> | void
  /** After each chunk: rows dealt with so far. */
  progress(read: number): void
}

export type Row<Column extends string> = TableRow<Column> | BrokenRow

/** Rows worked on together: as many as one read of the stores may ask for. */
export const IMPORT_CHUNK = 100

export async function* inChunks<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let chunk: T[] = []
  for await (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

/** Counts while it listens. */
export function importTally(listener: ImportListener) {
  const counts = { read: 0, added: 0, changed: 0, unchanged: 0, refused: 0, superseded: 0, warnings: 0 }
  return {
    counts,
    async refuse(problems: readonly RowProblem[]) {
      counts.refused++
      for (const problem of problems) await listener.problem(problem)
    },
    async warn(remarks: readonly RowRemark[]) {
      counts.warnings += remarks.length
      for (const remark of remarks) await listener.warning(remark)
    },
  }
}
