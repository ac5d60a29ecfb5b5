/** Who rang the hotline, in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { HotlineCaller, HotlineCallers } from '#app/ports/numbers.ts'
import type { Instant } from '#core/time/instant.ts'

export function memoryHotlineCallers(): HotlineCallers {
  const callers = new Map<string, HotlineCaller>()
  const remove = (isOver: (caller: HotlineCaller) => boolean): number => {
    const over = [...callers].filter(([, caller]) => isOver(caller))
    for (const [key] of over) callers.delete(key)
    return over.length
  }
  return {
    note: async ({ day, numberName, customerId, answeredAt, missedAt }) => {
      const key = `${day}#${numberName}`
      const known = callers.get(key)
      if (!isLater(answeredAt, known?.answeredAt) && !isLater(missedAt, known?.missedAt)) return
      const next = {
        day,
        numberName,
        customerId: known?.customerId ?? customerId,
        answeredAt: isLater(answeredAt, known?.answeredAt) ? answeredAt : (known?.answeredAt ?? null),
        missedAt: isLater(missedAt, known?.missedAt) ? missedAt : (known?.missedAt ?? null),
      }
      callers.set(key, frozen(next))
    },
    rungOn: async function* (day) {
      const found = [...callers.values()].filter((caller) => caller.day === day)
      if (found.length > 0) yield found.toSorted((a, b) => (a.numberName < b.numberName ? -1 : 1))
    },
    forget: async (numberName) => void remove((caller) => caller.numberName === numberName),
    removeBefore: async (day) => remove((caller) => caller.day < day),
  }
}

const isLater = (at: Instant | null, known: Instant | null | undefined): boolean =>
  at !== null && (known === null || known === undefined || at > known)
