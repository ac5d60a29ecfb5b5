/** Which findings about the sender were told, in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { SenderLooks, SenderTold } from '#app/ports/provider.ts'

export function memorySenderLooks(): SenderLooks {
  let last: SenderTold | null = null
  return {
    lastTold: async () => last,
    tell: async (told) => {
      last = frozen({ ...told, kinds: [...told.kinds] })
    },
  }
}
