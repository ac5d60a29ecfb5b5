/** Occurrences and their batches, as the planner leaves them for the sender. */
import type { Written } from '#app/ports/written.ts'
import type { Decision } from '#core/planning/decision.ts'
import type { Batch, Occurrence, Ranks, Slice } from '#core/planning/occurrence.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface OccurrenceStore {
  get(occurrenceId: string): Promise<Occurrence | undefined>
  /** Those whose local date lies in the range, by date, then id. */
  between(from: LocalDate, to: LocalDate): Promise<readonly Occurrence[]>
  /** Those of one campaign, the newest date first; with `before` only earlier dates. A moment behind, as `between` is. */
  ofCampaign(asked: {
    readonly campaignId: string
    readonly before?: LocalDate
    readonly limit: number
  }): Promise<readonly Occurrence[]>
  /** All that are not closed yet, however old. */
  stillOpen(): Promise<readonly Occurrence[]>
  /** Adds one (version 0); lost when it is there already. */
  open(occurrence: Occurrence): Promise<Written>
  /** Replaces one whose stored version is `occurrence.version - 1`; lost otherwise. */
  update(occurrence: Occurrence): Promise<Written>
  slices(occurrenceId: string): Promise<readonly Slice[]>
  /** One of them; undefined while it is not planned. */
  slice(occurrenceId: string, slice: number): Promise<Slice | undefined>
  /**
   * The slices of several occurrences, read together: those that are planned, in order, under each occurrence's id. Eventually consistent, as
   * `batchesEventually`.
   */
  slicesEventually(
    occurrences: readonly Pick<Occurrence, 'occurrenceId' | 'slices'>[],
  ): Promise<ReadonlyMap<string, readonly Slice[]>>
  putSlice(slice: Slice): Promise<void>
  /** Replaces what the slice told in the pass before; the first of a pass stands, because a cut may have been taken over it. */
  putRanks(ranks: Ranks): Promise<Written>
  /** Those of every slice that told them in some pass, in the order of slices. */
  ranks(occurrenceId: string): Promise<readonly Ranks[]>
  ranksOfSlice(occurrenceId: string, slice: number): Promise<Ranks | undefined>
  batches(occurrenceId: string): Promise<readonly Batch[]>
  /** Eventually consistent, at half the price: for a caller that reads again soon and only acts in ways that can be repeated. */
  batchesEventually(occurrenceId: string): Promise<readonly Batch[]>
  /** Those that are not done; eventually consistent, as `batchesEventually`. */
  unfinishedBatches(occurrenceId: string): Promise<readonly Batch[]>
  /** All of them, a few at a time, in order; those read may be removed meanwhile. */
  batchPages(occurrenceId: string): AsyncIterable<readonly Batch[]>
  batchesOfSlice(occurrenceId: string, slice: number): Promise<readonly Batch[]>
  batch(occurrenceId: string, batchId: string): Promise<Batch | undefined>
  /** Adds a batch (version 0) or replaces the one whose stored version is `batch.version - 1`; lost otherwise. */
  putBatch(batch: Batch): Promise<Written>
  /**
   * Batches in which an outcome is unknown, or once was, as they are now, by id: the caller counts. Eventually consistent. Those that were written
   * before an occurrence marked them (`marksUnknown`) are not found.
   */
  batchesOnceUnknown(asked: { readonly occurrenceId: string; readonly limit: number }): Promise<readonly Batch[]>
  /**
   * Whether all that was counted as mailed was counted by a version that marks unknown outcomes: a sender of the version before, at work during an
   * update or brought back by one, leaves batches that `batchesOnceUnknown` does not find.
   */
  marksThroughout(occurrenceId: string): Promise<boolean>
  /**
   * Notes that a customer's mail of the occurrence bounced or was marked as spam; the same again counts once. The cost does not grow with the number
   * of customers.
   */
  noteTrouble(trouble: {
    readonly occurrenceId: string
    readonly customerId: string
    readonly kind: 'bounced' | 'complained'
  }): Promise<void>
  /** How many customers that is, from counters. */
  troubles(occurrenceId: string): Promise<{ readonly bounced: number; readonly complained: number }>
  /** Adds to the number of customers written to; a negative number subtracts. A crash may lose a row's count: the rows are decisive. */
  countMailed(change: { readonly occurrenceId: string; readonly people: number }): Promise<void>
  /** How many that is by now. */
  mailed(occurrenceId: string): Promise<number>
  /** Removes a batch that is still at this version and planned; lost otherwise. */
  removeBatch(batch: Batch): Promise<Written>
  /** Adds the operator's decision; the same again changes nothing. */
  decide(decision: Decision): Promise<void>
  /** Every decision of the occurrence, by its instant. */
  decisions(occurrenceId: string): Promise<readonly Decision[]>
  /** Renames an erased customer in notes and decisions; batches are rewritten by `putBatch`. */
  rename(change: { readonly occurrenceId: string; readonly customerId: string; readonly as: string }): Promise<void>
  /** Removes an expired batch, whatever its state. */
  removeExpired(batch: Pick<Batch, 'occurrenceId' | 'batchId'>): Promise<void>
  /** Removes everything that names a customer from an occurrence; the occurrence with its balance stays. */
  removeNames(occurrenceId: string): Promise<void>
}
