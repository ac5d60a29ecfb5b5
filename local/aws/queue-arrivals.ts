/**
 * How often something happened that may have put a message into a queue. Who saw a queue empty at one count need not ask it again at the same: most
 * steps of a moved clock send nothing, and an empty answer of three queues is most of what such a step would cost.
 */

/** What a queue was asked, as far as it matters here. */
interface Asked {
  readonly QueueUrl?: unknown
  readonly DelaySeconds?: unknown
  readonly VisibilityTimeout?: unknown
  readonly Entries?: readonly Asked[]
}

export interface QueueArrivals {
  /** To be called when a request was handled, before its answer. */
  note(target: string, body: unknown): void
  /** Grows with every request that may have made a message visible in this queue, and again when a delay that it asked for is over. */
  count(queueUrl: string): number
}

/** They take or read messages, and make none visible. */
const HARMLESS = /\.(ReceiveMessage|DeleteMessage|DeleteMessageBatch|GetQueueUrl|GetQueueAttributes|ListQueues)$/

/** For requests that name no queue, or whose body cannot be read: they count for every queue. */
const ANY_QUEUE = ''

export function queueArrivals(now: () => number = () => performance.now()): QueueArrivals {
  const counted = new Map<string, number>()
  let delays: readonly { readonly queue: string; readonly until: number }[] = []
  const add = (queue: string) => counted.set(queue, (counted.get(queue) ?? 0) + 1)
  return {
    note(target, body) {
      if (HARMLESS.test(target)) return
      const asked: Asked = typeof body === 'object' && body !== null ? body : {}
      const queue = typeof asked.QueueUrl === 'string' ? nameIn(asked.QueueUrl) : ANY_QUEUE
      add(queue)
      delays = [...delays, ...delaysIn(asked).map((seconds) => ({ queue, until: now() + seconds * 1_000 }))]
    },
    count(queueUrl) {
      const over = delays.filter(({ until }) => until <= now())
      if (over.length > 0) delays = delays.filter(({ until }) => until > now())
      for (const delayed of over) add(delayed.queue)
      return (counted.get(nameIn(queueUrl)) ?? 0) + (counted.get(ANY_QUEUE) ?? 0)
    },
  }
}

/** A queue has one name, and a URL for each address that leads to it. */
const nameIn = (queueUrl: string): string => queueUrl.slice(queueUrl.lastIndexOf('/') + 1)

function delaysIn({ DelaySeconds, VisibilityTimeout, Entries = [] }: Asked): readonly number[] {
  const own = [DelaySeconds, VisibilityTimeout].map(Number).filter((seconds) => seconds > 0)
  return [...own, ...(Array.isArray(Entries) ? Entries : []).flatMap(delaysIn)]
}
