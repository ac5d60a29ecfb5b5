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
  arrivals.note(target, {})
  expect(arrivals.count()).toBe(expected)
})

test('a message with a delay counts again when the delay is over, once', () => {
  let now = 0
  const arrivals = queueArrivals(() => now)
  arrivals.note('AmazonSQS.SendMessage', { DelaySeconds: 900 })
  arrivals.note('AmazonSQS.SendMessageBatch', { Entries: [{ DelaySeconds: 0 }, { DelaySeconds: 30 }] })
  arrivals.note('AmazonSQS.ChangeMessageVisibility', { VisibilityTimeout: 60 })
  const counts = [0, 29_999, 30_000, 60_000, 899_999, 900_000, 900_001].map((at) => {
    now = at
    return arrivals.count()
  })
  expect(counts).toEqual([3, 3, 4, 5, 5, 6, 6])
})
