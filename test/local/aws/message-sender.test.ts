import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { expect, onTestFinished, test } from 'vitest'
import { messageSender } from '#local/aws/message-sender.ts'
import { startQueues } from '#local/aws/queues.ts'

async function running() {
  const queues = await startQueues({ queues: [{ name: 'one' }, { name: 'two' }] })
  const sqs = new SQSClient({
    endpoint: queues.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    useQueueUrlAsEndpoint: false,
  })
  onTestFinished(async () => {
    sqs.destroy()
    await queues.stop()
  })
  const calls: number[] = []
  sqs.middlewareStack.add(
    (next) => (asked) => {
      const { Entries } = asked.input as { readonly Entries?: readonly unknown[] }
      if (Entries) calls.push(Entries.length)
      return next(asked)
    },
    { step: 'initialize' },
  )
  const bodiesIn = async (name: string) => {
    const QueueUrl = queues.queue(name).url
    const bodies: string[] = []
    for (;;) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
      if (Messages.length === 0) return bodies
      bodies.push(...Messages.map(({ Body = '' }) => Body))
    }
  }
  return { sqs, send: messageSender(sqs), calls, bodiesIn, url: (name: string) => queues.queue(name).url }
}

test('messages of one moment go in calls of ten, in their order, and each into its queue', async () => {
  const { send, calls, bodiesIn, url } = await running()
  const bodies = Array.from({ length: 23 }, (_, n) => `message ${n}`)
  await Promise.all([...bodies.map((body) => send(url('one'), body)), send(url('two'), 'alone')])
  expect(calls.toSorted((a, b) => a - b)).toEqual([1, 3, 10, 10])
  expect(await bodiesIn('one')).toEqual(bodies)
  expect(await bodiesIn('two')).toEqual(['alone'])
})

test('a call holds no more bytes than SQS takes', async () => {
  const { send, calls, bodiesIn, url } = await running()
  const large = ['a', 'b', 'c'].map((letter) => letter.repeat(400_000))
  await Promise.all(large.map((body) => send(url('one'), body)))
  expect(calls).toEqual([2, 1])
  expect((await bodiesIn('one')).map(({ length }) => length)).toEqual([400_000, 400_000, 400_000])
})

test('a message that the queue refuses fails alone, and a later one goes', async () => {
  const { send, bodiesIn, url } = await running()
  const [first, refused, last] = await Promise.allSettled([
    send(url('one'), 'first'),
    send(url('one'), 'a \u0001'),
    send(url('one'), 'last'),
  ])
  expect([first.status, refused.status, last.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  await send(url('one'), 'later')
  expect(await bodiesIn('one')).toEqual(['first', 'last', 'later'])
})

test('when the call fails, each of its messages fails', async () => {
  const { sqs, url } = await running()
  const broken = messageSender({
    send: (command: unknown) =>
      command instanceof SendMessageBatchCommand ? Promise.reject(new Error('no network')) : sqs.send(command as never),
  } as Pick<SQSClient, 'send'>)
  const sent = await Promise.allSettled([broken(url('one'), 'a'), broken(url('one'), 'b')])
  expect(sent.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
