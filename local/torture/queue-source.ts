/** A real queue, read as an event source reads it, with a queue's possible faults: late delivery, and double delivery. */
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { type OrderKind, orderKindOf } from '#functions/queues/carry-out-orders.ts'
import type { HeldBack } from '#local/torture/held-back.ts'
import type { Strikes } from '#local/torture/strikes.ts'
import type { Item } from '#local/torture/waiting-messages.ts'

/** The kind of an order; one queue holds them all. */
export type QueueKind = 'slices' | 'batches' | 'lists' | 'clocks'

export interface QueueSourceParts {
  readonly sqs: SQSClient
  readonly orderQueueUrl: string
  readonly strikes: Strikes
  readonly held: HeldBack
  readonly now: () => Instant
  /** Hands it to a function. */
  readonly add: (kind: QueueKind, item: Item) => void
}

/** A run sends no notices: a batch is what refuses them by name. */
const KIND_OF: Readonly<Record<OrderKind, QueueKind>> = {
  slice: 'slices',
  batch: 'batches',
  lists: 'lists',
  clocks: 'clocks',
  notice: 'batches',
}

/** As the queues are configured in AWS: six times the function's timeout. */
const HIDDEN_MS = 18 * MINUTE_MS
/** In real time no message may come back by itself: the longest timeout that SQS permits. */
const UNTIL_SAID_SECONDS = 43_200
const MOST_AT_ONCE = 10

export function queueSource({
  sqs,
  orderQueueUrl: QueueUrl,
  strikes: { strike, between, rates },
  held,
  now,
  add,
}: QueueSourceParts) {
  let isToLookAt = false
  let copies = 0

  const later = (kind: string, minutes: readonly [number, number], act: () => void) =>
    held.until(plusMs(now(), between(kind, minutes) * MINUTE_MS), act)

  /** At once or late, once or twice. */
  function arrive(kind: QueueKind, item: Item): void {
    const share = rates().message
    if (strike('message-late', share, 4)) later('message-late', [1, 90], () => add(kind, item))
    else add(kind, item)
    if (!strike('message-twice', share, 3)) return
    const copy: Item = { ...item, messageId: `copy-${++copies}`, done: () => {}, again: () => {} }
    if (between('message-twice', [0, 1]) === 0) add(kind, copy)
    else later('message-twice', [1, 120], () => add(kind, copy))
  }

  function itemOf(kind: QueueKind, { MessageId = '', Body = '', ReceiptHandle }: Message): Item {
    const show = async () => {
      await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }))
      isToLookAt = true
    }
    return {
      messageId: MessageId,
      body: Body,
      done: async () => void (await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))),
      // A dead process's message comes back sooner or later. At once is the hardest case: the next sender must notice that the batch was in work.
      again: (died) =>
        died && between(`${kind} after death`, [0, 1]) === 0 ? show() : held.until(plusMs(now(), HIDDEN_MS), show),
    }
  }

  async function receiveAll(): Promise<void> {
    const request = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: MOST_AT_ONCE,
      VisibilityTimeout: UNTIL_SAID_SECONDS,
    })
    for (;;) {
      const { Messages = [] } = await sqs.send(request)
      for (const message of Messages) {
        const kind = KIND_OF[orderKindOf(message.Body ?? '')]
        arrive(kind, itemOf(kind, message))
      }
      if (Messages.length < MOST_AT_ONCE) return
    }
  }

  return {
    /** A message was put into the queue. */
    look: () => {
      isToLookAt = true
    },
    isQuiet: () => !isToLookAt,
    async receive(): Promise<void> {
      if (!isToLookAt) return
      isToLookAt = false
      await receiveAll()
    },
  }
}
