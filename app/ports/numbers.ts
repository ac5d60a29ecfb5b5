/** Facts of each day, and the roll-ups that are made of them. */
import type { DatedFact, FactKind, FactsOfDay } from '#core/facts/fact-tables.ts'
import type { Period } from '#core/kpi/period.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import type { Segment } from '#core/kpi/segment.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** Files, one for each day and kind. */
export interface FactStore {
  /** Replaces all files of the day. Interrupted, it leaves some as they were: the day counts as written only once `noteWritten` is told. */
  write(day: LocalDate, facts: FactsOfDay): Promise<void>
  /** Of one day; empty where there is no file. */
  read<Kind extends FactKind>(kind: Kind, day: LocalDate): Promise<readonly DatedFact<Kind>[]>
}

/** A day of which a row changed after its facts were written, or may have. */
export interface LateDay {
  readonly day: LocalDate
  /** When it was noted last. */
  readonly at: Instant
  /** Numbers of purchases (core/facts/who.ts) that stood on the day and stand on another now. */
  readonly moved?: readonly bigint[]
}

/** What was noted of a day, until it is settled. */
export interface LateNote extends Required<LateDay> {
  /** How often. On a clock that stands still two notes are of one instant. */
  readonly times: number
}

/** A day and when its facts were written. */
export interface WrittenDay {
  readonly day: LocalDate
  readonly at: Instant
}

/** A period that was asked for and is not rolled up yet. */
export interface WaitingPeriod extends Period {
  /** How often it was asked for. */
  readonly times: number
}

export interface NumberStore {
  /** Told before the row is written: a day noted for nothing is written once more for nothing. */
  noteLate(late: LateDay): Promise<void>
  /** In the order of their days. */
  lateDays(): Promise<readonly LateNote[]>
  /** Removes the note, where it was not noted again since. */
  settleLate(note: LateNote): Promise<void>
  /** The day is to be rolled up from then on. */
  noteWritten(day: LocalDate, at: Instant): Promise<void>
  /** Days that were written since the periods that they change were noted, in order. */
  daysToRollUp(): Promise<readonly WrittenDay[]>
  /** The periods that the day changes are noted. Leaves a day alone that was written again since. */
  settleWritten(day: WrittenDay): Promise<void>
  /** The period is to be rolled up from then on. */
  noteWaiting(period: Period): Promise<void>
  isWaiting(period: Period): Promise<boolean>
  /** The newest first. */
  waitingPeriods(): Promise<readonly WaitingPeriod[]>
  /** Rolled up. Leaves a period alone that was noted again since. */
  settleWaiting(period: WaitingPeriod): Promise<void>
  /** The days of the period of which all facts are written, in order. */
  writtenDays(period: Period): Promise<readonly LocalDate[]>
  /** Of any time, written or noted as late; null: there is none yet. Before it nothing is known to have happened. */
  firstDay(): Promise<LocalDate | null>
  /** By which rules of themes the days are written; null: by none yet. */
  themeRules(): Promise<string | null>
  keepThemeRules(name: string): Promise<void>
  putRollUps(rollUps: readonly RollUp[]): Promise<void>
  rollUp(asked: { readonly period: Period; readonly segment: Segment }): Promise<RollUp | undefined>
  /** Of every segment of a kind, in the order of their values: of all campaigns, say. */
  rollUpsBy(asked: { readonly period: Period; readonly by: Segment['by'] }): Promise<readonly RollUp[]>
}

/** Who rang the hotline, answered or not: a row for each number and day. */
export interface HotlineCallers {
  /** Takes the later of each instant: the same told twice, or in another order, changes nothing. */
  note(caller: HotlineCaller): Promise<void>
  /** On one day, page by page; none of them empty. */
  rungOn(day: LocalDate): AsyncIterable<readonly HotlineCaller[]>
  /** Removes all of a number. */
  forget(numberName: string): Promise<void>
  /** Removes those of the days before, and answers how many. */
  removeBefore(day: LocalDate): Promise<number>
}

export interface HotlineCaller {
  /** In the company's zone. */
  readonly day: LocalDate
  /** Names the number, and cannot be turned back into it (`NumberNames`). */
  readonly numberName: string
  /** The first of the customers who have the number; null: they are no customer. */
  readonly customerId: string | null
  /** When staff last spoke with them on that day; null: never. */
  readonly answeredAt: Instant | null
  /** When they last rang in vain; null: never. */
  readonly missedAt: Instant | null
}
