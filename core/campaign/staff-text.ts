/**
 * The texts that staff and operators write, with their length limits. A reason is kept beside each of up to five hundred customers in one row,
 * which must stay readable. A text that is too long is refused with its limit and never cut: half a reason explains nothing.
 */

export const LONGEST_NAME = 100
export const LONGEST_REASON = 500
export const LONGEST_NOTE = 2_000

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
