/** Work for staff. */

import type { PartitionRange } from '#app/ports/partition-range.ts'
import type { AnsweredCalls, CallsMade } from '#app/ports/telephony.ts'
import type { Written } from '#app/ports/written.ts'
import type { Instant, Span } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { WorkDrafts } from '#core/work/draft-note.ts'
import type { WorkTurns } from '#core/work/turns.ts'
import type { WorkItem, WorkKind } from '#core/work/work-item.ts'

export interface WorkStore extends CallsMade, AnsweredCalls {
  /** Adds it (version 0); lost when it is there already. */
  open(item: WorkItem): Promise<Written>
  get(workId: string): Promise<WorkItem | undefined>
  /** Those that are there, in no particular order; an id named twice is read once. */
  getMany(workIds: readonly string[]): Promise<readonly WorkItem[]>
  /** Of those that are there, what tells whether they are done: a tenth of the reading of the items themselves. */
  turnsOf(workIds: readonly string[]): Promise<readonly WorkTurns[]>
  /** Replaces one whose stored version is `item.version - 1`; lost otherwise. */
  update(item: WorkItem): Promise<Written>
  /** All that are open, by the stored instant that they are due at. For a command that lists them all: no page reads so much. */
  allOpen(): Promise<readonly WorkItem[]>
  /** What is open on one desk, the earliest due first, from a place on: fewer than the limit only at the end. */
  openOn(query: DeskPage): Promise<DeskWork>
  /** How many are open on one desk, counted up to the limit. */
  countOpenOn(desk: WorkDesk, limit: number): Promise<number>
  /** The first that are open anywhere, by when they are due: a moment behind, to count and never to act on. */
  openAtGlance(limit: number): Promise<Glance>
  /** What is open on the desks of a team, or on that of everybody (null), and due until then; by that instant, page by page, those of one instant in any order. */
  openOfTeam(query: TeamsWork): AsyncIterable<readonly WorkItem[]>
  ofCustomer(customerId: string): Promise<readonly WorkItem[]>
  /** The same, page by page. */
  pagesOfCustomer(customerId: string): AsyncIterable<readonly WorkItem[]>
  /** Missed calls of a caller who was no customer when they rang, by number in E.164. */
  ofNumber(phone: string): Promise<readonly WorkItem[]>
  /**
   * Items of a kind closed on one of the days, about customers of the partitions, page by page. Work about no customer lies in one of the partitions
   * too.
   */
  closedOn(query: {
    readonly kind: WorkKind
    readonly days: readonly LocalDate[]
    readonly range: PartitionRange
  }): AsyncIterable<readonly WorkItem[]>
  /**
   * The days until `through`, however long ago, on which work of any kind was closed or a caller was answered, page by page: a page may name no day, and a day may come on
   * several pages. Reads every row: for a search that must miss none.
   */
  closedDays(through: LocalDate): AsyncIterable<readonly LocalDate[]>
  /** Items of every kind closed on one of the days, page by page, in no particular order. */
  closedDuring(days: readonly LocalDate[]): AsyncIterable<readonly WorkItem[]>
  /**
   * Items of every kind whose latest event lies between the two instants, both included, page by page, in no particular order. So an item with an event
   * at some instant is among those from that instant on; also one that changes while they are read, where the span goes on to tomorrow
   * (`sinceThen`).
   */
  changedDuring(span: Span): AsyncIterable<readonly WorkItem[]>
  /** With what staff were typing about it, and with what leads to it from the calls that were made for it. */
  remove(workId: string): Promise<void>
  /** What staff are typing about an item; none, at version 0, before the first of them types. */
  draftsOf(workId: string): Promise<WorkDrafts>
  /** Replaces those whose stored version is `version - 1`; lost otherwise. */
  keepDrafts(drafts: WorkDrafts): Promise<Written>
}

/** Everybody's work; a team's, or with null what no team has; a person's own, whatever team they are in. */
export type WorkDesk =
  | { readonly of: 'all' }
  | { readonly of: 'team'; readonly team: string | null }
  | { readonly of: 'person'; readonly address: string }

export interface DeskPage {
  readonly desk: WorkDesk
  /** The `place` of an item of the page before; null, and what is none, for the beginning. */
  readonly after: string | null
  /** The last instant, as it is stored; null for all. */
  readonly through: Instant | null
  readonly limit: number
}

export interface DeskWork {
  /** `place`: behind this item. Who was put off meanwhile is met twice, or not at all. */
  readonly found: readonly { readonly item: WorkItem; readonly place: string }[]
  readonly isMore: boolean
}

export interface Glance {
  readonly items: readonly WorkItem[]
  readonly isMore: boolean
}

export interface TeamsWork {
  readonly team: string | null
  /** The last instant. What is stored may be derived anew: an item can be due later than this. */
  readonly through: Instant
}
