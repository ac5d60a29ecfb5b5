/** The marks of mails about lists of calls in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { DayListMail, DayListMails } from '#app/ports/day-list-mails.ts'
import type { TeamDate } from '#app/ports/day-lists.ts'

export interface MemoryDayListMails extends DayListMails {
  removeBefore(day: TeamDate): void
}

export function memoryDayListMails(): MemoryDayListMails {
  const mails = new Map<string, DayListMail>()
  const keyOf = ({ team, date, address, number }: DayListMail) => JSON.stringify([date, team, address, number])
  const isSending = (mail: DayListMail) => mails.get(keyOf(mail))?.outcome === 'sending'
  return {
    mailsOf: async ({ team, date }) =>
      [...mails.values()]
        .filter((mail) => mail.team === team && mail.date === date)
        .toSorted((a, b) => (a.address === b.address ? a.number - b.number : a.address < b.address ? -1 : 1)),
    claimMail: async (mail) => {
      if (mails.has(keyOf(mail))) return 'lost'
      mails.set(keyOf(mail), frozen(mail))
      return 'written'
    },
    settleMail: async (mail) => {
      if (!isSending(mail)) return 'lost'
      mails.set(keyOf(mail), frozen(mail))
      return 'written'
    },
    giveMailBack: async (mail) => {
      if (!isSending(mail)) return 'lost'
      mails.delete(keyOf(mail))
      return 'written'
    },
    removeBefore: ({ team, date }) => {
      for (const [key, mail] of mails) if (mail.team === team && mail.date < date) mails.delete(key)
    },
  }
}
