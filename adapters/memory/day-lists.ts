/** Lists of calls in memory. */
import { frozen } from '#adapters/frozen.ts'
import { memoryDayListMails } from '#adapters/memory/day-list-mails.ts'
import type { DayListMails } from '#app/ports/day-list-mails.ts'
import type { DayLists, TeamDate } from '#app/ports/day-lists.ts'
import type { DayList } from '#core/work/day-list/day-line.ts'

export function memoryDayLists(): DayLists & DayListMails {
  const mails = memoryDayListMails()
  const lists = new Map<string, DayList>()
  const keyOf = ({ team, date }: TeamDate) => `${date} ${team}`
  return {
    ...mails,
    get: async (day) => lists.get(keyOf(day)),
    put: async (list) => {
      if ((lists.get(keyOf(list))?.version ?? 0) !== list.version - 1) return 'lost'
      lists.set(keyOf(list), frozen(list))
      return 'written'
    },
    async *all() {
      yield* lists.values()
    },
    removeBefore: async ({ team, date }) => {
      for (const [key, list] of lists) if (list.team === team && list.date < date) lists.delete(key)
      mails.removeBefore({ team, date })
    },
  }
}
