/** What customers allow, and contact points never to be used. */
import type { ConsentRecord } from '#core/audience/consent.ts'
import type { DoNotCallInForce } from '#core/audience/do-not-call.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface ConsentLog {
  /** Adds a record; the same recordId again changes nothing. */
  append(record: ConsentRecord): Promise<void>
  ofCustomer(customerId: string): Promise<readonly ConsentRecord[]>
  /** The same, page by page. */
  pagesOfCustomer(customerId: string): AsyncIterable<readonly ConsentRecord[]>
}

export interface SuppressionList {
  /** The suppressions among these contact keys, by contact key; `unreadable` for a row that cannot be parsed. */
  among(contactKeys: readonly string[]): Promise<ReadonlyMap<string, Suppression | 'unreadable'>>
  /** Adds one; the first reason stays. */
  add(suppression: Suppression): Promise<void>
  /** Notes that a mail to the contact point bounced for a temporary reason (the same mail again changes nothing); answers how many bounced since then. */
  noteSoftBounce(bounce: {
    readonly contactKey: string
    readonly providerId: string
    readonly at: Instant
    readonly since: Instant
  }): Promise<number>
  /** Forgets the soft bounces of a contact point that is suppressed already; harmless when there are none. */
  forgetSoftBounces(contactKey: string): Promise<void>
}

/** The copy of the do-not-call register. One is in force at a time; the next replaces it as a whole. */
export interface DoNotCallList {
  /** Undefined while no list was ever brought in. */
  inForce(): Promise<DoNotCallInForce | undefined>
  /** Which of these contact keys are on the list in force. */
  among(contactKeys: readonly string[]): Promise<ReadonlySet<string>>
  /** Until the answer is `replaced` the list before is in force, wherever the writing breaks off. The same list again changes nothing. */
  replace(list: NewDoNotCallList): Promise<DoNotCallReplaced>
}

export interface NewDoNotCallList {
  readonly asOf: LocalDate
  readonly contactKeys: ReadonlySet<string>
  readonly at: Instant
  /** Heard while it is written: a register has many numbers. */
  readonly onProgress?: (progress: DoNotCallProgress) => void
}

/** written: the numbers of the new list. removed: those of lists before, of which it is not known how many there are. */
export type DoNotCallProgress = { readonly written: number; readonly of: number } | { readonly removed: number }

/** `older`: the list in force is of a later day. `overtaken`: another import put its list in force meanwhile. Both leave that one in force. */
export type DoNotCallReplaced = 'replaced' | 'unchanged' | 'older' | 'overtaken'
