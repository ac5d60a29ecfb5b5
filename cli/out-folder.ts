/**
 * The folder that a command writes its files to. They come under their names all at once, when all are whole: until then they have names of their own,
 * and a command that fails or is interrupted before that removes them and leaves the folder as it was.
 */
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { csvSheet, type Sheet } from '#adapters/csv/csv-sheet.ts'

export interface OutFolder {
  sheet(name: string, columns: readonly string[]): Sheet
  whole(name: string, content: string | Uint8Array): void
  /** A file that is written in parts, each a file; joined in their order when all are whole. */
  parted(name: string, parts: number): PartedFile
}

interface PartedFile {
  readonly files: readonly string[]
  join(): Promise<void>
}

interface Asked {
  /** Undefined: nothing is written. */
  readonly dir: string | undefined
  /** Of these, those that the work does not write are removed at the end: they would tell of another run. */
  readonly names: readonly string[]
}

export async function withOutFolder<Result>(
  { dir, names }: Asked,
  work: (folder: OutFolder | undefined) => Promise<Result>,
): Promise<Result> {
  if (dir === undefined) return work(undefined)
  const outermost = mkdirSync(dir, { recursive: true })
  const parts = partsIn(dir)
  try {
    const result = await work(parts.folder)
    parts.publish(names)
    return result
  } catch (error) {
    await parts.discard()
    if (outermost !== undefined) removeEmpty(resolve(dir), resolve(outermost))
    throw error
  }
}

function partsIn(dir: string) {
  const sheets = new Map<string, Sheet>()
  const written = new Set<string>()
  const temporary: string[] = []
  const partOf = (name: string) => join(dir, `.${name}.${process.pid}.part`)
  return {
    folder: {
      sheet(name, columns) {
        written.add(name)
        const sheet = csvSheet(partOf(name), { columns })
        sheets.set(name, sheet)
        return sheet
      },
      whole(name, content) {
        written.add(name)
        writeFileSync(partOf(name), content)
      },
      parted(name, parts) {
        const [first = partOf(name), ...others] = Array.from({ length: parts }, (_, at) =>
          partOf(at === 0 ? name : `${name}.${at}`),
        )
        temporary.push(first, ...others)
        return {
          files: [first, ...others],
          async join() {
            for (const file of others) {
              await pipeline(createReadStream(file), createWriteStream(first, { flags: 'a' }))
              rmSync(file)
            }
            written.add(name)
          },
        }
      },
    } satisfies OutFolder,
    publish(names: readonly string[]): void {
      for (const name of written) renameSync(partOf(name), join(dir, name))
      for (const name of names) if (!written.has(name)) rmSync(join(dir, name), { force: true })
    },
    async discard(): Promise<void> {
      // A sheet that is still being opened would come back after its removal.
      await Promise.allSettled([...sheets.values()].map((sheet) => sheet.close()))
      for (const file of [...[...written].map(partOf), ...temporary]) rmSync(file, { force: true })
    },
  }
}

/** From the inside out, as far as no other program has put something there. */
function removeEmpty(dir: string, outermost: string): void {
  if (readdirSync(dir).length > 0) return
  rmdirSync(dir)
  if (dir !== outermost) removeEmpty(dirname(dir), outermost)
}
