/** Orders about the clocks of cases, on the queue of orders. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { CaseOrders } from '#app/ports/case-alarms.ts'

export interface SqsCaseOrders {
  readonly client: SQSClient
  readonly orderQueueUrl: string
}

/** As functions/queues/ring-case.ts reads it. */
export const ringOrder = (workId: string) => ({ kind: 'ring-case', workId })

export function sqsCaseOrders({ client, orderQueueUrl }: SqsCaseOrders): CaseOrders {
  const put = async (order: object) => {
    await client.send(new SendMessageCommand({ QueueUrl: orderQueueUrl, MessageBody: JSON.stringify(order) }))
  }
  return {
    ring: (workId) => put(ringOrder(workId)),
    lookFrom: (place) => put({ kind: 'look-at-clocks', place }),
  }
}
