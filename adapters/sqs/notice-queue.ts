/** Notices handed over through SQS, one message each. Whoever asks hears of a failure, and asks again: a message twice is one notice. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { NoticeQueue } from '#app/listening-ports.ts'

export interface SqsNoticeQueue {
  readonly client: SQSClient
  readonly orderQueueUrl: string
}

export function sqsNoticeQueue({ client, orderQueueUrl }: SqsNoticeQueue): NoticeQueue {
  return {
    confirmOptOut: async ({ customerId, purposes, at }) => {
      const MessageBody = JSON.stringify({ kind: 'opt-out', customerId, purposes, at })
      await client.send(new SendMessageCommand({ QueueUrl: orderQueueUrl, MessageBody }))
    },
  }
}
