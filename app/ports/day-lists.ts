/** The lists of calls of the teams, one for each day. */
import type { Written } from '#app/ports/written.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { DayList } from '#core/work/day-list/day-line.ts'

export interface TeamDate {
  readonly team: string
  readonly date: LocalDate
}

export interface DayLists {
  /** Read consistently: it is made again from what it was. */
  get(day: TeamDate): Promise<DayList | undefined>
  /** Adds version 1, or replaces the list whose version is one less; lost otherwise. */
  put(list: DayList): Promise<Written>
  /** Every list that is kept, of all teams, in no particular order. */
  all(): AsyncIterable<DayList>
  /** Those of the team on days before that one, and the marks of their mails. Harmless when repeated. */
  removeBefore(day: TeamDate): Promise<void>
}
