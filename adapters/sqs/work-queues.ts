/**
 * Hands work over through SQS, ten orders a call. A batch call succeeds even when some of its messages failed: those are sent again. When they keep
 * failing the whole hand-over fails, because a lost order is work that never runs.
 */
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { backOff } from '#adapters/back-off.ts'
import { inChunks } from '#adapters/in-chunks.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { WorkQueues } from '#app/ports/orders.ts'

const MESSAGES_PER_CALL = 10
const CALLS_AT_ONCE = 8
const TRIES = 5

export interface SqsWorkQueues {
  readonly client: SQSClient
  /** Slices and batches alike: the handler tells them apart. */
  readonly orderQueueUrl: string
}

export function sqsWorkQueues({ client, orderQueueUrl }: SqsWorkQueues): WorkQueues {
  const handOver = (orders: readonly object[]) => {
    const chunks = inChunks(
      orders.map((order) => JSON.stringify(order)),
      MESSAGES_PER_CALL,
    )
    return eachBounded(chunks, { limit: CALLS_AT_ONCE, act: (bodies) => sendAll(client, { queueUrl: orderQueueUrl, bodies }) })
  }
  return {
    planSlices: (orders) => handOver(orders),
    sendBatches: (orders) => handOver(orders),
  }
}

async function sendAll(
  client: SQSClient,
  { queueUrl, bodies }: { readonly queueUrl: string; readonly bodies: readonly string[] },
): Promise<void> {
  let entries = bodies.map((body, at) => ({ Id: String(at), MessageBody: body }))
  for (let attempt = 1; ; attempt++) {
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }))
    if (Failed.length === 0) return
    const hopeless = Failed.find(({ SenderFault }) => SenderFault)
    if (hopeless || attempt === TRIES) {
      const { Code, Message } = hopeless ?? Failed[0] ?? {}
      throw new Error(`${Failed.length} of ${bodies.length} messages were refused by the queue: ${Code} ${Message ?? ''}`)
    }
    const failed = new Set(Failed.map(({ Id }) => Id))
    entries = entries.filter(({ Id }) => failed.has(Id))
    await backOff(attempt)
  }
}
