/** Text that is safe in a mail header: one line, no control characters, composed letters. */

/** C0 and C1 controls (CR and LF among them), line separators, and the invisible marks that reverse the text on the screen. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu
/** Text that needs no change, as most text: printable ASCII without double or outer blanks. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

interface HeaderSafeText {
  readonly text: string
  /** Whether characters were removed that do not belong in a name or a subject. */
  readonly stripped: boolean
}

/** One line of NFC text. A line break becomes a blank, so that a name cannot inject a header. */
export function headerSafe(text: string): HeaderSafeText {
  if (PLAIN.test(text)) return { text, stripped: false }
  const clean = text.toWellFormed().normalize('NFC').replace(FORBIDDEN, ' ')
  return { text: clean.replace(/ {2,}/g, ' ').trim(), stripped: FORBIDDEN_ANYWHERE.test(text) }
}

const FORBIDDEN_ANYWHERE = new RegExp(FORBIDDEN.source, 'u')
