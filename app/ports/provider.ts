/** What looking after the sender needs from outside. */
import type { ProviderState } from '#core/planning/sender-findings.ts'
import type { Instant } from '#core/time/instant.ts'

/** Whoever carries our mails, asked about ourselves. */
export interface MailProvider {
  /** Never fails: a question without an answer says so in its place. */
  examine(): Promise<ProviderState>
}

/** What was told of the sender, and when, so that nobody is told the same every hour. */
export interface SenderTold {
  readonly kinds: readonly string[]
  readonly at: Instant
}

export interface SenderLooks {
  lastTold(): Promise<SenderTold | null>
  tell(told: SenderTold): Promise<void>
}
