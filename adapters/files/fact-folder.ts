/** Files of facts in a folder of this machine. */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FactFiles } from '#adapters/parquet/fact-store.ts'

/** A file is written under another name first: a reader finds the old one or the new one, and a writer that dies leaves the old one. */
export const factFolder = (folder: string): FactFiles => ({
  put: async (key, bytes) => {
    const file = join(folder, key)
    // Of each writer its own: the local system and a command may write the same day.
    const unfinished = join(dirname(file), `.${randomUUID()}.unfinished`)
    await mkdir(dirname(file), { recursive: true })
    try {
      await writeFile(unfinished, bytes)
      await rename(unfinished, file)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  },
  get: (key) => readFile(join(folder, key)).catch(undefinedIfMissing),
})

function undefinedIfMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}
