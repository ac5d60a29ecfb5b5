/** Work for staff. */
import type { PartitionRange } from '#app/ports/partition-range.ts'
import type { Written } from '#app/ports/written.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { WorkItem, WorkKind } from '#core/work/work-item.ts'

export interface WorkStore {
  /** Adds it (version 0); lost when it is there already. */
  open(item: WorkItem): Promise<Written>
  get(workId: string): Promise<WorkItem | undefined>
  /** Those that are there, in no particular order; an id named twice is read once. */
  getMany(workIds: readonly string[]): Promise<readonly WorkItem[]>
  /** Replaces one whose stored version is `item.version - 1`; lost otherwise. */
  update(item: WorkItem): Promise<Written>
  /** All that are open, by the stored instant that they are due at. */
  allOpen(): Promise<readonly WorkItem[]>
  /** What is open on the desks of a team, or on that of everybody (null), and due until then; by that instant, page by page, those of one instant in any order. */
  openOfTeam(query: TeamsWork): AsyncIterable<readonly WorkItem[]>
  ofCustomer(customerId: string): Promise<readonly WorkItem[]>
  /** The same, page by page. */
  pagesOfCustomer(customerId: string): AsyncIterable<readonly WorkItem[]>
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
   * The days until `through`, however long ago, on which work of any kind was closed, page by page: a page may name no day, and a day may come on
   * several pages. Reads every row: for a search that must miss none.
   */
  closedDays(through: LocalDate): AsyncIterable<readonly LocalDate[]>
  /** Items of every kind closed on one of the days, page by page, in no particular order. */
  closedDuring(days: readonly LocalDate[]): AsyncIterable<readonly WorkItem[]>
  remove(workId: string): Promise<void>
}

export interface TeamsWork {
  readonly team: string | null
  /** The last instant. What is stored may be derived anew: an item can be due later than this. */
  readonly through: Instant
}
