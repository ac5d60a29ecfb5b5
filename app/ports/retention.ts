/** What the nightly deletion keeps from one night to the next, and the proof that it leaves. */
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export const PURGED_KINDS = ['rawMails', 'verbatims', 'replies', 'contacts', 'ledgers', 'work'] as const

export type PurgedKind = (typeof PURGED_KINDS)[number]

/** One night, in a form that can be shown to an auditor: it names no customer. */
export interface PurgeProof {
  readonly at: Instant
  /** False when the time ran out: the next night continues where it stopped. */
  readonly finished: boolean
  /** The last expired day of each kind. */
  readonly until: Readonly<Record<PurgedKind, LocalDate>>
  readonly removed: Readonly<Record<PurgedKind, number>>
  /** What was still found in a second search; for contacts: closed occurrences that still name customers. */
  readonly left: Readonly<Record<Exclude<PurgedKind, 'ledgers'>, number>>
  /** Tombstones of erased customers that were taken away. */
  readonly tombstones: number
}

/** How far the walk over all customers' ledgers has come. */
export interface LedgerWalk {
  /** The partition to go on with; after the last one the walk is over. */
  readonly next: number
  readonly began: LocalDate
  /** Customers read so far. */
  readonly people: number
}

export interface RetentionLog {
  walk(): Promise<LedgerWalk | undefined>
  putWalk(walk: LedgerWalk): Promise<void>
  addProof(proof: PurgeProof): Promise<void>
  /** The latest first, at most so many. */
  latestProofs(limit: number): Promise<readonly PurgeProof[]>
}
