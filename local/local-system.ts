/** The local system: what the staff app asks for, and the parts that exist only on one machine. */
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { CampaignFiles } from '#local/campaign-files.ts'
import type { Clock } from '#local/clock/movable-clock.ts'
import type { EventLog } from '#local/event-log.ts'
import type { IncomingMail } from '#local/mail-in/lay-down-mail.ts'
import type { RehearsalQueue } from '#local/rehearsal/rehearsal-queue.ts'
import type { Stack } from '#local/stack/start-stack.ts'
import type { TimeMoves } from '#local/time-moves.ts'

export interface LocalSystem extends StaffSystem {
  readonly stack: Stack
  readonly clock: Clock
  /** Null on real time. */
  readonly moves: TimeMoves | null
  readonly files: CampaignFiles
  readonly eventLog: EventLog
  readonly rehearsals: RehearsalQueue
  /** A mail to the reply domain comes in, and is handled as soon as the system is free. Answers the key under which it is stored. */
  readonly receiveMail: (mail: IncomingMail) => Promise<string>
  /** Handles what a visitor put into the queues as soon as the system is free; the visitor does not wait for it. */
  readonly workOffSoon: () => void
}
