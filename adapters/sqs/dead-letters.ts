/**
 * Puts dead letters back into their queues: sent first, then deleted, so that a crash between the two repeats a letter and loses none. A run takes as
 * many as waited when it began: letters that die again meanwhile cannot keep it running for ever.
 */
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { eachBounded } from '#app/each-bounded.ts'
import type { DeadLetters, PutBack } from '#app/ports/dead-letters.ts'

const LETTERS_PER_CALL = 10
/** Letters stay hidden from other readers for longer than ten of them take. */
const HIDDEN_SECONDS = 60
/** Long polling: a short poll asks only some of the servers, and may find nothing where letters wait. */
const LOOK_SECONDS = 1

export interface SqsDeadLetters {
  readonly client: SQSClient
  readonly orderQueueUrl: string
  readonly orderDeadLetterUrl: string
  readonly deliveryQueueUrl: string
  readonly deliveryDeadLetterUrl: string
  readonly replyQueueUrl: string
  readonly replyDeadLetterUrl: string
  readonly scheduleDeadLetterUrl: string
}

interface Way {
  readonly queue: PutBack['queue']
  readonly from: string
  readonly to: string
  readonly isReadable?: (body: string) => boolean
}

export function sqsDeadLetters({ client, ...urls }: SqsDeadLetters): DeadLetters {
  const ways: readonly Way[] = [
    { queue: 'orders', from: urls.orderDeadLetterUrl, to: urls.orderQueueUrl },
    // Some came straight from the event bus: SQS knows no source queue for them.
    { queue: 'deliveries', from: urls.deliveryDeadLetterUrl, to: urls.deliveryQueueUrl },
    { queue: 'replies', from: urls.replyDeadLetterUrl, to: urls.replyQueueUrl },
    // A schedule that could not be delivered leaves its payload: the order of a batch, or of a case whose clock rings.
    { queue: 'schedules', from: urls.scheduleDeadLetterUrl, to: urls.orderQueueUrl, isReadable: isScheduled },
  ]
  return {
    waiting: async () => {
      const counts = await Promise.all(ways.map(({ from }) => countLetters(client, from)))
      return counts.reduce((sum, count) => sum + count, 0)
    },
    putBack: async () => {
      const done: PutBack[] = []
      for (const way of ways) done.push(await putBack(client, way))
      return done
    },
  }
}

async function putBack(client: SQSClient, { queue, from, to, isReadable = () => true }: Way): Promise<PutBack> {
  const found = await countLetters(client, from)
  let [taken, back, unreadable] = [0, 0, 0]
  while (taken < found) {
    const letters = await receive(client, { from, most: Math.min(LETTERS_PER_CALL, found - taken) })
    if (letters.length === 0) break
    taken += letters.length
    const good = letters.filter(({ Body = '' }) => isReadable(Body))
    unreadable += letters.length - good.length
    await eachBounded(good, { limit: LETTERS_PER_CALL, act: (letter) => move(client, { letter, from, to }) })
    back += good.length
  }
  return { queue, found, putBack: back, unreadable }
}

/** About how many letters wait there; exact once no letter has come for a minute. */
async function countLetters(client: SQSClient, QueueUrl: string): Promise<number> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  )
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0)
}

async function receive(client: SQSClient, { from, most }: { from: string; most: number }): Promise<readonly Message[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: from,
      MaxNumberOfMessages: most,
      VisibilityTimeout: HIDDEN_SECONDS,
      WaitTimeSeconds: LOOK_SECONDS,
    }),
  )
  return Messages
}

async function move(client: SQSClient, { letter, from, to }: { letter: Message; from: string; to: string }): Promise<void> {
  await client.send(new SendMessageCommand({ QueueUrl: to, MessageBody: letter.Body }))
  await client.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle: letter.ReceiptHandle }))
}

const ScheduledSchema = z.union([
  z.object({ occurrenceId: z.string().min(1), batchId: z.string().min(1) }),
  z.object({ kind: z.literal('ring-case'), workId: z.string().min(1) }),
])

function isScheduled(body: string): boolean {
  try {
    return ScheduledSchema.safeParse(JSON.parse(body)).success
  } catch {
    return false
  }
}
