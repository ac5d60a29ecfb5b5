import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqsDeadLetters } from '#adapters/sqs/dead-letters.ts'

let server: FauxqsServer
let made = 0
beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' })
})
afterAll(() => server.stop())

const localClient = () =>
  new SQSClient({
    endpoint: server.address,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    useQueueUrlAsEndpoint: false,
  })

function theQueues(client = localClient()) {
  made++
  const url = (name: string) => server.createQueue(`${name}-${made}`).queueUrl
  const urls = {
    sliceQueueUrl: url('slices'),
    sliceDeadLetterUrl: url('slices-dead'),
    batchQueueUrl: url('batches'),
    batchDeadLetterUrl: url('batches-dead'),
    deliveryQueueUrl: url('deliveries'),
    deliveryDeadLetterUrl: url('deliveries-dead'),
    noticeQueueUrl: url('notices'),
    noticeDeadLetterUrl: url('notices-dead'),
    scheduleDeadLetterUrl: url('schedules-dead'),
  }
  const replies = { queueUrl: url('replies'), deadLetterUrl: url('replies-dead') }
  const put = (QueueUrl: string, ...bodies: readonly string[]) =>
    Promise.all(bodies.map((MessageBody) => localClient().send(new SendMessageCommand({ QueueUrl, MessageBody }))))
  return { urls, replies, put, letters: sqsDeadLetters({ client, ...urls, replies }) }
}

async function waiting(QueueUrl: string): Promise<string[]> {
  const client = localClient()
  const bodies: string[] = []
  for (;;) {
    const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
    if (Messages.length === 0) return bodies.sort()
    for (const { Body = '' } of Messages) bodies.push(Body)
  }
}

async function count(QueueUrl: string): Promise<Record<string, string>> {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const
  const { Attributes = {} } = await localClient().send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }))
  return Attributes
}

const NOTHING = { found: 0, putBack: 0, unreadable: 0 }
const order = (batchId: string) => JSON.stringify({ occurrenceId: 'tet_2027-02-06', batchId })

test('each letter goes back to its own queue, as it is, and is no longer dead', async () => {
  const { urls, replies, put, letters } = theQueues()
  await put(urls.sliceDeadLetterUrl, '{"slice":1}')
  await put(replies.deadLetterUrl, '{"Records":[{"eventName":"ObjectCreated:Put"}]}')
  await put(urls.noticeDeadLetterUrl, '{"kind":"opt-out"}')
  await put(urls.batchDeadLetterUrl, order('a'), order('b'))
  await put(urls.deliveryDeadLetterUrl, '{"detail-type":"Email Bounced – thư trả lại"}')
  await put(urls.scheduleDeadLetterUrl, order('c'))
  expect(await letters.putBack()).toEqual([
    { queue: 'slices', found: 1, putBack: 1, unreadable: 0 },
    { queue: 'batches', found: 2, putBack: 2, unreadable: 0 },
    { queue: 'deliveries', found: 1, putBack: 1, unreadable: 0 },
    { queue: 'replies', found: 1, putBack: 1, unreadable: 0 },
    { queue: 'notices', found: 1, putBack: 1, unreadable: 0 },
    { queue: 'schedules', found: 1, putBack: 1, unreadable: 0 },
  ])
  expect(await waiting(urls.sliceQueueUrl)).toEqual(['{"slice":1}'])
  expect(await waiting(urls.batchQueueUrl)).toEqual([order('a'), order('b'), order('c')])
  expect(await waiting(urls.deliveryQueueUrl)).toEqual(['{"detail-type":"Email Bounced – thư trả lại"}'])
  expect(await waiting(replies.queueUrl)).toEqual(['{"Records":[{"eventName":"ObjectCreated:Put"}]}'])
  expect(await waiting(urls.noticeQueueUrl)).toEqual(['{"kind":"opt-out"}'])
  const none = { ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0' }
  for (const url of [urls.sliceDeadLetterUrl, urls.batchDeadLetterUrl, urls.deliveryDeadLetterUrl, urls.scheduleDeadLetterUrl])
    expect(await count(url)).toMatchObject(none)
})

test('nothing dead is nothing to do', async () => {
  const { letters } = theQueues()
  expect(await letters.putBack()).toEqual([
    { queue: 'slices', ...NOTHING },
    { queue: 'batches', ...NOTHING },
    { queue: 'deliveries', ...NOTHING },
    { queue: 'replies', ...NOTHING },
    { queue: 'notices', ...NOTHING },
    { queue: 'schedules', ...NOTHING },
  ])
})

test('where no mail comes in, there is nothing to put back of it', async () => {
  const { urls } = theQueues()
  const queues = (await sqsDeadLetters({ client: localClient(), ...urls }).putBack()).map(({ queue }) => queue)
  expect(queues).toEqual(['slices', 'batches', 'deliveries', 'notices', 'schedules'])
})

test('many are put back, ten at a time, each once', async () => {
  const { urls, put, letters } = theQueues()
  const bodies = Array.from({ length: 37 }, (_, n) => order(String(n).padStart(2, '0')))
  await put(urls.batchDeadLetterUrl, ...bodies)
  expect(await letters.putBack()).toContainEqual({ queue: 'batches', found: 37, putBack: 37, unreadable: 0 })
  expect(await waiting(urls.batchQueueUrl)).toEqual(bodies)
})

test('what dies again while it runs waits for the next run', async () => {
  const client = localClient()
  const { urls, put, letters } = theQueues(client)
  // Whatever is put back dies at once.
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args)
        if (commandName === 'SendMessageCommand') await put(urls.batchDeadLetterUrl, order('again'))
        return answer
      },
    { step: 'initialize' },
  )
  await put(urls.batchDeadLetterUrl, order('1'), order('2'))
  expect(await letters.putBack()).toContainEqual({ queue: 'batches', found: 2, putBack: 2, unreadable: 0 })
  expect(await count(urls.batchDeadLetterUrl)).toMatchObject({ ApproximateNumberOfMessages: '2' })
})

test('a letter of a schedule that is no batch order stays where it is, and is told', async () => {
  const { urls, put, letters } = theQueues()
  await put(urls.scheduleDeadLetterUrl, 'not JSON', '{"detail":{}}', order('c'))
  expect(await letters.putBack()).toContainEqual({ queue: 'schedules', found: 3, putBack: 1, unreadable: 2 })
  expect(await waiting(urls.batchQueueUrl)).toEqual([order('c')])
  expect(await count(urls.scheduleDeadLetterUrl)).toMatchObject({ ApproximateNumberOfMessagesNotVisible: '2' })
})

test('a crash between sending and deleting repeats a letter and loses none', async () => {
  const client = localClient()
  const { urls, put, letters } = theQueues(client)
  await put(urls.batchDeadLetterUrl, order('1'))
  const crash = client.middlewareStack
  crash.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === DeleteMessageCommand.name) throw new Error('the machine died')
        return next(args)
      },
    { step: 'initialize', name: 'crash' },
  )
  await expect(letters.putBack()).rejects.toThrow('the machine died')
  expect(await waiting(urls.batchQueueUrl)).toEqual([order('1')])
  expect(await count(urls.batchDeadLetterUrl)).toMatchObject({ ApproximateNumberOfMessagesNotVisible: '1' })
})
