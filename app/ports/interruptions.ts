/** Urgent pieces of work of which staff are told at once, and clocks of cases that rang: what is still to be done of it survives the run that began it. */
import type { UrgentPost } from '#app/ports/urgent-hook.ts'
import type { Written } from '#app/ports/written.ts'
import type { Instant } from '#core/time/instant.ts'

export interface Interruption {
  /** When the work was opened or became urgent again, or the clock was to ring. */
  readonly at: Instant
  /** `workMark` of the work, or of the work and what rang: with `at` it names the row, also when the id of the work is forgotten. */
  readonly mark: string
  /** Null once nothing is left to do: an id may name a customer who is erased later. */
  readonly workId: string | null
  readonly kind: UrgentPost['kind']
  readonly isMailed: boolean
  readonly isPosted: boolean
  /** How often the company's webhook was tried in vain. */
  readonly failedPosts: number
  /** When it was tried last; null before the first time, and in rows of versions that did not keep it. */
  readonly triedAt: Instant | null
  /** From 1. */
  readonly version: number
}

export interface Interruptions {
  /** Adds version 1, or replaces what was stored under `version - 1`; lost otherwise. */
  put(next: Interruption): Promise<Written>
  /** Those of that instant and later, by their instant. Read consistently. */
  since(at: Instant): Promise<readonly Interruption[]>
  /** Those of before. Harmless when repeated. */
  removeBefore(at: Instant): Promise<void>
}
