/** Cuts a letter at the lines that are not text: a `{{#if}}` tag alone on its line, `[[voucher]]` or `[[survey]]`. */
export type LetterPart =
  | { readonly kind: 'words'; readonly markdown: string; readonly line: number }
  | { readonly kind: 'tag'; readonly tag: string; readonly line: number }
  | { readonly kind: LayoutBlock; readonly line: number }

/** The blocks that a line `[[name]]` inserts from the layout: a card with the gift, or the question with its scale. */
export const LAYOUT_BLOCKS = ['voucher', 'survey'] as const
export type LayoutBlock = (typeof LAYOUT_BLOCKS)[number]

/** Such a tag stands around paragraphs. Inside a paragraph it would become a paragraph of its own, empty when the condition fails. */
const BLOCK_TAG = /^\{\{~?\s*(?:[#/^][^{}]*|else(?:\s[^{}]*)?)\}\}$/

/** Line numbers count from 1 within the body. */
export function letterParts(body: string): readonly LetterPart[] {
  const parts: LetterPart[] = []
  let words: string[] = []
  let wordsLine = 1
  const finishWords = () => {
    if (words.some((line) => line.trim() !== '')) parts.push({ kind: 'words', markdown: words.join('\n'), line: wordsLine })
    words = []
  }
  for (const [index, text] of body.split('\n').entries()) {
    const [line, alone] = [index + 1, text.trim()]
    const block = LAYOUT_BLOCKS.find((name) => alone === `[[${name}]]`)
    const part = block ?? (BLOCK_TAG.test(alone) ? 'tag' : 'words')
    if (part === 'words') {
      if (words.length === 0) wordsLine = line
      words.push(text)
      continue
    }
    finishWords()
    parts.push(part === 'tag' ? { kind: 'tag', tag: alone, line } : { kind: part, line })
  }
  finishWords()
  return parts
}
