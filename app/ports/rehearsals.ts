/** Rehearsals that were asked for on the pages, and what they found. */
import type { Comparison } from '#core/rehearsal/comparison.ts'
import type { RehearsedSums } from '#core/rehearsal/rehearsed-sums.ts'
import type { SheetLine } from '#core/rehearsal/sheet-line.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface SheetDay {
  readonly date: LocalDate
  readonly lines: readonly SheetLine[]
}

/** Rehearsal ids. */
export interface ComparedPair {
  readonly before: string
  readonly after: string
}

export interface RehearsalBook {
  /** Replaces what stood there of the same id: one process alone works on a rehearsal. */
  put(rehearsal: StoredRehearsal): Promise<void>
  get(rehearsalId: string): Promise<StoredRehearsal | undefined>
  /** The newest first. */
  all(): Promise<readonly StoredRehearsal[]>
  putSums(rehearsalId: string, sums: RehearsedSums): Promise<void>
  sums(rehearsalId: string): Promise<RehearsedSums | undefined>
  /** A day's lines, in rows of bounded size. */
  putSheet(rehearsalId: string, day: SheetDay): Promise<void>
  /** The lines of a day, in the order in which they were put; empty for a day without any. */
  sheet(rehearsalId: string, date: LocalDate): Promise<readonly SheetLine[]>
  /** Day by day, in pieces. */
  sheets(rehearsalId: string): AsyncIterable<SheetDay>
  /** What changes from one to another, as it was computed when it was first asked for. Goes with what was found of `after`. */
  comparison(pair: ComparedPair): Promise<Comparison | undefined>
  putComparison(pair: ComparedPair, comparison: Comparison): Promise<void>
  /** Takes away what was found: sums, sheets and comparisons. */
  removeFindings(rehearsalId: string): Promise<void>
  /** With sums and sheets, and its own row last: a removal that broke off can be repeated. */
  remove(rehearsalId: string): Promise<void>
  /** Takes the lines of an erased customer from every sheet. Sums and comparisons name no customer. */
  forget(customerId: string): Promise<void>
}
