import { expect, test } from 'vitest'
import { queueArrivals } from '#local/aws/queue-arrivals.ts'

test.each([
  ['AmazonSQS.SendMessage', 1],
  ['AmazonSQS.SendMessageBatch', 1],
  ['AmazonSQS.ChangeMessageVisibility', 1],
  ['AmazonSQS.StartMessageMoveTask', 1],
  ['undefined', 1],
  ['AmazonSQS.ReceiveMessage', 0],
  ['AmazonSQS.DeleteMessageBatch', 0],
])('%s counts %i', (target, expected) => {
  const arrivals = queueArrivals()
  arrivals.note(target, { QueueUrl: 'orders' })
  expect(arrivals.count('orders')).toBe(expected)
  expect(arrivals.count('replies')).toBe(0)
})

test.each([[{}], [undefined], ['not JSON'], [{ SourceArn: 'arn:aws:sqs:::orders-dead' }]])(
  'what names no queue counts for every queue: %j',
  (body) => {
    const arrivals = queueArrivals()
    arrivals.note('AmazonSQS.StartMessageMoveTask', body)
    expect(arrivals.count('orders')).toBe(1)
    expect(arrivals.count('replies')).toBe(1)
  },
)

test('a message with a delay counts again when the delay is over, once', () => {
  let now = 0
  const QueueUrl = 'orders'
  const arrivals = queueArrivals(() => now)
  arrivals.note('AmazonSQS.SendMessage', { QueueUrl, DelaySeconds: 900 })
  arrivals.note('AmazonSQS.SendMessageBatch', { QueueUrl, Entries: [{ DelaySeconds: 0 }, { DelaySeconds: 30 }] })
  arrivals.note('AmazonSQS.ChangeMessageVisibility', { QueueUrl, VisibilityTimeout: 60 })
  const counts = [0, 29_999, 30_000, 60_000, 899_999, 900_000, 900_001].map((at) => {
    now = at
    return arrivals.count(QueueUrl)
  })
  expect(counts).toEqual([3, 3, 4, 5, 5, 6, 6])
})
