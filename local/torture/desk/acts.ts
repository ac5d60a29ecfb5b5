/** What staff do in the staff app, as one request each, and what the app answers. */
import type { LoggedAttempt } from '#app/desk/log-attempt.ts'
import type { CallStop } from '#app/desk/stop-calls.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { DayLine } from '#core/work/day-list/day-line.ts'
import type { Disposition } from '#core/work/disposition.ts'
import type { CaseAct } from '#local/torture/cases/case-acts.ts'

/** The form in which an agent notes how a call ended. */
export interface CallForm {
  /** The same form sent again is the same attempt. */
  readonly attemptId: string
  readonly workId: string
  readonly disposition: Disposition
  readonly note: string
  readonly callBackAt: Instant | null
  readonly stop: CallStop
  /** What the page showed when the agent opened it. */
  readonly seen: number
  readonly round: number
}

export type DeskAct =
  | { readonly act: 'open-list'; readonly agent: StaffMember; readonly date: LocalDate }
  /** `isRinging`: asks whether the customer may be rung; otherwise the customer is on the telephone already. */
  | { readonly act: 'take-call'; readonly agent: StaffMember; readonly workId: string; readonly isRinging: boolean }
  | { readonly act: 'log-call'; readonly agent: StaffMember; readonly form: CallForm }
  | { readonly act: 'note-ill'; readonly lead: StaffMember; readonly address: string; readonly date: LocalDate }
  | { readonly act: 'open-case' | 'close-case'; readonly agent: StaffMember; readonly customerId: string }
  /** `as`: the name under which the rows of the books go on. */
  | { readonly act: 'erase'; readonly customerId: string; readonly as: string }
  | CaseAct

/** Null: the team has no list on that day. */
export type ListShown = {
  readonly madeAt: Instant
  readonly lines: readonly Pick<DayLine, 'workIds' | 'customerIds' | 'why'>[]
  /** What this agent still has to do. */
  readonly mine: readonly (readonly string[])[]
} | null

export type CallTaken =
  | { readonly may: false; readonly because: string }
  | {
      readonly may: true
      readonly customerId: string
      readonly phone: string | null
      readonly promisedAt: Instant | null
      readonly seen: number
      readonly round: number
    }

/** What the page says after the form was sent: logged, logged before, kept though the task takes no attempt, or refused. */
export type FormAnswer =
  | { readonly is: 'logged'; readonly again: boolean }
  | { readonly is: 'kept' }
  | { readonly is: 'refused'; readonly because: string }

/** Null: it is not finished, and the page asks for it once more. */
export type ActDone = 'done' | null

export function answerOf(result: LoggedAttempt): FormAnswer {
  if ('logged' in result) return { is: 'logged', again: result.again }
  return 'kept' in result ? { is: 'kept' } : { is: 'refused', because: result.refused }
}
