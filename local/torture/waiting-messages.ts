/** Messages that wait for a function with room, as in Lambda's event sources: handed out in groups, in another order, and returned when not done. */
import type { Instant } from '#core/time/instant.ts'
import type { JobKind } from '#local/torture/fault-plan.ts'
import type { Strikes } from '#local/torture/strikes.ts'
import type { JobEnd } from '#local/torture/worker-pool.ts'
import type { Job } from '#local/torture/worker-words.ts'

export interface Item {
  readonly messageId: string
  readonly body: string
  /** With what the function answered, where the caller waits for it. */
  readonly done: (answer: unknown) => void | Promise<void>
  /** Not settled: it comes again, when its source delivers it. */
  readonly again: (died: boolean) => void | Promise<void>
}

export interface Workforce {
  run(work: Omit<Job, 'id'>): Promise<JobEnd> | undefined
  hasRoom(kind: JobKind): boolean
}

const RECORDS: Readonly<Record<JobKind, number>> = {
  plan: 1,
  slices: 1,
  batches: 1,
  lists: 1,
  clocks: 1,
  desk: 1,
  deliveries: 20,
}
const KINDS: readonly JobKind[] = ['plan', 'slices', 'batches', 'lists', 'clocks', 'desk', 'deliveries']

export function waitingMessages({ strike, between, rates }: Strikes) {
  const waiting: Readonly<Record<JobKind, Item[]>> = {
    plan: [],
    slices: [],
    batches: [],
    lists: [],
    clocks: [],
    desk: [],
    deliveries: [],
  }

  function take(kind: JobKind): readonly Item[] {
    const own = waiting[kind]
    const some: Item[] = []
    while (some.length < RECORDS[kind] && own.length > 0) {
      const others = own.length > 1 && strike('message-out-of-order', rates().message, 2)
      const index = others ? between('message-out-of-order', [1, own.length - 1]) : 0
      some.push(...own.splice(index, 1))
    }
    return some
  }

  const underWay = new Set<Promise<void>>()

  return {
    /** When what was handed out has been given back or done with: before that the queues must not go away. */
    settled: async (): Promise<void> => void (await Promise.allSettled(underWay)),
    add: (kind: JobKind, item: Item) => void waiting[kind].push(item),
    isEmpty: () => KINDS.every((kind) => waiting[kind].length === 0),
    /** Hands out as many as there is room for; `ended` hears of each group when it is settled. */
    handOut(pool: Workforce, now: Instant, ended: (kind: JobKind) => void): void {
      for (const kind of KINDS) {
        while (waiting[kind].length > 0 && pool.hasRoom(kind)) {
          const items = take(kind)
          const running = pool.run({ kind, now, records: items.map(({ messageId, body }) => ({ messageId, body })) })
          if (running === undefined) continue
          const settling = running.then((end) => settle(items, end)).then(() => ended(kind))
          underWay.add(settling)
          void settling.finally(() => underWay.delete(settling))
        }
      }
    },
  }
}

async function settle(items: readonly Item[], end: JobEnd): Promise<void> {
  const failed = end === 'died' || 'error' in end ? undefined : new Set(end.failed)
  const answer = end !== 'died' && 'failed' in end ? end.answer : undefined
  for (const item of items) {
    if (failed && !failed.has(item.messageId)) await item.done(answer)
    else await item.again(end === 'died')
  }
}
