import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqsWorkQueues } from '#adapters/sqs/work-queues.ts'
import { orderKindOf } from '#functions/queues/carry-out-orders.ts'

let server: FauxqsServer
let queues = 0
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

function aQueue(client = localClient()) {
  const { queueUrl: orderQueueUrl } = server.createQueue(`orders-${++queues}`)
  return { client, orderQueueUrl, work: sqsWorkQueues({ client, orderQueueUrl }) }
}

async function drained(client: SQSClient, queueUrl: string): Promise<unknown[]> {
  const bodies: unknown[] = []
  for (;;) {
    const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }))
    if (Messages.length === 0) return bodies
    for (const { Body } of Messages) bodies.push(JSON.parse(Body ?? ''))
  }
}

test('slices and batches go to the queue of orders, as they are, and can be told apart there', async () => {
  const { client, work, orderQueueUrl } = aQueue()
  await work.planSlices([{ occurrenceId: 'tet_2027-02-06', slice: 3, pass: 'open' }])
  await work.sendBatches([{ occurrenceId: 'tet_2027-02-06', batchId: '003.01.+0700' }])
  const arrived = await drained(client, orderQueueUrl)
  expect(arrived).toEqual([
    { occurrenceId: 'tet_2027-02-06', slice: 3, pass: 'open' },
    { occurrenceId: 'tet_2027-02-06', batchId: '003.01.+0700' },
  ])
  expect(arrived.map((order) => orderKindOf(JSON.stringify(order)))).toEqual(['slice', 'batch'])
})

test.each([[0], [1], [10], [11], [256]])('%i orders arrive, each once', async (count) => {
  const { client, work, orderQueueUrl } = aQueue()
  const orders = Array.from({ length: count }, (_, slice) => ({
    occurrenceId: 'tet_2027-02-06',
    slice,
    pass: 'refresh' as const,
  }))
  await work.planSlices(orders)
  const arrived = await drained(client, orderQueueUrl)
  expect(arrived).toHaveLength(count)
  expect(arrived).toEqual(expect.arrayContaining(orders))
})

/** A client whose batch calls fail some of their entries, as SQS does inside an answer of 200. */
function failingClient(fails: (call: number, id: string) => { senderFault: boolean } | undefined): SQSClient {
  const client = localClient()
  let calls = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== SendMessageBatchCommand.name) return next(args)
      const call = ++calls
      const input: { Entries?: { Id: string }[] } = Object(args.input)
      const verdicts = (input.Entries ?? []).map((entry) => ({ entry, fault: fails(call, entry.Id) }))
      const Failed = verdicts.flatMap(({ entry, fault }) =>
        fault
          ? [
              {
                Id: entry.Id,
                SenderFault: fault.senderFault,
                Code: fault.senderFault ? 'InvalidMessageContents' : 'InternalError',
              },
            ]
          : [],
      )
      const passed = verdicts.filter(({ fault }) => fault === undefined).map(({ entry }) => entry)
      if (passed.length === 0) return { response: {}, output: { $metadata: {}, Successful: [], Failed } }
      const answer = await next({ ...args, input: Object({ ...args.input, Entries: passed }) })
      return { ...answer, output: { ...answer.output, Failed } }
    },
    { step: 'initialize', priority: 'high' },
  )
  return client
}

const twelve = Array.from({ length: 12 }, (_, n) => ({ occurrenceId: 'tet_2027-02-06', batchId: `003.${n}` }))

test('entries that fail inside a batch call are sent again, and only they', async () => {
  const { work, orderQueueUrl } = aQueue(
    failingClient((call, id) => (call <= 2 && id === '1' ? { senderFault: false } : undefined)),
  )
  await work.sendBatches(twelve)
  const arrived = await drained(localClient(), orderQueueUrl)
  expect(arrived).toHaveLength(12)
  expect(arrived).toEqual(expect.arrayContaining(twelve))
})

test('a message that the queue will never take is raised at once, others arrive', async () => {
  let calls = 0
  const client = failingClient((call, id) => {
    calls = call
    return id === '0' ? { senderFault: true } : undefined
  })
  const { work, orderQueueUrl } = aQueue(client)
  await expect(work.sendBatches(twelve.slice(0, 3))).rejects.toThrow(
    '1 of 3 messages were refused by the queue: InvalidMessageContents',
  )
  expect(calls).toBe(1)
  expect(await drained(localClient(), orderQueueUrl)).toHaveLength(2)
})

test('entries that keep failing are raised in the end', async () => {
  const { work } = aQueue(failingClient(() => ({ senderFault: false })))
  await expect(work.sendBatches(twelve.slice(0, 2))).rejects.toThrow('2 of 2 messages were refused by the queue: InternalError')
})

test('a queue that does not exist is raised', async () => {
  const { client, orderQueueUrl } = aQueue()
  const work = sqsWorkQueues({ client, orderQueueUrl: `${orderQueueUrl}-gone` })
  await expect(work.planSlices([{ occurrenceId: 'tet_2027-02-06', slice: 0, pass: 'open' }])).rejects.toThrow()
})
