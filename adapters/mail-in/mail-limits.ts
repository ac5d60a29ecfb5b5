/**
 * How much of a mail is read. A mail can be built to be expensive: forty megabytes, a hundred thousand parts, deeply nested parts, a line end in
 * every other byte. Content beyond the limits is cut off before parsing, and the cut is named.
 */

/** Of a larger mail only the head and the beginning of the body are read. */
export const MOST_MAIL_BYTES = 10 * 1024 * 1024
const BYTES_OF_LARGER = 512 * 1024
const MOST_HEAD_BYTES = 128 * 1024
/** Ten megabytes in lines of 76 are 140,000. */
const MOST_LINES = 150_000
/** Lines that begin with two dashes: each can begin a part. */
const MOST_PARTS = 500

export const MOST_NESTING = 40
/** Heads of all parts together; the parser gives up beyond it. */
export const MOST_HEADERS_BYTES = 512 * 1024

const LF = 0x0a
const CR = 0x0d
const DASH = 0x2d

export interface ReadableMail {
  readonly bytes: Uint8Array
  readonly limits: readonly string[]
}

/** The part of a mail that is read, in one pass over its bytes. */
export function withinLimits(mail: Uint8Array): ReadableMail {
  const tooLarge = mail.length > MOST_MAIL_BYTES
  const sized = tooLarge ? mail.subarray(0, BYTES_OF_LARGER) : mail
  const limits: string[] = tooLarge ? ['size:over-10-mb'] : []

  const head = headEnd(sized)
  const bytes = head > MOST_HEAD_BYTES ? joined(upToLine(sized, MOST_HEAD_BYTES), sized.subarray(head)) : sized
  if (head > MOST_HEAD_BYTES) limits.push('size:head')

  let lines = 0
  let parts = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    lines += 1
    if (bytes[at + 1] === DASH && bytes[at + 2] === DASH) parts += 1
    if (parts <= MOST_PARTS && lines <= MOST_LINES) continue
    limits.push(parts > MOST_PARTS ? 'size:parts' : 'size:lines')
    return { bytes: bytes.subarray(0, at + 1), limits }
  }
  return { bytes, limits }
}

/** Only the head, with no body: what is left to read of a mail that cannot be taken apart. */
export const headOnly = (mail: Uint8Array): Uint8Array => upToLine(mail, Math.min(headEnd(mail), MOST_HEAD_BYTES))

/** Where the first empty line ends. */
function headEnd(mail: Uint8Array): number {
  for (let at = mail.indexOf(LF); at >= 0; at = mail.indexOf(LF, at + 1)) {
    if (mail[at + 1] === LF) return at + 2
    if (mail[at + 1] === CR && mail[at + 2] === LF) return at + 3
  }
  return mail.length
}

function upToLine(mail: Uint8Array, most: number): Uint8Array {
  const end = mail.lastIndexOf(LF, most)
  return mail.subarray(0, end < 0 ? most : end + 1)
}

function joined(head: Uint8Array, body: Uint8Array): Uint8Array {
  const all = new Uint8Array(head.length + 1 + body.length)
  all.set(head)
  all[head.length] = LF
  all.set(body, head.length + 1)
  return all
}
