/** What a verdict needs to know of the desk: what the rows say, and what agents did and were told. */
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { CaseEvidence } from '#local/torture/cases/case-evidence.ts'
import type { AgentsLog } from '#local/torture/desk/agents-log.ts'

/** As stored: read apart from the product's own reading of its rows. */
export interface TaskFacts {
  readonly workId: string
  /** `check-in` for a call of a campaign. */
  readonly subject: string
  readonly customerId: string | null
  readonly occurrenceId: string | null
  readonly events: readonly TaskEvent[]
  /** Of an open case: what should have rung long before the end, and stands nowhere. */
  readonly notRung: readonly string[]
}

export interface TaskEvent {
  readonly is: string
  readonly at: Instant
  readonly attemptId?: string | undefined
  readonly disposition?: string | undefined
  readonly callBackAt?: Instant | null | undefined
  /** How it was closed. */
  readonly as?: string | undefined
  /** What a clock of a case brought, each by a name of its own. */
  readonly rings?: readonly string[] | undefined
  /** The addresses of those who were mailed. */
  readonly told?: readonly string[] | undefined
}

/** A mail to staff about the clocks of a case. */
export interface ClockMailFacts {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface ListFacts {
  readonly date: LocalDate
  readonly lines: readonly ListedLine[]
}

export interface ListedLine {
  readonly workIds: readonly string[]
  readonly customerIds: readonly string[]
  readonly why: readonly string[]
}

/** The second equation of an occurrence, as the product draws it. */
export interface DrawnEquation {
  readonly occurrenceId: string
  readonly handed: number
  readonly lines: Readonly<Record<string, number>>
}

export interface DeskEvidence {
  readonly log: AgentsLog
  readonly tasks: readonly TaskFacts[]
  readonly clockMails: readonly ClockMailFacts[]
  /** The last of each day. */
  readonly lists: readonly ListFacts[]
  readonly equations: readonly DrawnEquation[]
  /** How often the product itself rang that an equation does not add up. */
  readonly mismatchesRung: number
  /** The run went on until the last day of every call was over. */
  readonly isOver: boolean
  readonly cases: CaseEvidence
}
