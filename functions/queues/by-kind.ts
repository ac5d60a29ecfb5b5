/**
 * One queue for several kinds of message: each record goes to the handler of its kind, by itself, and its answer is what the queue hears.
 * Every queue that Lambda takes from may hold two of the account's executions at least, so kinds share one (docs/adr/013).
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
