/** Real time: every second, due schedules are fired and the queues are worked off. In AWS, EventBridge and Lambda do this. */
import type { DueEngine } from '#local/clock/due-engine.ts'
import type { Clock } from '#local/clock/movable-clock.ts'
import type { EventLog } from '#local/event-log.ts'
import type { OneAtATime } from '#local/one-at-a-time.ts'

const TICK_MS = 1_000

/** Answers a function that stops it; stopping waits for the running tick. */
export function runOnRealTime({
  clock,
  engines,
  drain,
  eventLog,
  alone,
}: {
  readonly clock: Clock
  readonly engines: readonly DueEngine[]
  readonly drain: () => Promise<void>
  readonly eventLog: Pick<EventLog, 'alarm'>
  readonly alone: OneAtATime
}): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let ticking: Promise<void> = Promise.resolve()

  async function tick(): Promise<void> {
    const now = clock.now()
    for (const engine of engines) if ((engine.nextDue() ?? '9') <= now) await engine.fireDue(now)
    await drain()
  }
  function later(): void {
    timer = setTimeout(() => {
      ticking = alone(tick)
        // A tick that fails is reported, and the next one runs all the same.
        .catch((error: unknown) =>
          eventLog.alarm('tick.failed', { because: error instanceof Error ? error.message : String(error) }),
        )
        .then(() => {
          if (!stopped) later()
        })
    }, TICK_MS)
  }
  later()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await ticking
  }
}
