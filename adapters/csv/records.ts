/**
 * Cuts CSV text into records before parsing, so that one broken quote costs one row. A record may span lines only inside quotes that are properly
 * closed. Otherwise its first line is a broken record, and the next line is tried.
 */

export interface CsvRecord {
  /** As a spreadsheet counts rows: a record with line breaks is one row, and an empty line is a row too. */
  readonly row: number
  readonly text: string
  readonly broken: boolean
}

export async function* recordsOf(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRecord> {
  let row = 0
  let open: string[] = []
  for await (const line of linesOf(text)) {
    // The lines of a broken record are read again, each as the beginning of a record.
    const queue = [line]
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      open.push(next)
      const record = open.join('\n')
      const end = endOf(record, delimiter)
      if (end === 'open' && open.length < LONGEST_RECORD_LINES && record.length < LONGEST_RECORD) continue
      row++
      if (end === 'closed') yield { row, text: record, broken: false }
      else {
        yield { row, text: open[0] ?? '', broken: true }
        queue.unshift(...open.slice(1))
      }
      open = []
    }
  }
  while (open.length > 0) {
    row++
    let taken = 1
    let end = endOf(open[0] ?? '', delimiter)
    while (end === 'open' && taken < open.length) end = endOf(open.slice(0, ++taken).join('\n'), delimiter)
    const broken = end !== 'closed'
    yield { row, text: broken ? (open[0] ?? '') : open.slice(0, taken).join('\n'), broken }
    open = open.slice(broken ? 1 : taken)
  }
}

/** No person types this many lines into one cell: a quote was not closed. */
const LONGEST_RECORD_LINES = 50
const LONGEST_RECORD = 65_536

/** Lines without their end, whichever of the three kinds it is. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$|\n)/)
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest.replace(/\r$/, '')
}

/** Whether the record's last quoted cell is closed. A quote inside an unquoted cell is an ordinary character. */
function endOf(record: string, delimiter: string): 'closed' | 'open' | 'malformed' {
  if (!record.includes('"')) return 'closed'
  let at = 0
  for (;;) {
    if (record[at] === '"') {
      let close = record.indexOf('"', at + 1)
      while (close !== -1 && record[close + 1] === '"') close = record.indexOf('"', close + 2)
      if (close === -1) return 'open'
      at = close + 1
      if (at < record.length && record[at] !== delimiter) return 'malformed'
    }
    const next = record.indexOf(delimiter, at)
    if (next === -1) return 'closed'
    at = next + 1
  }
}
