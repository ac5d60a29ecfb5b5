/**
 * The path from queues, bus and scheduler to the functions, with its possible faults: a message may come twice, late, in another order, and again
 * after a failure. Hidden times pass on the moved clock.
 */
import { MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { type EventSourceParts, eventSource } from '#local/torture/event-source.ts'
import { type QueueSourceParts, queueSource } from '#local/torture/queue-source.ts'
import { type Workforce, waitingMessages } from '#local/torture/waiting-messages.ts'

export type MessageWayParts = Omit<QueueSourceParts & EventSourceParts, 'add'>

/** Lambda's limit for an asynchronous call of a function: this many calls, the second a minute after the first, the third two minutes later. */
const MOST_CALLS = 3
const CALL_AGAIN_MS = MINUTE_MS

export function messageWay(parts: MessageWayParts) {
  const { strikes, held, now } = parts
  const waiting = waitingMessages(strikes)
  const queues = queueSource({ ...parts, add: waiting.add })
  const bus = eventSource({ ...parts, add: (item) => waiting.add('deliveries', item) })
  let ids = 0

  function call(calls = 1): void {
    waiting.add('plan', {
      messageId: `call-${++ids}`,
      body: '',
      done: () => {},
      again: () => {
        if (calls < MOST_CALLS) held.until(plusMs(now(), calls * CALL_AGAIN_MS), () => call(calls + 1))
      },
    })
  }

  return {
    /** The hourly planner is called. */
    callPlanner: () => call(),
    /** An agent's request of the staff app: undefined when no answer came. */
    askDesk: (body: string) =>
      new Promise<unknown>((answered) =>
        waiting.add('desk', {
          messageId: `desk-${++ids}`,
          body,
          done: answered,
          again: () => answered(undefined),
        }),
      ),
    sesEvent: bus.say,
    look: queues.look,
    receive: queues.receive,
    /** Hands out as many messages as there is room for; `ended` hears of each when it is settled. */
    handOut(pool: Workforce, ended: () => void): void {
      waiting.handOut(pool, now(), (kind) => {
        // A complaint that an agent notes has the lists made again at once.
        if (kind === 'plan' || kind === 'desk') queues.look()
        ended()
      })
    },
    isEmpty: () => queues.isQuiet() && waiting.isEmpty(),
    dead: bus.dead,
    settled: waiting.settled,
  }
}
