/** The files of facts on this machine: in the state folder, or in memory where there is none. */
import { join } from 'node:path'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import type { FactStore } from '#app/ports/numbers.ts'
import { FACTS } from '#local/stack/environment.ts'

export const localFacts = (folder: string | null): FactStore =>
  folder === null ? memoryFactStore() : parquetFactStore(factFolder(join(folder, FACTS)))
