/** What the control room works with: the staff app's own, and what exists on one machine only. */
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { CampaignFiles } from '#local/campaign-files.ts'
import type { Clock } from '#local/clock/movable-clock.ts'
import type { EventLog } from '#local/event-log.ts'
import type { IncomingMail } from '#local/mail-in/lay-down-mail.ts'
import type { Stack } from '#local/stack/start-stack.ts'
import type { TimeMoves } from '#local/time-moves.ts'

export interface LocalSystem extends StaffSystem {
  readonly stack: Stack
  readonly clock: Clock
  /** Null on real time. */
  readonly moves: TimeMoves | null
  readonly files: CampaignFiles
  readonly eventLog: EventLog
  /** A mail to the reply domain comes in, and is dealt with as soon as nothing else is; answers where it lies. */
  readonly receiveMail: (mail: IncomingMail) => Promise<string>
  /** What a visitor put into the queues is dealt with as soon as nothing else is, without the visitor waiting for it. */
  readonly workOffSoon: () => void
}
