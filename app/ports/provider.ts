/** The ports of the sender check. */
import type { ProviderState } from '#core/planning/sender-findings.ts'
import type { Instant } from '#core/time/instant.ts'

/** The mail provider, asked about our own account. */
export interface MailProvider {
  /** Never fails: an unanswered question is marked in its place. */
  examine(): Promise<ProviderState>
}

/** Which findings about the sender were told, and when, so that the operator is not told the same every hour. */
export interface SenderTold {
  readonly kinds: readonly string[]
  readonly at: Instant
}

export interface SenderLooks {
  lastTold(): Promise<SenderTold | null>
  tell(told: SenderTold): Promise<void>
}
