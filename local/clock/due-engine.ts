/** A part with due work: the time mover steps from one due instant to the next. */
import type { Instant } from '#core/time/instant.ts'

export interface DueEngine {
  readonly name: string
  /** The earliest instant with due work; in the past when it is overdue. */
  nextDue(): Instant | undefined
  /** Does everything due at or before `now`, in order of time, and answers what was done. */
  fireDue(now: Instant): Promise<readonly unknown[]>
}
