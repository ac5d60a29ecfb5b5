/** Text that may stand in a mail header: one line, no control characters, composed letters. */

/** C0 and C1 controls (CR and LF among them), line separators, and the invisible marks that reverse what a reader sees. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu
/** Text that needs no work at all, which is most of it: printable ASCII without double or outer blanks. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

interface HeaderSafeText {
  readonly text: string
  /** Whether something was taken out that has no business in a name or a subject. */
  readonly stripped: boolean
}

/** One line of NFC text. A line break becomes a blank, so that a header can never be smuggled in behind a name. */
export function headerSafe(text: string): HeaderSafeText {
  if (PLAIN.test(text)) return { text, stripped: false }
  const clean = text.toWellFormed().normalize('NFC').replace(FORBIDDEN, ' ')
  return { text: clean.replace(/ {2,}/g, ' ').trim(), stripped: FORBIDDEN_ANYWHERE.test(text) }
}

const FORBIDDEN_ANYWHERE = new RegExp(FORBIDDEN.source, 'u')
