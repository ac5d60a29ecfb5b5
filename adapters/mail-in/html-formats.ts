/** How elements of a mail become text: quotes, the blocks around them, signatures, smileys. */
import type { FormatCallback } from 'html-to-text'
import { isQuote } from '#adapters/mail-in/html-quotes.ts'
import { writtenIn } from '#adapters/mail-in/html-text.ts'
import { isHeadLine } from '#core/reply/head-block.ts'
import { isSilent } from '#core/reply/signature-marks.ts'

export const QUOTE_LINE = '> …'
export const DIVIDER = '-----Original Message-----'

type Element = Parameters<FormatCallback>[0]

/** A quote with a known end: one quoted line stands for it. */
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

/** Word draws the same line above the head of a quote, and wherever its writer wants one. */
export const dividerOverHead: FormatCallback = (element, walk, builder, options) => {
  const [first = ''] = writtenIn(element)
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (isHeadLine(first)) return divider(element, walk, builder, options)
  asBlock(element, walk, builder)
}

/** Gmail puts answers between quotes into its quote: there only the inner quotes are removed. An element without inner quotes is a quote itself. */
export const aroundQuotes: FormatCallback = (element, walk, builder, options) => {
  if (holdsQuote(element, 0)) {
    asBlock(element, walk, builder)
  } else quote(element, walk, builder, options)
}

const holdsQuote = (element: Element, depth: number): boolean =>
  depth < 4 &&
  (element.children ?? []).some(
    (child: Element) => (child.name === 'blockquote' && isQuote(child)) || (child.type === 'tag' && holdsQuote(child, depth + 1)),
  )

/** A quote, or what its writer indented. */
export const indent: FormatCallback = (element, walk, builder, options) => {
  if (isQuote(element)) return quote(element, walk, builder, options)
  asBlock(element, walk, builder)
}

/** An element marked as a signature is removed only when it holds no message; people write below it, and within it, as well. */
export const signature: FormatCallback = (element, walk, builder) => {
  if (isSilent(writtenIn(element))) return
  asBlock(element, walk, builder)
}

const asBlock = (element: Element, walk: Parameters<FormatCallback>[1], builder: Parameters<FormatCallback>[2]): void => {
  builder.openBlock({ leadingLineBreaks: 1 })
  walk(element.children, builder)
  builder.closeBlock({ trailingLineBreaks: 1 })
}

/** Smileys become text; other pictures do not. */
export const smiley: FormatCallback = (element, _walk, builder) => {
  const said = String(element.attribs?.alt ?? '')
  if (said.length <= 12 && /\p{Extended_Pictographic}/u.test(said)) builder.addInline(said)
}
