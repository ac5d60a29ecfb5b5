/**
 * One queue for several kinds of message: each record goes alone to the handler of its kind, and that handler's answer goes back to the queue. Every
 * queue that Lambda reads takes at least two of the account's executions, so kinds share one (docs/adr/013).
 */
import type { Context, SQSBatchItemFailure, SQSBatchResponse, SQSEvent } from 'aws-lambda'

export type TimeLeft = Pick<Context, 'getRemainingTimeInMillis'>
export type QueueHandler = (event: SQSEvent, context?: TimeLeft) => Promise<SQSBatchResponse>

export const byKind =
  <Kind extends string>({
    kindOf,
    handlers,
  }: {
    readonly kindOf: (body: string) => Kind
    readonly handlers: Readonly<Record<Kind, QueueHandler>>
  }): QueueHandler =>
  async ({ Records }, context) => {
    const batchItemFailures: SQSBatchItemFailure[] = []
    for (const record of Records) {
      const settled = await handlers[kindOf(record.body)]({ Records: [record] }, context)
      batchItemFailures.push(...settled.batchItemFailures)
    }
    return { batchItemFailures }
  }
