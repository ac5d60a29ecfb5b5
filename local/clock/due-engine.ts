/** Anything that does something when its time has come: what the time mover steps through. */
import type { Instant } from '#core/time/instant.ts'

export interface DueEngine {
  readonly name: string
  /** The earliest instant at which there is something to do; in the past when it is overdue. */
  nextDue(): Instant | undefined
  /** Does everything due at or before `now`, in order of time, and says what was done. */
  fireDue(now: Instant): Promise<readonly unknown[]>
}
