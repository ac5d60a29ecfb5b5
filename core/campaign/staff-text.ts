/**
 * What staff and operators write down, and how long it may be. A reason stands beside each of up to five hundred people in one row, which
 * must stay readable; whoever writes more is told the limit, because half a reason is none.
 */

export const LONGEST_NAME = 100
export const LONGEST_REASON = 500
export const LONGEST_NOTE = 2_000

const LIMITS = { by: LONGEST_NAME, because: LONGEST_REASON, note: LONGEST_NOTE } as const

export interface StaffText {
  /** Who it is. */
  readonly by?: string
  /** Why something was decided. */
  readonly because?: string
  /** What came of work. */
  readonly note?: string
}

export interface TooLong {
  readonly refused: 'too-long'
  readonly what: keyof StaffText
  readonly limit: number
  readonly length: number
}

/** The first text that is longer than it may be; length counts as forms and browsers count it. */
export function tooLong(text: StaffText): TooLong | undefined {
  for (const what of ['by', 'because', 'note'] as const) {
    const length = text[what]?.length ?? 0
    if (length > LIMITS[what]) return { refused: 'too-long', what, limit: LIMITS[what], length }
  }
  return undefined
}
