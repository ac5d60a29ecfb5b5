/**
 * Which indents of a mail are quotes. People indent too: Thunderbird, Outlook and Gmail write a bare `<blockquote>` for it. So an indent is a quote
 * only if a program marked it as one, or if the words before it are an attribution.
 */
import type { FormatCallback } from 'html-to-text'
import { writtenIn } from '#adapters/mail-in/html-text.ts'
import { attributionAt } from '#core/reply/attribution.ts'
import { isDivider } from '#core/reply/divider.ts'
import { isHeadLine } from '#core/reply/head-block.ts'

/** The parser keeps a node's previous sibling; the types of html-to-text leave it out. */
interface Node extends Element {
  readonly prev?: Node | null
}
type Element = Parameters<FormatCallback>[0]

export const isQuote = (element: Element): boolean => isMarked(element) || isIntroduced(element)

/** `type="cite"`, a class of quotes, or the line that programs draw at the left of quotes. */
function isMarked({ attribs = {} }: Element): boolean {
  const style = attribs.style ?? ''
  return (
    /^cite$/i.test(attribs.type ?? '') ||
    (attribs.cite ?? '') !== '' ||
    /quote|cite/i.test(attribs.class ?? '') ||
    (/border-left[a-z-]{0,6}\s{0,3}:/i.test(style) && !/border-left(?:-width|-style)?\s{0,3}:\s{0,3}(?:none|0)/i.test(style))
  )
}

function isIntroduced(element: Element): boolean {
  const lines = textBefore(element)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-MOST_LINES)
  const last = lines.at(-1) ?? ''
  if (isHeadLine(last) || isDivider(last)) return true
  return lines.some((_, at) => {
    const said = attributionAt(lines, at)
    return said !== null && !said.goesOn && at + said.length === lines.length
  })
}

/** The most lines an attribution may be broken over. */
const MOST_LINES = 4
const MOST_LOOKED_AT = 20
const MOST_LETTERS = 300

/** The end of the text before an element, up to a bound longer than any attribution. */
function textBefore(element: Node): string {
  let text = ''
  let node: Node | null = element
  for (let looked = 0; node && looked < MOST_LOOKED_AT && text.trim().length < MOST_LETTERS; looked++) {
    const before: Node | null = node.prev ?? null
    if (before) text = `${writtenIn(before)}${text}`
    node = before ?? parentOf(node)
    if (!before) text = `\n${text}`
  }
  return text.slice(-MOST_LETTERS * 2)
}

const parentOf = ({ parent }: Node): Node | null => (parent && parent.name !== 'body' ? parent : null)
