/** Notices through SQS keep the promises of the port, and say what kind of notice they are. */
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqsNoticeQueue } from '#adapters/sqs/notice-queue.ts'
import { type RunningQueues, startQueues } from '#local/aws/queues.ts'
import { noticeQueueContract } from '#test/contract/notice-queue.contract.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'

const NAMES = Array.from({ length: 6 }, (_, n) => `send-notice-${n}`)
let server: RunningQueues
let client: SQSClient
beforeAll(async () => {
  server = await startQueues({ queues: NAMES.map((name) => ({ name })) })
  client = new SQSClient({
    endpoint: server.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    useQueueUrlAsEndpoint: false,
    maxAttempts: 1,
  })
})
afterAll(() => {
  client.destroy()
  return server.stop()
})

const unused = [...NAMES]
function freshQueue() {
  const name = unused.shift()
  if (name === undefined) throw new Error('no queue is left for another test')
  const orderQueueUrl = server.queue(name).url
  const taken = async () => {
    const bodies: unknown[] = []
    for (;;) {
      const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: orderQueueUrl, MaxNumberOfMessages: 10 }))
      if (Messages.length === 0) return bodies
      for (const { Body } of Messages) bodies.push(JSON.parse(Body ?? ''))
    }
  }
  return { orderQueueUrl, taken, queue: sqsNoticeQueue({ client, orderQueueUrl }) }
}

noticeQueueContract(async () => freshQueue())

test('a message says that it is about an opt-out', async () => {
  const { queue, taken } = freshQueue()
  await queue.confirmOptOut({ customerId: 'c-001', purposes: ['survey'], at: AN_INSTANT })
  expect(await taken()).toEqual([{ kind: 'opt-out', customerId: 'c-001', purposes: ['survey'], at: AN_INSTANT }])
})

test.each([
  [119_001, 120],
  [-5, 0],
  [3 * 60 * 60_000, 900],
])('put off for %i ms it is hidden for %i s, within what a queue allows', async (afterMs, DelaySeconds) => {
  const asked: unknown[] = []
  const noted = { send: async ({ input }: { input: unknown }) => void asked.push(input) }
  const queue = sqsNoticeQueue({ client: noted as unknown as SQSClient, orderQueueUrl: 'https://queue' })
  await queue.sendLater({ customerId: 'c-001', purposes: ['survey'], at: AN_INSTANT }, afterMs)
  expect(asked).toEqual([expect.objectContaining({ DelaySeconds })])
})

test('what is put off for a while is not handed over before', async () => {
  const { queue, taken } = freshQueue()
  await queue.sendLater({ customerId: 'c-001', purposes: ['survey'], at: AN_INSTANT }, 60_000)
  expect(await taken()).toEqual([])
})

test('a queue that does not exist is raised', async () => {
  const queue = sqsNoticeQueue({ client, orderQueueUrl: `${server.queue(NAMES[0] ?? '').url}-gone` })
  await expect(queue.confirmOptOut({ customerId: 'c-001', purposes: ['survey'], at: AN_INSTANT })).rejects.toThrow()
})
