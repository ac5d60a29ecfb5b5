/** How long each function may run. The queues derive their visibility time-out from this, so that no message returns while it is worked on. */
import { Duration } from 'aws-cdk-lib'
import type { DeployedName } from '#functions/env.ts'

export const TIMEOUTS = {
  /** Reads the plans of the days around now and draws up balances: a million greetings are some 2,000 batch rows. */
  planOccurrences: Duration.minutes(10),
  /**
   * One slice, or one batch of 500 recipients at 3 a second. With a longer limit a message would stay hidden past the point where the planner takes
   * its batch for lost.
   */
  carryOutOrders: Duration.minutes(3),
  recordDelivery: Duration.minutes(1),
  /** Five mails of up to 10 MB each. */
  receiveReply: Duration.minutes(1),
  /** A day's rows of a busy company. The next night continues what is left. */
  purgeExpired: Duration.minutes(15),
  /** A day's rows, then a year's files. What there was no time for is left to the next night. */
  rollUpNight: Duration.minutes(15),
  /** The HTTP API gives up after 30 seconds. */
  servePages: Duration.seconds(15),
  hearTelephone: Duration.seconds(15),
  /** An erasure or an export reads all rows of a customer and every stray mail that is kept; the API gives up one second later. */
  /** A picture takes some seconds after a cold start: its engine is compiled first. */
  drawReport: Duration.seconds(29),
  serveStaff: Duration.seconds(29),
} as const satisfies Record<DeployedName, Duration>
