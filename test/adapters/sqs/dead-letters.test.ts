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
    orderQueueUrl: url('orders'),
    orderDeadLetterUrl: url('orders-dead'),
    deliveryQueueUrl: url('deliveries'),
    deliveryDeadLetterUrl: url('deliveries-dead'),
    replyQueueUrl: url('replies'),
    replyDeadLetterUrl: url('replies-dead'),
    scheduleDeadLetterUrl: url('schedules-dead'),
  }
  const put = (QueueUrl: string, ...bodies: readonly string[]) =>
    Promise.all(bodies.map((MessageBody) => localClient().send(new SendMessageCommand({ QueueUrl, MessageBody }))))
  return { urls, put, letters: sqsDeadLetters({ client, ...urls }) }
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
  const { urls, put, letters } = theQueues()
  const stop = 'one-click 1804644000000 token List-Unsubscribe=One-Click'
  await put(urls.orderDeadLetterUrl, '{"slice":1}', '{"kind":"opt-out"}', order('a'), order('b'))
  await put(urls.replyDeadLetterUrl, '{"Records":[{"eventName":"ObjectCreated:Put"}]}', stop)
  await put(urls.deliveryDeadLetterUrl, '{"detail-type":"Email Bounced – thư trả lại"}')
  await put(urls.scheduleDeadLetterUrl, order('c'))
  expect(await letters.putBack()).toEqual([
    { queue: 'orders', found: 4, putBack: 4, unreadable: 0 },
    { queue: 'deliveries', found: 1, putBack: 1, unreadable: 0 },
    { queue: 'replies', found: 2, putBack: 2, unreadable: 0 },
    { queue: 'schedules', found: 1, putBack: 1, unreadable: 0 },
  ])
  expect(await waiting(urls.orderQueueUrl)).toEqual(['{"kind":"opt-out"}', order('a'), order('b'), order('c'), '{"slice":1}'])
  expect(await waiting(urls.deliveryQueueUrl)).toEqual(['{"detail-type":"Email Bounced – thư trả lại"}'])
  expect(await waiting(urls.replyQueueUrl)).toEqual([stop, '{"Records":[{"eventName":"ObjectCreated:Put"}]}'].sort())
  const none = { ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0' }
  for (const url of [urls.orderDeadLetterUrl, urls.replyDeadLetterUrl, urls.deliveryDeadLetterUrl, urls.scheduleDeadLetterUrl])
    expect(await count(url)).toMatchObject(none)
})

test('nothing dead is nothing to do', async () => {
  const { letters } = theQueues()
  expect(await letters.putBack()).toEqual([
    { queue: 'orders', ...NOTHING },
    { queue: 'deliveries', ...NOTHING },
    { queue: 'replies', ...NOTHING },
    { queue: 'schedules', ...NOTHING },
  ])
})

test('many are put back, ten at a time, each once', async () => {
  const { urls, put, letters } = theQueues()
  const bodies = Array.from({ length: 37 }, (_, n) => order(String(n).padStart(2, '0')))
  await put(urls.orderDeadLetterUrl, ...bodies)
  expect(await letters.putBack()).toContainEqual({ queue: 'orders', found: 37, putBack: 37, unreadable: 0 })
  expect(await waiting(urls.orderQueueUrl)).toEqual(bodies)
})

test('what dies again while it runs waits for the next run', async () => {
  const client = localClient()
  const { urls, put, letters } = theQueues(client)
  // Whatever is put back dies at once.
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args)
        if (commandName === 'SendMessageCommand') await put(urls.orderDeadLetterUrl, order('again'))
        return answer
      },
    { step: 'initialize' },
  )
  await put(urls.orderDeadLetterUrl, order('1'), order('2'))
  expect(await letters.putBack()).toContainEqual({ queue: 'orders', found: 2, putBack: 2, unreadable: 0 })
  expect(await count(urls.orderDeadLetterUrl)).toMatchObject({ ApproximateNumberOfMessages: '2' })
})

test('a letter of a schedule that is no batch order stays where it is, and is told', async () => {
  const { urls, put, letters } = theQueues()
  await put(urls.scheduleDeadLetterUrl, 'not JSON', '{"detail":{}}', order('c'))
  expect(await letters.putBack()).toContainEqual({ queue: 'schedules', found: 3, putBack: 1, unreadable: 2 })
  expect(await waiting(urls.orderQueueUrl)).toEqual([order('c')])
  expect(await count(urls.scheduleDeadLetterUrl)).toMatchObject({ ApproximateNumberOfMessagesNotVisible: '2' })
})

test('a crash between sending and deleting repeats a letter and loses none', async () => {
  const client = localClient()
  const { urls, put, letters } = theQueues(client)
  await put(urls.orderDeadLetterUrl, order('1'))
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
  expect(await waiting(urls.orderQueueUrl)).toEqual([order('1')])
  expect(await count(urls.orderDeadLetterUrl)).toMatchObject({ ApproximateNumberOfMessagesNotVisible: '1' })
})
