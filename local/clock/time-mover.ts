/**
 * Moves the clock through all due instants on the way, in order, so that a jump over a year behaves like a year: each due instant is reached, fired
 * and drained (queues worked off) before the next one.
 */
import { type Instant, later } from '#core/time/instant.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'
import type { MovableClock } from '#local/clock/movable-clock.ts'

export interface MoveProgress {
  readonly at: Instant
  readonly target: Instant
  readonly steps: number
  readonly fired: number
}

export type MoveResult =
  | ({ readonly outcome: 'arrived' | 'cancelled' } & MoveProgress)
  | { readonly outcome: 'refused'; readonly because: string }

export interface TimeMover {
  advanceTo(target: Instant): Promise<MoveResult>
  /** To the earliest instant at which something is due; refused when nothing is. */
  advanceToNextEvent(): Promise<MoveResult>
  /** Stops a running move after its present step. The clock stays where it is. */
  cancel(): void
  nextDue(): Instant | undefined
  /** The target of the move that is running. */
  movingTo(): Instant | undefined
}

export interface TimeMoverParts {
  readonly clock: MovableClock
  readonly engines: readonly DueEngine[]
  /** Works off all messages that the firing put into queues; resolves when the queues are idle. */
  readonly drain: () => Promise<void>
  readonly onProgress?: (progress: MoveProgress) => void
}

export function timeMover({ clock, engines, drain, onProgress }: TimeMoverParts): TimeMover {
  let runningTo: Instant | undefined
  let cancelled = false

  const nextDue = (): Instant | undefined => earliest(engines.map((engine) => engine.nextDue()))

  async function fireAllDue(now: Instant): Promise<number> {
    let fired = 0
    for (const engine of engines) {
      const due = engine.nextDue()
      if (due === undefined || due > now) continue
      const done = await engine.fireDue(now)
      if (done.length === 0) throw new Error(`${engine.name} says something was due at ${due} but fired nothing at ${now}`)
      fired += done.length
    }
    return fired
  }

  async function walkTo(target: Instant): Promise<MoveResult> {
    let progress: MoveProgress = { at: clock.now(), target, steps: 0, fired: 0 }
    await drain()
    for (let due = nextDue(); due !== undefined && due <= target && !cancelled; due = nextDue()) {
      clock.moveTo(later(clock.now(), due))
      const fired = await fireAllDue(clock.now())
      await drain()
      progress = { at: clock.now(), target, steps: progress.steps + 1, fired: progress.fired + fired }
      onProgress?.(progress)
    }
    if (cancelled) return { outcome: 'cancelled', ...progress }
    clock.moveTo(target)
    progress = { ...progress, at: target }
    onProgress?.(progress)
    return { outcome: 'arrived', ...progress }
  }

  async function advanceTo(target: Instant): Promise<MoveResult> {
    if (runningTo !== undefined) return { outcome: 'refused', because: `the clock is already on its way to ${runningTo}` }
    if (target < clock.now()) return { outcome: 'refused', because: `it is already ${clock.now()}: time only moves forward` }
    runningTo = target
    cancelled = false
    try {
      return await walkTo(target)
    } finally {
      runningTo = undefined
    }
  }

  return {
    advanceTo,
    async advanceToNextEvent() {
      const due = nextDue()
      return due === undefined ? { outcome: 'refused', because: 'nothing is due' } : advanceTo(later(clock.now(), due))
    },
    cancel() {
      cancelled = runningTo !== undefined
    },
    nextDue,
    movingTo: () => runningTo,
  }
}

const earliest = (instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.reduce((first, next) => (first === undefined || (next !== undefined && next < first) ? next : first), undefined)
