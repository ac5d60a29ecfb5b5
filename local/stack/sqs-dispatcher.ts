/**
 * Does the work of Lambda's event source mappings: takes messages from the queues, gives them to the same handlers, and deletes the settled ones. The
 * others come again, until the queue's redrive policy sends them to the dead letters.
 */
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { eachBounded } from '#app/each-bounded.ts'

export interface EventSource {
  readonly queueUrl: string
  readonly queueArn: string
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse>
  /** Messages of a queue whose events hold one: Lambda carries them out beside each other. The others go together, in their order. */
  readonly isAlone?: (body: string) => boolean
}

const MESSAGES_PER_EVENT = 10
/** The database is a process of its own, so one function can go on while another waits for it. */
const EVENTS_AT_ONCE = 4

interface DrainParts {
  readonly sources: readonly EventSource[]
  /** Grows when a message may have become visible in a queue. */
  readonly arrivals: (queueUrl: string) => number
}

/**
 * Works off every queue until all are empty, beside each other as in AWS, including messages that one handler puts into another's queue. A queue that was seen empty is asked
 * again when something may have come into it.
 */
export function queueDrain(sqs: SQSClient, { sources, arrivals }: DrainParts): () => Promise<void> {
  const emptyAt = new Map<string, number>()
  let brokeOff = false

  /** Whether the queue had messages. */
  async function workOff(source: EventSource, asked: Set<string>): Promise<boolean> {
    const { queueUrl } = source
    let busy = false
    for (;;) {
      const before = arrivals(queueUrl)
      const isSeenEmpty = emptyAt.get(queueUrl) === before && (!brokeOff || asked.has(queueUrl))
      if (isSeenEmpty) return busy
      asked.add(queueUrl)
      if ((await handOver(sqs, source)) > 0) busy = true
      else emptyAt.set(queueUrl, before)
    }
  }

  async function drain(): Promise<void> {
    const asked = new Set<string>()
    for (let busy = true; busy; ) {
      const worked = await Promise.allSettled(sources.map((source) => workOff(source, asked)))
      // A queue that broke off leaves the others to end what they hold.
      for (const result of worked) if (result.status === 'rejected') throw result.reason
      busy = worked.some((result) => result.status === 'fulfilled' && result.value)
    }
  }
  return () =>
    drain().catch((error: unknown) => {
      // Messages received and not settled become visible by themselves later, so from now on the queues are asked every time.
      brokeOff = true
      throw error
    })
}

async function handOver(sqs: SQSClient, source: EventSource): Promise<number> {
  const { queueUrl } = source

  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: MESSAGES_PER_EVENT,
      MessageSystemAttributeNames: ['All'],
    }),
  )
  if (Messages.length === 0) return 0
  const failed = await failuresOf(source, Messages)
  const done = Messages.filter(({ MessageId }) => !failed.has(MessageId ?? ''))
  if (done.length > 0) {
    const Entries = done.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle }))
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }))
  }
  // On a moved clock a real visibility timeout would never end, so a failed message comes again at once.
  for (const { ReceiptHandle } of Messages.filter((message) => !done.includes(message))) {
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout: 0 }))
  }
  return Messages.length
}

async function failuresOf({ queueArn, handler, isAlone = () => false }: EventSource, messages: readonly Message[]) {
  const failed = new Set<string>()
  const hand = async (some: readonly Message[]) => {
    const { batchItemFailures } = await handler({ Records: some.map((message) => recordOf(message, queueArn)) })
    for (const { itemIdentifier } of batchItemFailures) failed.add(itemIdentifier)
  }
  const { alone = [], together = [] } = Object.groupBy(messages, ({ Body = '' }) => (isAlone(Body) ? 'alone' : 'together'))
  await eachBounded(alone, { limit: EVENTS_AT_ONCE, act: (message) => hand([message]) })
  if (together.length > 0) await hand(together)
  return failed
}

function recordOf(
  { MessageId = '', ReceiptHandle = '', Body = '', Attributes = {}, MD5OfBody = '' }: Message,
  queueArn: string,
): SQSEvent['Records'][number] {
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: {
      ApproximateReceiveCount: Attributes.ApproximateReceiveCount ?? '1',
      SentTimestamp: Attributes.SentTimestamp ?? '0',
      SenderId: Attributes.SenderId ?? 'local',
      ApproximateFirstReceiveTimestamp: Attributes.ApproximateFirstReceiveTimestamp ?? '0',
    },
    messageAttributes: {},
    md5OfBody: MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: queueArn.split(':')[3] ?? '',
  }
}
