/** Takes what concerns the clocks of cases from the queue of orders: the alarm of one that rings, and the look of the night at all of them. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { type LookAtClocksPorts, lookAtClocks } from '#app/desk/look-at-clocks.ts'
import { type RingCasePorts, ringCase } from '#app/sending/ring-case.ts'
import type { Instant } from '#core/time/instant.ts'
import { type RecordFailed, settleRecords } from '#functions/queues/settle-records.ts'

export const [RING_CASE, LOOK_AT_CLOCKS] = ['ring-case', 'look-at-clocks'] as const

const OrderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(RING_CASE), workId: z.string().min(1) }),
  /** `place`: behind which item; absent in the order of the schedule. */
  z.strictObject({ kind: z.literal(LOOK_AT_CLOCKS), place: z.string().optional() }),
])

export type CaseClockPorts = RingCasePorts & LookAtClocksPorts

export const ringCaseHandler =
  ({ ports, clock, failed }: { ports: CaseClockPorts; clock: () => Instant; failed: RecordFailed }) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    settleRecords(event, {
      act: async ({ body }) => {
        const order = OrderSchema.parse(JSON.parse(body))
        if (order.kind === RING_CASE) await ringCase(ports, { workId: order.workId, clock })
        else await lookAtClocks(ports, { after: order.place ?? null, now: clock() })
      },
      failed,
    })
