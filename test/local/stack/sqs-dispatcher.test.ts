import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type RunningQueues, startQueues } from '#local/aws/queues.ts'
import { queueDrain } from '#local/stack/sqs-dispatcher.ts'

let queues: RunningQueues
let sqs: SQSClient
let received: number

beforeAll(async () => {
  queues = await startQueues({ queues: [{ name: 'orders', visibilitySeconds: 1 }, { name: 'replies' }] })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  sqs = new SQSClient({ endpoint: queues.endpoint, region: 'ap-southeast-1', credentials, useQueueUrlAsEndpoint: false })
  sqs.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'ReceiveMessageCommand') received++
        return next(args)
      },
    { step: 'initialize' },
  )
})
beforeEach(() => {
  received = 0
})
afterAll(async () => {
  sqs.destroy()
  await queues.stop()
})

const send = (name: string, MessageBody: string, DelaySeconds = 0) =>
  sqs.send(new SendMessageCommand({ QueueUrl: queues.queue(name).url, MessageBody, DelaySeconds }))

/** Keeps the bodies it gets; `act` decides about each. */
function draining(act: (body: string) => Promise<'done' | 'failed'> = async () => 'done') {
  const bodies: string[] = []
  const handler = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = []
    for (const { body, messageId } of Records) {
      bodies.push(body)
      if ((await act(body)) === 'failed') batchItemFailures.push({ itemIdentifier: messageId })
    }
    return { batchItemFailures }
  }
  const sources = ['orders', 'replies'].map((name) => {
    const { url, arn } = queues.queue(name)
    return { queueUrl: url, queueArn: arn, handler }
  })
  return { bodies, drain: queueDrain(sqs, { sources, arrivals: queues.arrivals }) }
}

test('queues that were seen empty are not asked again before something comes', async () => {
  const { bodies, drain } = draining()
  await drain()
  expect(received).toBe(2)
  await drain()
  expect(received).toBe(2)
  await send('replies', 'one')
  await drain()
  expect(bodies).toEqual(['one'])
  // Once for the message, and once more to see that no other came; the queue that nothing came into is not asked.
  expect(received).toBe(4)
  await drain()
  expect(received).toBe(4)
})

test('what a handler sends, and what comes while the last queue is asked, is worked off', async () => {
  const { bodies, drain } = draining(async (body) => {
    if (body === 'first') await send('orders', 'second')
    return 'done'
  })
  await send('replies', 'first')
  await drain()
  expect(bodies).toEqual(['first', 'second'])
})

test('a message that fails comes again in the same drain', async () => {
  let fails = 2
  const { bodies, drain } = draining(async () => (fails-- > 0 ? 'failed' : 'done'))
  await send('orders', 'one')
  await drain()
  expect(bodies).toEqual(['one', 'one', 'one'])
})

test('a message with a delay is taken once its delay is over', async () => {
  const { bodies, drain } = draining()
  await send('orders', 'later', 1)
  await drain()
  expect(bodies).toEqual([])
  await expect.poll(async () => drain().then(() => bodies), { timeout: 60_000 }).toEqual(['later'])
})

test('after a drain that broke off, its messages are found when they become visible again', async () => {
  let breaks = 1
  const { bodies, drain } = draining(async () => {
    if (breaks-- > 0) throw new Error('broke off')
    return 'done'
  })
  await send('orders', 'one')
  await expect(drain()).rejects.toThrow('broke off')
  await drain()
  await expect.poll(async () => drain().then(() => bodies), { timeout: 60_000 }).toEqual(['one', 'one'])
})
