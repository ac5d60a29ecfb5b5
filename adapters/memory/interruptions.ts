/** Urgent pieces of work of which staff are told, in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { Interruption, Interruptions } from '#app/ports/interruptions.ts'

export function memoryInterruptions(): Interruptions {
  const rows = new Map<string, Interruption>()
  const keyOf = ({ at, mark }: Interruption) => `${at} ${mark}`
  return {
    put: async (next) => {
      if ((rows.get(keyOf(next))?.version ?? 0) !== next.version - 1) return 'lost'
      rows.set(keyOf(next), frozen({ ...next }))
      return 'written'
    },
    since: async (at) =>
      [...rows.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, row]) => (row.at >= at ? [row] : [])),
    removeBefore: async (at) => {
      for (const [key, row] of rows) if (row.at < at) rows.delete(key)
    },
  }
}
