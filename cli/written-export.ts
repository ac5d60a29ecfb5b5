/** Writes a person's data page by page: as JSON for machines, and as a document, with their mails and the files of their cases beside it. Only the owner of the files may read them. */
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { HELD_ORDER, type HeldAbout, type HeldMany } from '#app/person/held-about.ts'
import type { CaseFiles } from '#app/ports/case-files.ts'
import type { RawMails } from '#app/ports/listening.ts'
import { filesOf } from '#core/work/case/files-of-case.ts'

/** Attachments of customers are not scanned: they are written as they came and never opened. */
const MOST_RAW_BYTES = 40 * 1024 * 1024

interface ExportTo {
  readonly folder: string
  /** The page, which says how many mails lie beside it. */
  readonly document: (mails: number) => AsyncIterable<string>
  readonly rawMails: Pick<RawMails, 'read'>
  readonly caseFiles: Pick<CaseFiles, 'read'>
}

export async function writeExport(held: HeldAbout, { folder, document, rawMails, caseFiles }: ExportTo): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await writePieces(join(folder, 'person.json'), jsonOf(held))
  await writeFiles(held, { folder, caseFiles })
  await writePieces(join(folder, 'person.html'), document(await writeMails(held, { folder, rawMails })))
}

/** As they came; how many there still are. */
async function writeMails(held: HeldAbout, { folder, rawMails }: Pick<ExportTo, 'folder' | 'rawMails'>): Promise<number> {
  let written = 0
  for await (const page of held.pages.replies()) {
    for (const { replyId, rawKey } of page) {
      const mail = await rawMails.read(rawKey, MOST_RAW_BYTES)
      if (!mail || !('bytes' in mail)) continue
      mkdirSync(join(folder, 'replies'), { recursive: true, mode: 0o700 })
      const file = join(folder, 'replies', `${replyId.replace(/[^A-Za-z0-9_.-]/g, '_')}.eml`)
      rmSync(file, { force: true })
      writeFileSync(file, mail.bytes, { mode: 0o600, flag: 'wx' })
      written++
    }
  }
  return written
}

/** `files/` has what their cases name, each with the beginning of its hash: two may have one name. */
async function writeFiles(held: HeldAbout, { folder, caseFiles }: Pick<ExportTo, 'folder' | 'caseFiles'>): Promise<void> {
  for await (const page of held.pages.work()) {
    for (const item of page) {
      for (const { sha256, name } of filesOf(item)) {
        const bytes = await caseFiles.read({ workId: item.workId, sha256 })
        if (!bytes) continue
        mkdirSync(join(folder, 'files'), { recursive: true, mode: 0o700 })
        const file = join(folder, 'files', `${sha256.slice(0, 12)}-${name.replace(/[^\p{L}\p{N}_.-]/gu, '_')}`)
        rmSync(file, { force: true })
        writeFileSync(file, bytes, { mode: 0o600, flag: 'wx' })
      }
    }
  }
}

/** The same as `exportPerson` holds, with the same names in the same order. */
async function* jsonOf({ once, pages }: HeldAbout): AsyncGenerator<string, void> {
  let comma = '{'
  for (const name of HELD_ORDER) {
    yield `${comma}\n  ${JSON.stringify(name)}: `
    comma = ','
    if (isMany(name, pages)) yield* listOf(pages[name]())
    else yield indented(once[name])
  }
  yield '\n}\n'
}

const isMany = (name: (typeof HELD_ORDER)[number], pages: HeldAbout['pages']): name is keyof HeldMany => name in pages

async function* listOf(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string, void> {
  let comma = '['
  for await (const page of pages) {
    for (const item of page) {
      yield `${comma}\n    ${JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')}`
      comma = ','
    }
  }
  yield comma === '[' ? '[]' : '\n  ]'
}

const indented = (value: unknown) => JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')

/** Removes an existing file first: it would keep its own mode. */
async function writePieces(file: string, pieces: AsyncIterable<string>): Promise<void> {
  rmSync(file, { force: true })
  const open = openSync(file, 'wx', 0o600)
  try {
    for await (const piece of pieces) writeSync(open, piece)
  } finally {
    closeSync(open)
  }
}
