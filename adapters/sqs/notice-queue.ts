/** Hands notices over through SQS, one message each. The caller hears of a failure, and asks again: two messages make one notice. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { NoticeQueue, OptOutNotice } from '#app/ports/notices.ts'

export interface SqsNoticeQueue {
  readonly client: SQSClient
  readonly orderQueueUrl: string
}

export function sqsNoticeQueue({ client, orderQueueUrl }: SqsNoticeQueue): NoticeQueue {
  async function put({ customerId, purposes, at }: OptOutNotice, DelaySeconds: number): Promise<void> {
    const MessageBody = JSON.stringify({ kind: 'opt-out', customerId, purposes, at })
    await client.send(new SendMessageCommand({ QueueUrl: orderQueueUrl, MessageBody, DelaySeconds }))
  }
  return {
    confirmOptOut: (notice) => put(notice, 0),
    confirmLater: (notice, afterMs) => put(notice, Math.min(LONGEST_DELAY_S, Math.max(0, Math.ceil(afterMs / 1_000)))),
  }
}

/** The limit of SQS. */
const LONGEST_DELAY_S = 900
