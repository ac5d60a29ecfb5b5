/** How elements of a mail become text: quotes, what stands around them, signatures, smileys. */
import type { FormatCallback } from 'html-to-text'
import { isSilent } from '#core/reply/signature-marks.ts'

export const QUOTE_LINE = '> …'
export const DIVIDER = '-----Original Message-----'

type Element = Parameters<FormatCallback>[0]

/** A quote whose end is known: its place is kept by one quoted line. */
export const quote: FormatCallback = (_element, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 })
  builder.addLiteral(QUOTE_LINE)
  builder.closeBlock({ trailingLineBreaks: 1 })
}

/** From here on everything is quoted. */
export const divider: FormatCallback = (_element, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 })
  builder.addLiteral(DIVIDER)
  builder.closeBlock({ trailingLineBreaks: 1 })
}

/** Gmail puts answers between quotes into its quote: there only the quotes in it go. A quote without any is one itself. */
export const aroundQuotes: FormatCallback = (element, walk, builder, options) => {
  if (holdsQuote(element, 0)) {
    builder.openBlock({ leadingLineBreaks: 1 })
    walk(element.children, builder)
    builder.closeBlock({ trailingLineBreaks: 1 })
  } else quote(element, walk, builder, options)
}

const holdsQuote = (element: Element, depth: number): boolean =>
  depth < 4 &&
  (element.children ?? []).some(
    (child: Element) => child.name === 'blockquote' || (child.type === 'tag' && holdsQuote(child, depth + 1)),
  )

/** What a program marks as a signature goes when it says nothing; people write below it, and within it, as well. */
export const signature: FormatCallback = (element, walk, builder) => {
  if (isSilent(writtenIn(element))) return
  builder.openBlock({ leadingLineBreaks: 1 })
  walk(element.children, builder)
  builder.closeBlock({ trailingLineBreaks: 1 })
}

const LINES = new Set(['div', 'p', 'br', 'tr', 'li', 'table', 'h1', 'h2', 'h3', 'pre'])
/** A longer signature says something, or is none. */
const MOST_WRITTEN = 5_000
const MOST_NODES = 2_000

/** Its text line by line, up to a bound that no signature reaches. */
function writtenIn(element: Element): string {
  let text = ''
  let nodes = 0
  const waiting: (Element | '\n')[] = [element]
  for (let next = waiting.pop(); next !== undefined && text.length < MOST_WRITTEN; next = waiting.pop()) {
    if (next === '\n') text += next
    else if (next.type === 'text') text += String(next.data ?? '')
    else if (next.name !== 'style' && next.name !== 'script') {
      if (++nodes > MOST_NODES) return 'x'.repeat(MOST_WRITTEN)
      const children: readonly Element[] = next.children ?? []
      if (LINES.has(next.name ?? '')) waiting.push('\n')
      waiting.push(...children.slice(0, MOST_NODES).toReversed())
    }
  }
  return text
}

/** Smileys are words; other pictures are not. */
export const smiley: FormatCallback = (element, _walk, builder) => {
  const said = String(element.attribs?.alt ?? '')
  if (said.length <= 12 && /\p{Extended_Pictographic}/u.test(said)) builder.addInline(said)
}
