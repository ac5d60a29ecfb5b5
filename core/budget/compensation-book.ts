/**
 * The compensation that is booked in a period: what is asked for or approved stands as an entry of its own, what was given in one sum. It is a budget like
 * those of campaigns, changed under its version, so two that book at once never pass the limit; each entry ends once, because its end takes it away.
 */
import type { Budget } from '#core/budget/budget.ts'
import { committed, emptyBudget } from '#core/budget/reserve.ts'
import type { Instant } from '#core/time/instant.ts'

/** Amounts of the catalogue are đồng. */
export const COMPENSATION_CURRENCY = 'VND'
/** In the place of a campaign's id, none of which has a `#`. */
export const COMPENSATION_BOOK = '#compensation'
const GIVEN = 'given'
/** Open at once in a period: entries take some 150 bytes of a row that may have 400 kB. */
export const MOST_OPEN_ENTRIES = 1_500

export interface BookEntry {
  readonly compensationId: string
  /** When it was booked: an entry without its event in the case is of a run that broke off, or of one that is on its way. */
  readonly at: Instant
  readonly workId: string
  readonly amount: number
}

const keyOf = ({ compensationId, at, workId }: Omit<BookEntry, 'amount'>): string => `${compensationId}/${at}/${workId}`

export const entriesOf = ({ reserved }: Pick<Budget, 'reserved'>): readonly BookEntry[] =>
  Object.entries(reserved).map(([key, amount]) => {
    const [compensationId = '', at = '', ...workId] = key.split('/')
    return { compensationId, at, workId: workId.join('/'), amount }
  })

/** The id alone does not tell it: forms bring it, and one may be sent to another case as well. */
type Which = Pick<BookEntry, 'compensationId' | 'workId'>

const isOf = (entry: Which, { compensationId, workId }: Which): boolean =>
  entry.compensationId === compensationId && entry.workId === workId

const without = (stored: Budget, which: Which): Budget['reserved'] =>
  Object.fromEntries(entriesOf(stored).flatMap((entry) => (isOf(entry, which) ? [] : [[keyOf(entry), entry.amount]])))

/** With the entry, in the place of one of the same id; or why there is no room for it. When the limit was lowered, nothing is taken back. */
export function withEntry(
  stored: Budget | undefined,
  { entry, period, limit }: { readonly entry: BookEntry; readonly period: string; readonly limit: number },
): Budget | 'limit-reached' | 'too-many-open' {
  const money = { amount: limit, currency: COMPENSATION_CURRENCY }
  const before = stored ?? emptyBudget({ campaignId: COMPENSATION_BOOK, period, limit: money })
  const others = without(before, entry)
  if (Object.keys(others).length >= MOST_OPEN_ENTRIES) return 'too-many-open'
  const next = { ...before, limit: money, reserved: { ...others, [keyOf(entry)]: entry.amount } }
  if (committed(next) > limit) return 'limit-reached'
  return { ...next, version: stored ? stored.version + 1 : 0 }
}

/** Without the entry, which was given or given back; null where it has ended before. */
export function withoutEntry(stored: Budget, { isGiven, ...which }: Which & { readonly isGiven: boolean }): Budget | null {
  const entry = entriesOf(stored).find((one) => isOf(one, which))
  if (!entry) return null
  const { [GIVEN]: given = 0, ...others } = stored.settled
  return {
    ...stored,
    reserved: without(stored, which),
    settled: isGiven ? { ...others, [GIVEN]: given + entry.amount } : stored.settled,
    version: stored.version + 1,
  }
}

/** What of the limit is left; never less than nothing, where it was lowered below what is booked. */
export const roomIn = (stored: Budget | undefined, limit: number): number =>
  Math.max(0, limit - (stored === undefined ? 0 : committed(stored)))
