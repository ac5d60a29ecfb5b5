/** Hands notices over through SQS, one message each. The caller hears of a failure, and asks again: two messages make one notice. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { Notice, NoticeQueue } from '#app/ports/notices.ts'

export interface SqsNoticeQueue {
  readonly client: SQSClient
  readonly orderQueueUrl: string
}

export function sqsNoticeQueue({ client, orderQueueUrl }: SqsNoticeQueue): NoticeQueue {
  async function put(notice: Notice, DelaySeconds: number): Promise<void> {
    await client.send(
      new SendMessageCommand({ QueueUrl: orderQueueUrl, MessageBody: JSON.stringify(messageOf(notice)), DelaySeconds }),
    )
  }
  return {
    confirmOptOut: (notice) => put(notice, 0),
    mailOfCase: (notice) => put(notice, 0),
    sendLater: (notice, afterMs) => put(notice, Math.min(LONGEST_DELAY_S, Math.max(0, Math.ceil(afterMs / 1_000)))),
  }
}

function messageOf(notice: Notice) {
  const { customerId } = notice
  if ('workId' in notice) return { kind: 'case-mail', customerId, workId: notice.workId, mailId: notice.mailId }
  return { kind: 'opt-out', customerId, purposes: notice.purposes, at: notice.at }
}

/** The limit of SQS. */
const LONGEST_DELAY_S = 900
