/** Writes a person's data page by page: as JSON for machines, and as a document. Only the owner of the files may read them. */
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { HELD_ORDER, type HeldAbout, type HeldMany } from '#app/person/held-about.ts'
import type { RawMails } from '#app/ports/listening.ts'

/** Attachments of customers are not scanned: they are written as they came and never opened. */
const MOST_RAW_BYTES = 40 * 1024 * 1024

interface ExportTo {
  readonly folder: string
  /** The page, which says how many mails lie beside it. */
  readonly document: (mails: number) => AsyncIterable<string>
  readonly rawMails: Pick<RawMails, 'read'>
}

export async function writeExport(held: HeldAbout, { folder, document, rawMails }: ExportTo): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await writePieces(join(folder, 'person.json'), jsonOf(held))
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
