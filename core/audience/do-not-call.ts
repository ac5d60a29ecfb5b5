/** The register of numbers that must not be called for advertising, as the company last fetched it. */
import type { LocalDate } from '#core/time/local-date.ts'

/** The copy in force. */
export interface DoNotCallInForce {
  /** The day whose register it holds. */
  readonly asOf: LocalDate
  /** How many numbers are on it. */
  readonly count: number
}
