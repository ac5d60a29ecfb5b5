/**
 * What became of the customers of an occurrence, counted: those alike stand together with one of them. A part of the base hands its outcomes over so; a
 * year of them for a million customers would fit nowhere.
 */
import { skipInNumbers } from '#app/rehearsal/skip-in-numbers.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { freeAtOf } from '#core/audience/skip.ts'
import { addBalances } from '#core/planning/balance.ts'
import type { Batch, Occurrence, Recipient } from '#core/planning/occurrence.ts'

/** Of one recipient, or of so many. */
export interface CountedRecipient extends Pick<Recipient, 'customerId' | 'outcome'> {
  readonly count?: number
  /** Where it was asked for. */
  readonly tier?: string | null
}

export interface CountedBatch extends Pick<Batch, 'instead'> {
  readonly recipients: readonly CountedRecipient[]
}

export const countOf = ({ count = 1 }: Pick<CountedRecipient, 'count'>): number => count

/** `tierOf`: customers of different tiers are not alike. */
export function countedOutcomes(
  batches: readonly Pick<Batch, 'instead' | 'recipients'>[],
  tierOf?: (customerId: string) => string | null,
): readonly CountedBatch[] {
  return [undefined, true as const].flatMap((instead) => {
    const alike = new Map<string, Required<Pick<CountedRecipient, 'count'>> & CountedRecipient>()
    for (const batch of batches) {
      if (batch.instead !== instead) continue
      for (const { customerId, outcome } of batch.recipients) {
        const tier = tierOf?.(customerId)
        const key = tierOf ? `${tier ?? ''} ${kindOf(outcome)}` : kindOf(outcome)
        const known = alike.get(key)
        alike.set(
          key,
          known ? { ...known, count: known.count + 1 } : { customerId, outcome, count: 1, ...(tierOf && { tier: tier ?? null }) },
        )
      }
    }
    return alike.size === 0 ? [] : [{ recipients: [...alike.values()], ...(instead && { instead }) }]
  })
}

/** The same text for outcomes that every count takes as the same. */
function kindOf(outcome: Outcome): string {
  switch (outcome.state) {
    case 'sent':
      return `sent ${outcome.at}`
    case 'skipped': {
      const { facts, isRule } = skipInNumbers(outcome)
      return `skipped ${outcome.reason} ${isRule ? facts : ''} ${freeAtOf(outcome) ?? ''}`
    }
    case 'planned':
    case 'withheld':
    case 'deferred':
    case 'failed':
    case 'unknown':
      return JSON.stringify(outcome)
  }
}

/** One occurrence as its parts closed it. */
export interface ClosedPart {
  readonly occurrence: Occurrence
  readonly batches: readonly CountedBatch[]
}

/** The occurrence as it would have been closed as a whole. */
export function closedTogether(parts: readonly [ClosedPart, ...ClosedPart[]]): ClosedPart {
  const [first, ...others] = parts
  const balances = parts.flatMap(({ occurrence }) => occurrence.balance ?? [])
  const [balance, ...rest] = balances
  return {
    occurrence: {
      ...first.occurrence,
      balance: balance ? rest.reduce(addBalances, balance) : null,
      mismatch: [first, ...others].some(({ occurrence }) => occurrence.mismatch),
    },
    batches: parts.flatMap(({ batches }) => batches),
  }
}
