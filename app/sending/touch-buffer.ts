/**
 * Buffers touches on their way to their table: 25 of them cost one call. Only touches that the provider accepted may wait here. A touch that cannot
 * be written does no harm: the provider's event records the same later, and until then the claim keeps the customer from a second mail.
 */
import type { Events } from '#app/events.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { Touch } from '#core/planning/touch.ts'

export interface TouchBuffer {
  add(touch: Touch): void
  /** After it, every touch added before is written, or told as broken. */
  flush(): Promise<void>
}

/** The limit of one call of the table. */
const MOST = 25
/** A crash loses at most the touches of this time. */
const LONGEST_MS = 1_000

export function touchBuffer({
  touches,
  events,
}: {
  readonly touches: Pick<TouchStore, 'record'>
  readonly events: Pick<Events, 'touchBroken'>
}): TouchBuffer {
  let waiting: Touch[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const underWay = new Set<Promise<void>>()

  function write(): void {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    const writing = record(batch).finally(() => underWay.delete(writing))
    underWay.add(writing)
  }

  async function record(batch: readonly Touch[]): Promise<void> {
    try {
      await touches.record(batch)
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown error'
      for (const { occurrenceId, customerId } of batch) events.touchBroken({ occurrenceId, customerId, error: name })
    }
  }

  return {
    add(touch) {
      waiting.push(touch)
      if (waiting.length >= MOST) write()
      else timer ??= setTimeout(write, LONGEST_MS)
    },
    async flush() {
      write()
      await Promise.all(underWay)
    },
  }
}
