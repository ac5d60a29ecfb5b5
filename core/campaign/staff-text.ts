/**
 * The texts that staff and operators write, with their length limits. A reason is kept beside each of up to five hundred customers in one row,
 * which must stay readable. A text that is too long is refused with its limit and never cut: half a reason explains nothing.
 */

export const LONGEST_NAME = 100
export const LONGEST_REASON = 500
export const LONGEST_NOTE = 2_000

/** Signs that no reader sees, or that turn the text around them: controls but tab and line break, zero-width and direction signs. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu
/** At least one sign that is seen. Letters that are blank by their looks are none. */
const SEEN = /[\p{L}\p{N}\p{P}\p{S}](?<![\u115F\u1160\u3164\uFFA0\u2800])/u

export const isSeen = (text: string): boolean => SEEN.test(text)

/** What a person wrote, as it is kept: in one spelling, without what is not seen; empty when nothing of it is. */
export function staffText(written: string): string {
  const text = written.replaceAll('\r\n', '\n').normalize('NFC').replace(UNSEEN, '').trim()
  return isSeen(text) ? text : ''
}

const LIMITS = { by: LONGEST_NAME, because: LONGEST_REASON, note: LONGEST_NOTE } as const

export interface StaffText {
  /** The name of the author. */
  readonly by?: string
  /** The reason for a decision. */
  readonly because?: string
  /** What came of a work item. */
  readonly note?: string
}

export interface TooLong {
  readonly refused: 'too-long'
  readonly what: keyof StaffText
  readonly limit: number
  readonly length: number
}

/** The first text over its limit. Length is counted in UTF-16 units, as forms and browsers count it. */
export function tooLong(text: StaffText): TooLong | undefined {
  for (const what of ['by', 'because', 'note'] as const) {
    const length = text[what]?.length ?? 0
    if (length > LIMITS[what]) return { refused: 'too-long', what, limit: LIMITS[what], length }
  }
  return undefined
}
