/** Whether a file is UTF-8 text, checked before any row is taken: a half imported list is worse than none. */
import { createReadStream } from 'node:fs'

/** What is wrong with the file and how to save it correctly; undefined when it is fine. Reads it to the end. */
export async function refusalOfFile(path: string): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let first = true
  let now: Uint8Array = Buffer.alloc(0)
  try {
    for await (const bytes of bytesOf(path)) {
      if (first) {
        const foreign = foreignFormat(bytes)
        if (foreign !== undefined) return foreign
        first = false
      }
      if (bytes.includes(0)) return notUtf8('binary or UTF-16')
      now = bytes
      decoder.decode(bytes, { stream: true })
      line += linesIn(bytes)
    }
    decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const [sound] = Buffer.from(now).toString().split('\uFFFD')
    return notUtf8(
      `not UTF-8 near line ${line + linesIn(Buffer.from(sound ?? ''))} (windows-1258, TCVN3 or another old code page)`,
    )
  }
  return first ? 'the file is empty: expected a heading and rows' : undefined
}

/** The text piece by piece, without a byte order mark. */
export async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const bytes of bytesOf(path)) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

const LINE_FEED = 10
const linesIn = (bytes: Buffer) => bytes.reduce((lines, byte) => (byte === LINE_FEED ? lines + 1 : lines), 0)

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path)) if (Buffer.isBuffer(chunk)) yield chunk
}

function foreignFormat(start: Buffer): string | undefined {
  const [a, b] = start
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return notUtf8('UTF-16')
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return notUtf8('an Excel workbook')
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return notUtf8('an old Excel workbook')
  return undefined
}

const HOW_TO_SAVE = 'in Excel choose "CSV UTF-8 (comma delimited)", in LibreOffice the character set "Unicode (UTF-8)"'

const notUtf8 = (what: string) => `the file is ${what}; expected CSV in UTF-8: ${HOW_TO_SAVE}`
