/**
 * Facts as Parquet files in a folder or a bucket: `touches/day=2027-02-06/facts.parquet`. A kind of which nothing happened on the day has a file
 * without rows.
 */
import { factKey } from '#adapters/parquet/layout.ts'
import { readFacts } from '#adapters/parquet/read-facts.ts'
import { writeFacts } from '#adapters/parquet/write-facts.ts'
import type { FactStore } from '#app/ports/numbers.ts'
import { FACT_KINDS, type FactKind } from '#core/facts/fact-tables.ts'
import { isLocalDate, type LocalDate } from '#core/time/local-date.ts'

/** Where the files lie. */
export interface FactFiles {
  /** Replaces the file as a whole, or leaves it as it was. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Undefined where there is none. */
  get(key: string): Promise<Uint8Array | undefined>
}

export class FactFileError extends Error {
  name = 'FactFileError'
}

/** Most files of most days are such: each is made once. */
const madeWithoutRows = new Map<FactKind, Uint8Array>()

function withoutRows(kind: FactKind): Uint8Array {
  const known = madeWithoutRows.get(kind) ?? writeFacts(kind, [])
  madeWithoutRows.set(kind, known)
  return known
}

export function parquetFactStore(files: FactFiles): FactStore {
  return {
    write: async (day, facts) => {
      const put = (kind: FactKind, bytes: Uint8Array) => files.put(keyOf(kind, day), bytes)
      await Promise.all(FACT_KINDS.map((kind) => facts[kind].length === 0 && put(kind, withoutRows(kind))))
      // One after the other: the bytes of one kind are let go before the next is made.
      for (const kind of FACT_KINDS) if (facts[kind].length > 0) await put(kind, writeFacts(kind, facts[kind]))
    },
    read: async (kind, day) => {
      const key = keyOf(kind, day)
      const bytes = await files.get(key)
      if (bytes === undefined) return []
      try {
        return await readFacts(kind, { day, bytes })
      } catch (cause) {
        throw new FactFileError(`the facts in ${key} cannot be read: ${cause instanceof Error ? cause.message : cause}`, {
          cause,
        })
      }
    },
  }
}

/** Days come from people too (`--from`): none may lead out of the folder. */
function keyOf(kind: FactKind, day: LocalDate): string {
  if (!isLocalDate(day)) throw new RangeError(`not a day: ${day}`)
  return factKey(kind, day)
}
