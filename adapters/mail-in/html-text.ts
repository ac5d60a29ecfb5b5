/** The text of an element, line by line, up to a bound longer than any signature or attribution. */
import type { FormatCallback } from 'html-to-text'

type Element = Parameters<FormatCallback>[0]

const LINES = new Set(['div', 'p', 'br', 'tr', 'li', 'table', 'h1', 'h2', 'h3', 'pre', 'blockquote'])
/** A longer signature holds a message, or is none. */
const MOST_WRITTEN = 5_000
const MOST_NODES = 2_000

export function writtenIn(element: Element): string {
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
