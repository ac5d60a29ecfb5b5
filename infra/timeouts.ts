/** How long each function may take. Queues take their visibility from here, so that no message comes back while it is worked on. */
import { Duration } from 'aws-cdk-lib'
import type { DeployedName } from '#functions/env.ts'

export const TIMEOUTS = {
  /** Reads the plan of the days around and draws balances: a million greetings are some 2,000 batch rows. */
  planOccurrences: Duration.minutes(10),
  /** A slice; or a batch of 500 recipients at 3 a second. Longer, and a message would be hidden past the point where the look ahead takes its batch for lost. */
  carryOutOrders: Duration.minutes(3),
  recordDelivery: Duration.minutes(1),
  /** Five mails of up to 10 MB each. */
  receiveReply: Duration.minutes(1),
  /** A day's worth of a busy company; what it does not finish, the next night does. */
  purgeExpired: Duration.minutes(15),
  /** The HTTP API itself gives up after 30 seconds. */
  servePages: Duration.seconds(15),
} as const satisfies Record<DeployedName, Duration>
