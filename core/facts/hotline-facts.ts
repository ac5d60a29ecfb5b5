/** Who rang the hotline on a day. */
import type { Fact } from '#core/facts/fact-tables.ts'
import type { NumberOf, Who } from '#core/facts/who.ts'
import type { CallsOfNumber } from '#core/work/missed-call.ts'

export const hotlineFact = (
  { phone, missedAt }: Pick<CallsOfNumber, 'phone' | 'missedAt'>,
  { who, numberOf }: { readonly who: Who; readonly numberOf: NumberOf },
): Fact<'hotline'> => ({ ...who, caller: numberOf(phone), missed: missedAt.length > 0 })
