/** The one record of a stop, in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { SendingStops, StopRecord } from '#app/ports/sending.ts'

export function memorySendingStops(): SendingStops {
  let stored: StopRecord = { stop: null, version: 0 }
  return {
    current: async () => stored,
    put: async (next) => {
      if (next.version !== stored.version + 1) return 'lost'
      stored = frozen(next)
      return 'written'
    },
  }
}
