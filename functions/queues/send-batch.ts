/** Takes batch orders from their queue and sends them. A batch that another sender holds goes back to the queue. */
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { ComeAgainError } from '#app/sending/come-again.ts'
import { type SendBatchPorts, sendBatch } from '#app/sending/send-batch.ts'
import type { Instant } from '#core/time/instant.ts'
import { type RecordFailed, settleRecords } from '#functions/queues/settle-records.ts'

const BatchOrderSchema = z.object({ occurrenceId: z.string().min(1), batchId: z.string().min(1) })

/** The longest time of a page of a hundred mails, at the slowest useful account rate, two a second. */
const PAGE_MS = 60_000

class BatchBusyError extends ComeAgainError {
  override name = 'BatchBusyError'
}

export const sendBatchHandler =
  ({ ports, clock, failed }: { ports: SendBatchPorts; clock: () => Instant; failed: RecordFailed }) =>
  (event: SQSEvent, context?: Pick<Context, 'getRemainingTimeInMillis'>): Promise<SQSBatchResponse> =>
    settleRecords(event, {
      act: async ({ body }) => {
        const order = BatchOrderSchema.parse(JSON.parse(body))
        const hasTime = () => context === undefined || context.getRemainingTimeInMillis() > PAGE_MS
        const result = await sendBatch(ports, order, clock, hasTime)
        if (result === 'busy') throw new BatchBusyError(`batch ${order.batchId} of ${order.occurrenceId} is with another sender`)
      },
      failed,
    })
