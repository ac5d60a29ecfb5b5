/** What a function gets from its queue: records m-1, m-2 … with these bodies, values as JSON and texts as they are. */
import type { SQSEvent } from 'aws-lambda'

export const sqsEvent = (...bodies: readonly unknown[]): SQSEvent => ({
  Records: bodies.map((body, at) => ({
    messageId: `m-${at + 1}`,
    receiptHandle: `handle-${at + 1}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1804644000000',
      SenderId: 'AIDAIENQZJOLO23YVJ4VO',
      ApproximateFirstReceiveTimestamp: '1804644000001',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:ap-southeast-1:123456789012:orders',
    awsRegion: 'ap-southeast-1',
  })),
})

/** Ids of the messages that are to come again. */
export const again = ({ batchItemFailures }: { batchItemFailures: readonly { itemIdentifier: string }[] }) =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
