/** Moves time in the background: a year takes minutes, and the operator wants to watch it and stop it. */
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'
import type { MovableClock } from '#local/clock/movable-clock.ts'
import { type MoveResult, timeMover } from '#local/clock/time-mover.ts'
import type { EventLog } from '#local/event-log.ts'
import type { OneAtATime } from '#local/one-at-a-time.ts'

export interface Move {
  readonly from: Instant
  /** Null for a move to the next event: its instant is not known in advance. */
  readonly target: Instant | null
  /** Where it is now, in the middle of a step too. */
  readonly at: Instant
  readonly steps: number
  readonly state: 'running' | 'arrived' | 'stopped' | 'failed' | 'nothing-due'
  /** Why it failed. */
  readonly because: string | null
}

export interface TimeMoves {
  /** The latest move, running or over; null before the first. */
  latest(): Move | null
  /** To the next planning or sending that concerns a customer; hours without an event are skipped. */
  toNextEvent(): MoveStart
  to(target: Instant): MoveStart
  /** Ends a running move after its present step. */
  stop(): Promise<void>
  /** Resolves when no move is running, and what follows one is done. */
  idle(): Promise<void>
}

export type MoveStart = 'started' | 'already-moving' | 'in-the-past'

/** A campaign without a due customer for this long is not waited for. */
const NO_EVENT_AFTER_MS = 400 * DAY_MS

export function timeMoves(parts: {
  readonly clock: MovableClock
  readonly engines: readonly DueEngine[]
  readonly drain: () => Promise<void>
  readonly eventLog: Pick<EventLog, 'eventful' | 'alarm'>
  readonly alone: OneAtATime
  /** What is done once the clock has come to rest: after the move, and before the next one. */
  readonly atRest?: () => Promise<void>
}): TimeMoves {
  const { clock, eventLog, alone, atRest = async () => {} } = parts
  let move: Move | null = null
  let stopping = false
  let running: Promise<void> = Promise.resolve()
  const update = (change: Partial<Move>) => {
    if (move) move = { ...move, ...change }
  }
  const mover = timeMover({ ...parts, onProgress: () => update({ steps: (move?.steps ?? 0) + 1 }) })

  function start(target: Instant | null, walk: () => Promise<Move['state']>): MoveStart {
    if (move?.state === 'running') return 'already-moving'
    if (target !== null && target < clock.now()) return 'in-the-past'
    move = { from: clock.now(), target, at: clock.now(), steps: 0, state: 'running', because: null }
    stopping = false
    running = alone(walk).then(
      (state) => update({ state, at: clock.now() }),
      (error: unknown) => {
        const because = error instanceof Error ? error.message : String(error)
        eventLog.alarm('move.failed', { because })
        update({ state: 'failed', at: clock.now(), because })
      },
    )
    running = running
      .then(() => alone(atRest))
      .catch((error: unknown) => eventLog.alarm('rest.failed', { because: String(error) }))
    return 'started'
  }

  async function walkToEvent(): Promise<Move['state']> {
    const before = eventLog.eventful()
    const limit = plusMs(clock.now(), NO_EVENT_AFTER_MS)
    while (eventLog.eventful() === before) {
      if (stopping) return 'stopped'
      if (clock.now() > limit) return 'nothing-due'
      const result = await mover.advanceToNextEvent()
      if (result.outcome !== 'arrived') return stateOf(result)
    }
    return 'arrived'
  }

  return {
    latest: () => (move?.state === 'running' ? { ...move, at: clock.now() } : move),
    toNextEvent: () => start(null, walkToEvent),
    to: (target) => start(target, async () => (stopping ? 'stopped' : stateOf(await mover.advanceTo(target)))),
    async stop() {
      stopping = true
      mover.cancel()
      await running
    },
    idle: () => running,
  }
}

function stateOf(result: MoveResult): Move['state'] {
  switch (result.outcome) {
    case 'arrived':
      return 'arrived'
    case 'cancelled':
      return 'stopped'
    case 'refused':
      return 'nothing-due'
  }
}
