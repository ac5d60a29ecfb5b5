/** The provider's events on the bus: some are lost, late or sent twice, and an event that is not recorded comes again until it counts as dead. */
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { HeldBack } from '#local/torture/held-back.ts'
import type { Strikes } from '#local/torture/strikes.ts'
import type { Item } from '#local/torture/waiting-messages.ts'

export interface EventSourceParts {
  readonly strikes: Strikes
  readonly held: HeldBack
  readonly now: () => Instant
  /** A function has recorded it. */
  readonly recorded: (body: string) => void | Promise<void>
  readonly add: (item: Item) => void
}

/** As the queue is configured in AWS: six times the function's timeout. */
const HIDDEN_MS = 6 * MINUTE_MS
const MOST_RECEIVES = 5

type Fate = 'dropped' | 'late' | 'ordinary'

export function eventSource({ strikes: { strike, between, rates }, held, now, recorded, add }: EventSourceParts) {
  const fates = new Map<string, Fate>()
  let dead = 0
  let ids = 0

  const later = (kind: string, minutes: readonly [number, number], act: () => void) =>
    held.until(plusMs(now(), between(kind, minutes) * MINUTE_MS), act)

  /** A queue without a service of its own: in AWS the bus fills it, not a function of ours. */
  function deliver(body: string, receives = 1): void {
    add({
      messageId: `event-${++ids}`,
      body,
      done: () => recorded(body),
      again: () => {
        if (receives >= MOST_RECEIVES) dead++
        else held.until(plusMs(now(), HIDDEN_MS), () => deliver(body, receives + 1))
      },
    })
  }

  function fateOf(share: number): Fate {
    if (strike('event-dropped', share, 12)) return 'dropped'
    return strike('event-late', share * 4, 8) ? 'late' : 'ordinary'
  }

  return {
    /** Loss or delay applies to all events of one mail: a bus has bad hours, not single bad events. */
    say(body: string, messageId: string): void {
      const share = rates().event
      const fate = fates.get(messageId) ?? fateOf(share)
      fates.set(messageId, fate)
      if (share > 0 && fate === 'dropped') return
      if (strike('event-twice', share, 5)) later('event-twice', [0, 300], () => deliver(body))
      if (share > 0 && fate === 'late') later('event-late', [2, 600], () => deliver(body))
      else deliver(body)
    },
    dead: () => dead,
  }
}
