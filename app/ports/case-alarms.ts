/** The clocks of cases ring: each at an instant, and all of them are looked at once a night. */
import type { Instant } from '#core/time/instant.ts'

export interface CaseAlarms {
  /** Setting the same alarm twice is harmless. One for an instant that the case has left still rings, and finds nothing to do. */
  set(alarm: { readonly workId: string; readonly at: Instant }): Promise<void>
}

/** Carried out soon, by another function; at least once. */
export interface CaseOrders {
  ring(workId: string): Promise<void>
  /** Goes on with the look at all open cases, behind that place. */
  lookFrom(place: string): Promise<void>
}
