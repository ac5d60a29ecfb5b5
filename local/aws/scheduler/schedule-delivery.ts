/** One ringing of a schedule, being delivered to the target. */
import type { Instant } from '#core/time/instant.ts'

export interface ScheduleDelivery {
  /** A queue, a function, …: the receiver recognises it by the ARN. The dead-letter queue's when `deadLetter` is given. */
  readonly targetArn: string
  readonly input: string
  readonly schedule: { readonly groupName: string; readonly name: string; readonly arn: string }
  readonly scheduledTime: Instant
  readonly executionId: string
  readonly attempt: number
  /** Message attributes that explain why this is a dead letter. */
  readonly deadLetter?: Readonly<Record<string, string>>
}
