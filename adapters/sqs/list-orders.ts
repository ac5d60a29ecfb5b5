/** Orders about the lists of calls, on the queue of orders. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { ListOrders } from '#app/ports/list-orders.ts'

export interface SqsListOrders {
  readonly client: SQSClient
  readonly orderQueueUrl: string
}

/** As functions/queues/list-calls.ts reads them. */
export const sqsListOrders = ({ client, orderQueueUrl }: SqsListOrders): ListOrders => ({
  makeAgain: async ({ at: urgentAt, workId }) => {
    const MessageBody = JSON.stringify({ kind: 'list-calls', urgentAt, ...(workId !== null && { workId }) })
    await client.send(new SendMessageCommand({ QueueUrl: orderQueueUrl, MessageBody }))
  },
})
