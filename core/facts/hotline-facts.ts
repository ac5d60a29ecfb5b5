/** Who rang the hotline on a day. */
import type { Fact } from '#core/facts/fact-tables.ts'
import type { NumberOf, Who } from '#core/facts/who.ts'
import type { Instant } from '#core/time/instant.ts'

/** A row for each number and day: when staff last spoke with the caller, and when they last rang in vain. */
export interface CallerOfDay {
  /** Names the number, and cannot be turned back into it. */
  readonly numberName: string
  readonly answeredAt: Instant | null
  readonly missedAt: Instant | null
}

export const hotlineFact = (
  { numberName, answeredAt, missedAt }: CallerOfDay,
  { who, numberOf }: { readonly who: Who; readonly numberOf: NumberOf },
): Fact<'hotline'> => ({
  ...who,
  caller: numberOf(numberName),
  missed: missedAt !== null && (answeredAt === null || missedAt > answeredAt),
})
