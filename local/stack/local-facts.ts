/** The files of facts on this machine: in the state folder, or in memory where there is none. */
import { join } from 'node:path'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import type { FactStore } from '#app/ports/numbers.ts'
import { type DatedFact, FACT_KINDS, type FactKind } from '#core/facts/fact-tables.ts'
import { FACTS } from '#local/stack/environment.ts'

export const localFacts = (folder: string | null): FactStore =>
  folder === null ? memoryFactStore() : remembered(parquetFactStore(factFolder(join(folder, FACTS))))

/**
 * Each file is read once while the system runs: a moved year is rolled up in many passes, and the sample company's facts are few. No other process
 * writes them.
 */
function remembered(files: FactStore): FactStore {
  const known = new Map<string, readonly DatedFact<FactKind>[]>()
  const keyOf = (kind: FactKind, day: string) => `${kind} ${day}`
  return {
    write: async (day, facts) => {
      for (const kind of FACT_KINDS) known.delete(keyOf(kind, day))
      await files.write(day, facts)
      for (const kind of FACT_KINDS)
        known.set(
          keyOf(kind, day),
          facts[kind].map((row) => ({ day, ...row })),
        )
    },
    read: async <Kind extends FactKind>(kind: Kind, day: string) => {
      const rows = known.get(keyOf(kind, day)) ?? (await files.read(kind, day))
      known.set(keyOf(kind, day), rows as readonly DatedFact<FactKind>[])
      // Under the key of a kind stand rows of that kind alone.
      return rows as readonly DatedFact<Kind>[]
    },
  }
}
