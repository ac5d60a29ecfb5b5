/** Alarms of cases, and orders about them, that are kept until a test lets them ring. */
import type { CaseAlarms, CaseOrders } from '#app/ports/case-alarms.ts'
import type { Instant } from '#core/time/instant.ts'

export interface MemoryCaseAlarms extends CaseAlarms, CaseOrders {
  readonly alarms: readonly { readonly workId: string; readonly at: Instant }[]
  readonly ordered: readonly string[]
  readonly looks: readonly string[]
}

export function memoryCaseAlarms(): MemoryCaseAlarms {
  const alarms = new Map<string, { readonly workId: string; readonly at: Instant }>()
  const [ordered, looks]: [string[], string[]] = [[], []]
  return {
    set: async (alarm) => void alarms.set(JSON.stringify([alarm.workId, alarm.at]), alarm),
    ring: async (workId) => void ordered.push(workId),
    lookFrom: async (place) => void looks.push(place),
    get alarms() {
      return [...alarms.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1))
    },
    ordered,
    looks,
  }
}
