/**
 * `format=flowed` (RFC 3676): a line that ends in a blank continues in the next one. Lines of different quote depth are never one paragraph: an
 * answer above or below a quoted line stays an answer.
 */

interface Paragraph {
  readonly depth: number
  readonly text: string
  /** Its last line ended in a blank. */
  readonly open: boolean
}

const SIGNATURE = '-- '

/** `delSp`: the blank at the end of a line only marks the continuation and is no part of the text. */
export function unfoldedText(text: string, { delSp }: { readonly delSp: boolean }): string {
  const paragraphs: string[] = []
  let pieces: string[] = []
  let depth = 0
  let open = false
  const close = () => {
    if (pieces.length > 0) paragraphs.push(`${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${pieces.join('')}`)
    pieces = []
  }
  for (const line of text.split(/\r?\n/)) {
    const read = paragraphOf(line, delSp)
    if (!open || read.depth !== depth || read.text === SIGNATURE) close()
    depth = read.depth
    open = read.open
    pieces.push(read.text)
  }
  close()
  return paragraphs.join('\n')
}

function paragraphOf(line: string, delSp: boolean): Paragraph {
  const [marks = ''] = /^>*/.exec(line) ?? []
  const rest = line.slice(marks.length)
  // A blank in front was stuffed in, so that no text looks like a quote mark.
  const written = rest.startsWith(' ') ? rest.slice(1) : rest
  const open = written.endsWith(' ') && written !== SIGNATURE
  return { depth: marks.length, text: open && delSp ? written.slice(0, -1) : written, open }
}
