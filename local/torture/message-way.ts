/**
 * The way from the queues to the functions, as Lambda's event sources go it, with everything that queues may do: deliver twice, late, in
 * another order, and again after a failure, until a message counts as dead. Hidden times pass on the moved clock.
 */
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { JobKind } from '#local/torture/fault-plan.ts'
import type { HeldBack } from '#local/torture/held-back.ts'
import type { Strikes } from '#local/torture/strikes.ts'
import type { JobEnd } from '#local/torture/worker-pool.ts'
import type { Job } from '#local/torture/worker-words.ts'

interface Item {
  readonly messageId: string
  readonly body: string
  readonly done: () => void | Promise<void>
  /** Not settled: it comes again, when whoever delivers it says so. */
  readonly again: (died: boolean) => void | Promise<void>
}

type QueueKind = 'slices' | 'batches'

export interface MessageWayParts {
  readonly sqs: SQSClient
  readonly queueUrls: Readonly<Record<QueueKind, string>>
  readonly strikes: Strikes
  readonly held: HeldBack
  readonly now: () => Instant
  readonly recorded: (body: string) => void
}

/** As the queues are made in AWS: six times what the function may take. */
const HIDDEN_MS: Readonly<Record<JobKind, number>> = {
  plan: MINUTE_MS,
  slices: 18 * MINUTE_MS,
  batches: 18 * MINUTE_MS,
  deliveries: 6 * MINUTE_MS,
}
const RECORDS: Readonly<Record<JobKind, number>> = { plan: 1, slices: 1, batches: 1, deliveries: 20 }
const MOST_RECEIVES = 5
/** What Lambda gives a function that was called and not asked for an answer. */
const MOST_CALLS = 3
/** In real time no message may come back by itself: the longest that SQS knows. */
const UNTIL_SAID_SECONDS = 43_200
const KINDS: readonly JobKind[] = ['plan', 'slices', 'batches', 'deliveries']

type Fate = 'dropped' | 'late' | 'ordinary'

export function messageWay({ sqs, queueUrls, strikes, held, now, recorded }: MessageWayParts) {
  const { strike, between, rates } = strikes
  const ready: Record<JobKind, Item[]> = { plan: [], slices: [], batches: [], deliveries: [] }
  const toLookAt = new Set<QueueKind>()
  const fates = new Map<string, Fate>()
  let dead = 0
  let ids = 0

  const later = (kind: string, minutes: readonly [number, number], act: () => void | Promise<void>) =>
    held.until(plusMs(now(), between(kind, minutes) * MINUTE_MS), act)

  /** Into the hands of a function: at once or late, once or twice. */
  function arrive(kind: JobKind, item: Item): void {
    const share = rates().message
    if (strike('message-late', share, 4)) later('message-late', [1, 90], () => void ready[kind].push(item))
    else ready[kind].push(item)
    if (!strike('message-twice', share, 3)) return
    const copy: Item = { ...item, messageId: `copy-${++ids}`, done: () => {}, again: () => {} }
    if (between('message-twice', [0, 1]) === 0) ready[kind].push(copy)
    else later('message-twice', [1, 120], () => void ready[kind].push(copy))
  }

  async function receive(kind: QueueKind): Promise<void> {
    const QueueUrl = queueUrls[kind]
    const request = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: UNTIL_SAID_SECONDS })
    for (;;) {
      const { Messages = [] } = await sqs.send(request)
      for (const message of Messages) arrive(kind, itemOf(kind, message))
      if (Messages.length < 10) return
    }
  }

  function itemOf(kind: QueueKind, { MessageId = '', Body = '', ReceiptHandle }: Message): Item {
    const QueueUrl = queueUrls[kind]
    const show = async () => {
      await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }))
      toLookAt.add(kind)
    }
    return {
      messageId: MessageId,
      body: Body,
      done: async () => void (await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))),
      // Whoever dies gives its message back sooner or later: at once is the hardest for those who must notice that it was in work.
      again: (died) =>
        died && between(`${kind} after death`, [0, 1]) === 0 ? show() : held.until(plusMs(now(), HIDDEN_MS[kind]), show),
    }
  }

  /** A queue without a service of its own: in AWS the bus fills it, and no function of ours. */
  function event(body: string, receives = 1): void {
    const item: Item = {
      messageId: `event-${++ids}`,
      body,
      done: () => recorded(body),
      again: () => {
        if (receives >= MOST_RECEIVES) dead++
        else held.until(plusMs(now(), HIDDEN_MS.deliveries), () => event(body, receives + 1))
      },
    }
    ready.deliveries.push(item)
  }

  function call(calls = 1): void {
    ready.plan.push({
      messageId: `call-${++ids}`,
      body: '',
      done: () => {},
      again: () => {
        if (calls < MOST_CALLS) held.until(plusMs(now(), calls * HIDDEN_MS.plan), () => call(calls + 1))
      },
    })
  }

  return {
    /** The hourly look ahead is called. */
    callPlanner: () => call(),
    /** What is lost or slow is so for all that is said of one mail: a bus has bad hours, not bad sentences. */
    sesEvent(body: string, messageId: string): void {
      const share = rates().event
      const fate = fates.get(messageId) ?? fateOf(share)
      fates.set(messageId, fate)
      if (share > 0 && fate === 'dropped') return
      if (strike('event-twice', share, 5)) later('event-twice', [0, 300], () => event(body))
      if (share > 0 && fate === 'late') later('event-late', [2, 600], () => event(body))
      else event(body)
    },
    /** Somebody has put something into the queues. */
    look(): void {
      toLookAt.add('slices')
      toLookAt.add('batches')
    },
    async receive(): Promise<void> {
      for (const kind of [...toLookAt]) {
        toLookAt.delete(kind)
        await receive(kind)
      }
    },
    /** Gives out what there is room for; `ended` hears of each when it is settled. */
    handOut(
      pool: { run(work: Omit<Job, 'id'>): Promise<JobEnd> | undefined; hasRoom(kind: JobKind): boolean },
      ended: () => void,
    ): void {
      for (const kind of KINDS) {
        while (ready[kind].length > 0 && pool.hasRoom(kind)) {
          const items = take(kind)
          const running = pool.run({ kind, now: now(), records: items.map(({ messageId, body }) => ({ messageId, body })) })
          void running
            ?.then((end) => settle(items, end))
            .then(() => {
              if (kind === 'plan') toLookAt.add('slices').add('batches')
              ended()
            })
        }
      }
    },
    isEmpty: () => toLookAt.size === 0 && KINDS.every((kind) => ready[kind].length === 0),
    dead: () => dead,
  }

  function fateOf(share: number): Fate {
    if (strike('event-dropped', share, 12)) return 'dropped'
    return strike('event-late', share * 4, 8) ? 'late' : 'ordinary'
  }

  function take(kind: JobKind): readonly Item[] {
    const waiting = ready[kind]
    const some: Item[] = []
    while (some.length < RECORDS[kind] && waiting.length > 0) {
      const others = waiting.length > 1 && strike('message-out-of-order', rates().message, 2)
      const index = others ? between('message-out-of-order', [1, waiting.length - 1]) : 0
      some.push(...waiting.splice(index, 1))
    }
    return some
  }

  async function settle(items: readonly Item[], end: JobEnd): Promise<void> {
    const failed = end === 'died' || 'error' in end ? undefined : new Set(end.failed)
    for (const item of items) {
      if (failed && !failed.has(item.messageId)) await item.done()
      else await item.again(end === 'died')
    }
  }
}
