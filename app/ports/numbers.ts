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
}

export interface NumberStore {
  /** Told before the row is written: a day noted for nothing is written once more for nothing. */
  noteLate(late: LateDay): Promise<void>
  lateDays(): Promise<readonly LateDay[]>
  /** Removes the note, where it was not noted again since. */
  settleLate(late: LateDay): Promise<void>
  noteWritten(day: LocalDate, at: Instant): Promise<void>
  /** The days of the period of which all facts are written, in order. */
  writtenDays(period: Period): Promise<readonly LocalDate[]>
  /** Of any time; null: there are none yet. */
  firstWrittenDay(): Promise<LocalDate | null>
  putRollUps(rollUps: readonly RollUp[]): Promise<void>
  rollUp(asked: { readonly period: Period; readonly segment: Segment }): Promise<RollUp | undefined>
  /** Of every segment of a kind, in the order of their values: of all campaigns, say. */
  rollUpsBy(asked: { readonly period: Period; readonly by: Segment['by'] }): Promise<readonly RollUp[]>
}
