/** Orders to tell departments what is new, on the queue of orders. */
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import type { SqsListOrders } from '#adapters/sqs/list-orders.ts'
import type { DepartmentOrders } from '#app/ports/questions.ts'

/** As functions/queues/list-calls.ts reads it. */
const ORDER = { kind: 'list-calls', only: 'departments' }

export const sqsDepartmentOrders = ({ client, orderQueueUrl }: SqsListOrders): DepartmentOrders => ({
  tellDepartments: async () => {
    await client.send(new SendMessageCommand({ QueueUrl: orderQueueUrl, MessageBody: JSON.stringify(ORDER) }))
  },
})
