/**
 * The shared layout: `letter.mjml` and `letter.txt` around every letter, a pair of such files for each block within (`voucher`, `survey`), and
 * `words.<language>.json` with the layout's own texts. `[[name]]` in a layout is filled in here, `{{field}}` when sending.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '#core/campaign/problem.ts'
import type { LayoutBlock } from '#local/templates/letter-parts.ts'
import { readTemplateSource } from '#web/rendering/template-source.ts'

export interface Layout {
  readonly letterHtml: string
  readonly letterText: string
  readonly blocks: Readonly<Record<LayoutBlock, { readonly html: string; readonly text: string }>>
  /** language → word → text. */
  readonly words: ReadonlyMap<string, Readonly<Record<string, string>>>
}

export const LAYOUT_FOLDER = 'layouts'
const WordsSchema = z.record(z.string(), z.string())

/** No layout when one of its files is missing: no letter can be made without it. */
export async function readLayout(templatesDir: string): Promise<{ layout: Layout | undefined; problems: Problem[] }> {
  const dir = join(templatesDir, LAYOUT_FOLDER)
  const missing: Problem[] = []
  const text = async (name: string) => {
    const written = await readFile(join(dir, name), 'utf8').catch(unlessMissing)
    if (written === undefined) missing.push(missingFile(name))
    return (written ?? '').normalize('NFC').replaceAll('\r\n', '\n')
  }
  const words = new Map<string, Readonly<Record<string, string>>>()
  const problems: Problem[] = []
  for (const name of ((await readdir(dir).catch(unlessMissing)) ?? []).sort()) {
    const [, locale] = /^words\.([A-Za-z-]+)\.json$/.exec(name) ?? []
    if (locale === undefined) continue
    const read = readWords({ file: `templates/${LAYOUT_FOLDER}/${name}`, content: await text(name) })
    words.set(locale, read.words)
    problems.push(...read.problems)
  }
  const [letterHtml, letterText] = [await text('letter.mjml'), await text('letter.txt')]
  const block = async (name: LayoutBlock) => ({ html: await text(`${name}.mjml`), text: await text(`${name}.txt`) })
  const blocks = { voucher: await block('voucher'), survey: await block('survey') }
  const layout = missing.length === 0 ? { letterHtml, letterText, blocks, words } : undefined
  return { layout, problems: [...problems, ...missing] }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

const missingFile = (name: string): Problem => ({
  file: `templates/${LAYOUT_FOLDER}/${name}`,
  path: '',
  value: 'no such file',
  expected: { vi: 'tệp này: nó nằm quanh hoặc trong mọi thư', en: 'the file: it stands around or within every letter' },
})

function readWords({ file, content }: { readonly file: string; readonly content: string }) {
  const none: Readonly<Record<string, string>> = {}
  try {
    const words = WordsSchema.parse(JSON.parse(content))
    const problems = Object.entries(words).flatMap(([path, text]) =>
      readTemplateSource(text).misuses.map(({ value, expected }) => ({ file, path, value, expected })),
    )
    return { words, problems }
  } catch (error) {
    const value = error instanceof SyntaxError ? error.message : 'something else'
    return {
      words: none,
      problems: [
        {
          file,
          path: '',
          value,
          expected: { vi: 'một đối tượng JSON gồm các lời, { "phone": "…" }', en: 'a JSON object of texts, { "phone": "…" }' },
        },
      ],
    }
  }
}

export type Slots = Readonly<Record<string, string>>

/** Fills the `[[name]]` slots; a slot without a value is named in `missing`. */
export function fillSlots(options: { readonly source: string; readonly slots: Slots }): { filled: string; missing: string[] } {
  const missing: string[] = []
  const filled = options.source.replace(/\[\[([\w.-]+)\]\]/g, (slot: string, name: string) => {
    const value = Object.hasOwn(options.slots, name) ? options.slots[name] : undefined
    if (value === undefined) missing.push(name)
    return value ?? slot
  })
  return { filled, missing }
}

const HTML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Literal words for HTML; merge fields among them stay unchanged, and sending escapes their values. */
export const escapedWords = (text: string) => text.replace(/[&<>"]/g, (letter) => HTML_ENTITIES[letter] ?? letter)
