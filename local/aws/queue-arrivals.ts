/**
 * How often something happened that may have put a message into a queue. Who saw all queues empty at one count need not ask them again at the same:
 * most steps of a moved clock send nothing, and an empty answer of three queues is most of what such a step would cost.
 */

/** What a queue was asked, as far as it matters here. */
interface Asked {
  readonly DelaySeconds?: unknown
  readonly VisibilityTimeout?: unknown
  readonly Entries?: readonly Asked[]
}

export interface QueueArrivals {
  /** To be called when a request was handled, before its answer. */
  note(target: string, body: unknown): void
  /** Grows with every request that may have made a message visible, and again when a delay that it asked for is over. */
  count(): number
}

/** They take or read messages, and make none visible. */
const HARMLESS = /\.(ReceiveMessage|DeleteMessage|DeleteMessageBatch|GetQueueUrl|GetQueueAttributes|ListQueues)$/

export function queueArrivals(now: () => number = () => performance.now()): QueueArrivals {
  let counted = 0
  let delays: readonly number[] = []
  return {
    note(target, body) {
      if (HARMLESS.test(target)) return
      counted++
      delays = [...delays, ...delaysIn(body).map((seconds) => now() + seconds * 1_000)]
    },
    count() {
      const over = delays.filter((until) => until <= now()).length
      if (over > 0) delays = delays.filter((until) => until > now())
      counted += over
      return counted
    },
  }
}

const delaysIn = (body: unknown): readonly number[] => {
  if (typeof body !== 'object' || body === null) return []
  const { DelaySeconds, VisibilityTimeout, Entries = [] }: Asked = body
  const own = [DelaySeconds, VisibilityTimeout].map(Number).filter((seconds) => seconds > 0)
  return [...own, ...(Array.isArray(Entries) ? Entries : []).flatMap(delaysIn)]
}
