/** The queues of the place that a command works on, for commands that order work or redrive it. */
import { SQSClient } from '@aws-sdk/client-sqs'
import { z } from 'zod'
import { sqsCaseOrders } from '#adapters/sqs/case-orders.ts'
import { sqsDeadLetters } from '#adapters/sqs/dead-letters.ts'
import { sqsNoticeQueue } from '#adapters/sqs/notice-queue.ts'
import { sqsWorkQueues } from '#adapters/sqs/work-queues.ts'
import type { CaseOrders } from '#app/ports/case-alarms.ts'
import type { DeadLetters } from '#app/ports/dead-letters.ts'
import type { NoticeQueue } from '#app/ports/notices.ts'
import type { WorkQueues } from '#app/ports/orders.ts'

export type Variables = Readonly<Record<string, string | undefined>>

const QueueEnvironment = z.object({
  ORDER_QUEUE_URL: z.url(),
  ORDER_DEAD_LETTER_URL: z.url(),
  DELIVERY_QUEUE_URL: z.url(),
  DELIVERY_DEAD_LETTER_URL: z.url(),
  REPLY_QUEUE_URL: z.url(),
  REPLY_DEAD_LETTER_URL: z.url(),
  SCHEDULE_DEAD_LETTER_URL: z.url(),
})

/** `out` says why there are no queues. */
export type Work =
  | {
      readonly queues: WorkQueues
      readonly notices: Pick<NoticeQueue, 'mailOfCase'>
      readonly deadLetters: Pick<DeadLetters, 'putBack'>
      readonly caseOrders: CaseOrders
    }
  | { readonly out: string }

/** A local system that does not run has no queues: the planner run at its start finds the waiting work again. */
export function openQueues({ variables, local }: { readonly variables: Variables; readonly local: boolean }): {
  readonly work: Work
  readonly close: () => void
} {
  const parsed = QueueEnvironment.safeParse(variables)
  if (!parsed.success) {
    const missing = parsed.error.issues.map(({ path }) => path.join('.')).join(', ')
    const out = local ? 'no system is running: start it with npm start' : `bad or missing environment variables: ${missing}`
    return { work: { out }, close: () => {} }
  }
  const env = parsed.data
  const endpoint = variables.AWS_ENDPOINT_URL_SQS
  // With the option, the client would call the host in a queue's URL instead of the endpoint.
  const client = new SQSClient({ ...clientOptions(variables, endpoint), ...(endpoint && { useQueueUrlAsEndpoint: false }) })
  const work = {
    queues: sqsWorkQueues({ client, orderQueueUrl: env.ORDER_QUEUE_URL }),
    notices: sqsNoticeQueue({ client, orderQueueUrl: env.ORDER_QUEUE_URL }),
    caseOrders: sqsCaseOrders({ client, orderQueueUrl: env.ORDER_QUEUE_URL }),
    deadLetters: sqsDeadLetters({
      client,
      orderQueueUrl: env.ORDER_QUEUE_URL,
      orderDeadLetterUrl: env.ORDER_DEAD_LETTER_URL,
      deliveryQueueUrl: env.DELIVERY_QUEUE_URL,
      deliveryDeadLetterUrl: env.DELIVERY_DEAD_LETTER_URL,
      replyQueueUrl: env.REPLY_QUEUE_URL,
      replyDeadLetterUrl: env.REPLY_DEAD_LETTER_URL,
      scheduleDeadLetterUrl: env.SCHEDULE_DEAD_LETTER_URL,
    }),
  }
  return { work, close: () => client.destroy() }
}

export const clientOptions = (
  { AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey }: Variables,
  endpoint: string | undefined,
) => ({
  ...(region && { region }),
  ...(endpoint && { endpoint }),
  ...(endpoint && accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
})
