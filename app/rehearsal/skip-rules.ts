/** Counts skipped customers by the rule that skipped them, with the days on which they are free again. */
import { type CountedBatch, countOf } from '#app/rehearsal/counted-outcomes.ts'
import { skipInNumbers } from '#app/rehearsal/skip-in-numbers.ts'
import { freeAtOf, type StoredSkip } from '#core/audience/skip.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface SkipRule {
  readonly reason: StoredSkip['reason']
  /** `30 days`, `3 per 168 h`; null where the reason says it all, or each customer has their own. */
  readonly rule: string | null
  readonly count: number
  /** The first and the last day on which one of them is free again, in the company's zone; null where no such day is known. */
  readonly freeFrom: LocalDate | null
  readonly freeTo: LocalDate | null
}

export function skipRules(zone: string) {
  const rules = new Map<string, SkipRule>()
  return {
    add(batches: readonly CountedBatch[]): void {
      for (const recipient of batches.flatMap(({ recipients }) => recipients)) {
        const { outcome } = recipient
        if (outcome.state !== 'skipped') continue
        const { reason } = outcome
        const { facts, isRule } = skipInNumbers(outcome)
        const rule = isRule ? facts : null
        const freeAt = freeAtOf(outcome)
        const key = `${reason} ${rule}`
        const known = rules.get(key) ?? { reason, rule, count: 0, freeFrom: null, freeTo: null }
        const free = freeAt === undefined ? null : localDateAt(freeAt, zone)
        rules.set(key, {
          ...known,
          count: known.count + countOf(recipient),
          freeFrom: free !== null && (known.freeFrom === null || free < known.freeFrom) ? free : known.freeFrom,
          freeTo: free !== null && (known.freeTo === null || free > known.freeTo) ? free : known.freeTo,
        })
      }
    },
    /** The most frequent first. */
    all: (): readonly SkipRule[] =>
      [...rules.values()].toSorted((a, b) => b.count - a.count || (`${a.reason} ${a.rule}` < `${b.reason} ${b.rule}` ? -1 : 1)),
  }
}
