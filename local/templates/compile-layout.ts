/**
 * The layout as HTML, cut where letters are inserted: the frame around a letter, a row of words, and each block. Only this file needs MJML; filling
 * in words uses its output.
 */
import mjml2html from 'mjml'
import { sameInBoth } from '#core/campaign/localized-text.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { fillSlots, LAYOUT_FOLDER, type Layout } from '#local/templates/layout.ts'
import { LAYOUT_BLOCKS, type LayoutBlock } from '#local/templates/letter-parts.ts'

export interface CompiledLayout {
  readonly before: string
  readonly after: string
  /** The row of one text part of a letter, with `[[content]]` in place of the text. */
  readonly words: string
  readonly blocks: Readonly<Record<LayoutBlock, { readonly html: string; readonly text: string }>>
  readonly letterText: string
  /** language → word → text: the layout's own texts. */
  readonly sayings: Layout['words']
}

/** Stands raw between the rows that MJML makes of a letter's parts. */
const CUT = '@@cut@@'
const ROW_OF_WORDS = '<mj-text css-class="words">[[content]]</mj-text>'

export async function compileLayout(
  layout: Layout,
): Promise<{ readonly compiled: CompiledLayout; readonly problems: readonly Problem[] }> {
  const rows = [ROW_OF_WORDS, ...LAYOUT_BLOCKS.map((name) => layout.blocks[name].html)]
  const cut = `<mj-raw>${CUT}</mj-raw>`
  const content = [cut, ...rows.flatMap((row) => [row, cut])].join('\n')
  const { html, errors } = await expandMjml(fillSlots({ source: layout.letterHtml, slots: { content } }).filled)
  const pieces = html.split(CUT).map((piece) => piece.trim())
  const [before = '', words = ''] = pieces
  const block = (name: LayoutBlock) => ({
    html: pieces[LAYOUT_BLOCKS.indexOf(name) + 2] ?? '',
    text: layout.blocks[name].text.trim(),
  })
  const isWhole = pieces.length === rows.length + 2
  const inMjml = errors.map(({ line, message }) => ({
    file: LETTER,
    path: '',
    line,
    value: message,
    expected: sameInBoth('MJML'),
  }))
  return {
    compiled: {
      before,
      words,
      blocks: { voucher: block('voucher'), survey: block('survey') },
      after: pieces.at(-1) ?? '',
      letterText: layout.letterText,
      sayings: layout.words,
    },
    problems: isWhole || inMjml.length > 0 ? inMjml : [NO_PLACE],
  }
}

const LETTER = `templates/${LAYOUT_FOLDER}/letter.mjml`
const NO_PLACE: Problem = {
  file: LETTER,
  path: '',
  value: 'no place for a letter',
  expected: { vi: '[[content]] một lần, trong một cột', en: '[[content]] once, in a column' },
}

/** MJML to the HTML that mail programs understand. Indentation is removed: it is a fifth of every mail. */
async function expandMjml(source: string): Promise<{ html: string; errors: readonly { line: number; message: string }[] }> {
  const { html, errors } = await mjml2html(source, { fonts: {}, validationLevel: 'soft', keepComments: false })
  return { html: html.replace(/\s*\n\s*/g, '\n').trim(), errors }
}
