/** The one row per customer that every claim is conditional on. */
import type { Written } from '#app/ports/written.ts'
import type { Ledger } from '#core/audience/ledger.ts'
import type { Instant } from '#core/time/instant.ts'

/** What is left of an erased customer for a while: the id alone, so that no send or plan under way about them succeeds. */
export interface Tombstone {
  readonly customerId: string
  /** When the erasure began; the first time, if it was begun again. */
  readonly erasedAt: Instant
  /** Under which name their rows go on being counted. Left out where it was stored by a version that did not keep it. */
  readonly as?: string
  readonly erasure: ErasureProgress
}

/** One run of an erasure, by the name that it offered when it left its tombstone: no other run has it. */
export interface ErasureRun {
  readonly customerId: string
  readonly run: string
}

/** Only `finished` says that the customer's rows are gone. `unmarked` was stored by a version whose erasures did not mark their end. */
export type ErasureProgress =
  | { readonly state: 'begun' }
  | { readonly state: 'finished'; readonly at: Instant }
  | { readonly state: 'unmarked' }

export interface LedgerStore {
  /** One ledger per id; an empty one (version 0) for customers never contacted. */
  getMany(customerIds: readonly string[]): Promise<readonly Ledger[]>
  /** The same for half the price: a claim of the last moment may be missing. */
  getManyEventually(customerIds: readonly string[]): Promise<readonly Ledger[]>
  /** Puts the ledger whose stored version is `ledger.version - 1`; lost otherwise. One conditional write. */
  claim(ledger: Ledger): Promise<Written>
  /**
   * A touch of these customers was stopped: every claim decided on facts read before it is lost. One write each, never contended and harmless when
   * repeated. Written after the stop itself: from then on the stop binds (docs/adr/011).
   */
  noteStop(customerIds: readonly string[]): Promise<void>
  /**
   * The customer is being erased: every claim about them is lost from now on. The contacts stay until the customer's rows are removed.
   * Harmless when repeated; the first instant stays. Answers the name that the first of the erasures under way gave: all of them use it, so that the
   * rows are counted as one customer's. An erasure that was finished is begun again under the new name: the customer may have
   * been imported since and stand in an occurrence a second time.
   */
  leaveTombstone(grave: Required<Omit<Tombstone, 'erasure'>>): Promise<string>
  /**
   * The customer's rows are gone and the proof has run: the instant is noted, and until `confirmErasure` the erasure is still begun, so that a crash
   * leaves one to be finished. Lost where another run has left its tombstone since: the last to begin ends it, while the others may be at work.
   */
  finishErasure(finished: ErasureRun & { readonly at: Instant }): Promise<Written>
  /** No profile stood behind `finishErasure`: the erasure is finished. Lost where another run has begun since. Harmless when repeated. */
  confirmErasure(run: ErasureRun): Promise<Written>
  /** Every tombstone that still stands, read consistently: those of the last two days, and those of erasures that broke off. */
  tombstones(): Promise<readonly Tombstone[]>
  /**
   * Removes the tombstone, the last row that names the customer. Lost, with nothing removed, where the row still holds contacts: caps are counted
   * from them, so they go only with the customer's other rows.
   */
  removeTombstone(customerId: string): Promise<Written>
}
