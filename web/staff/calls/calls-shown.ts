/** What the page of the calls of a day is made of. */
import type { Duty } from '#core/duty/duty-of-day.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { DayName } from '#core/time/country-calendar.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { DayLine, NotGiven } from '#core/work/day-list/day-line.ts'
import type { Attempted, Closed, Owner } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { pathWith } from '#web/staff/paths.ts'
import type { Behind, Stop } from '#web/staff/work/behind.ts'
import type { WrongInAddress } from '#web/staff/wrong-in-address.ts'

export interface CallShown extends DayLine {
  /** From 1 without a gap, among the lines of one who rings; of the whole team its rank. As in the mail of the morning. */
  readonly number: number
  readonly people: readonly PersonShown[]
  readonly items: readonly WorkItem[]
  /** Of the open work for which nothing is agreed, the earliest first. */
  readonly dues: readonly { readonly item: WorkItem; readonly dueAt: Instant }[]
  readonly promiseAt: Instant | null
  readonly attempts: number
  readonly isDone: boolean
  /** By what it was done; null while it is open, and where nothing of its work is left. */
  readonly done: Attempted | Closed | null
  /** On whose desk some of it was put after the list was made. */
  readonly moved: readonly Owner[]
}

export interface PersonShown {
  readonly customer: NonNullable<Behind['customer']>
  readonly stops: readonly Stop[]
  readonly wantsNoCalls: boolean
}

/** One of the team on that day. */
export interface AgentShown {
  readonly address: string
  /** Undefined for one who is not in the team. */
  readonly duty: Duty | undefined
  /** The lead, or the head of care, who may be of another team. */
  readonly isAnswering: boolean
  readonly given: number
  /** By staff. */
  readonly done: number
  /** Still to be rung; a call that ended by itself is neither. */
  readonly left: number
}

/** For those who see the whole team. */
export interface TeamOfDay {
  readonly agents: readonly AgentShown[]
  /** Open promises that are due within the next hours, or were missed; none on another day than today. */
  readonly promises: readonly CallShown[]
  readonly notGiven: readonly { readonly because: NotGiven; readonly count: number }[]
}

/** Why there is no list. due: it is made at any moment. */
export type NoList =
  | { readonly is: 'day-off'; readonly name: DayName | undefined }
  | { readonly is: 'early'; readonly time: string }
  | { readonly is: 'due' }
  | { readonly is: 'past' }

export interface CallsShown {
  readonly visitor: StaffMember
  readonly team: string
  /** Those that the visitor may choose among. */
  readonly teams: readonly string[]
  readonly date: LocalDate
  /** Of the day in the address. */
  readonly wrong: readonly WrongInAddress[]
  readonly today: LocalDate
  /** When the next list is made. */
  readonly next: { readonly date: LocalDate; readonly time: string } | null
  readonly whose: 'own' | 'team'
  /** Narrowed to one who rings, or to what is not given out. */
  readonly agent: string | null
  readonly list: ListShown | NoList
  readonly campaignName: (campaignId: string) => string
  readonly nameOf: (address: string) => string
}

export interface ListShown {
  readonly is: 'list'
  readonly madeAt: Instant
  readonly isRemade: boolean
  readonly beyond: number
  readonly isAnyoneOnShift: boolean
  /** Of the lines that the visitor looks at, on every page. */
  readonly open: number
  readonly done: number
  readonly calls: readonly CallShown[]
  readonly page: number
  readonly isMore: boolean
  /** Null for a visitor who sees their own part alone. */
  readonly ofTeam: TeamOfDay | null
}

export const NOT_GIVEN_OUT = 'none'

export const callsPath = (asked: {
  readonly team?: string
  readonly date?: LocalDate | null
  readonly agent?: string | null
  readonly page?: number | null
}): string => pathWith('/calls', asked)
