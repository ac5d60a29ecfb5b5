/** How long each function may take. Queues take their visibility from here, so that no message comes back while it is worked on. */
import { Duration } from 'aws-cdk-lib'
import type { FunctionName } from '#functions/env.ts'

export const TIMEOUTS = {
  /** Reads the plan of the days around and draws balances: a million greetings are some 2,000 batch rows. */
  planOccurrences: Duration.minutes(10),
  planSlice: Duration.minutes(5),
  /** 500 recipients at 2 a second; an account with a smaller quota hands the rest of a batch back. */
  sendBatch: Duration.minutes(5),
  recordDelivery: Duration.minutes(1),
  /** The HTTP API itself gives up after 30 seconds. */
  servePages: Duration.seconds(15),
} as const satisfies Record<FunctionName, Duration>
