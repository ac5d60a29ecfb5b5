/** The marks of single mails to staff in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { StaffMailMark, StaffMailMarks } from '#app/ports/staff-mail-marks.ts'

export function memoryStaffMailMarks(): StaffMailMarks {
  const marks = new Map<string, StaffMailMark>()
  const keyOf = ({ date, about, address }: StaffMailMark) => JSON.stringify([date, about, address])
  const isSending = (mark: StaffMailMark) => marks.get(keyOf(mark))?.outcome === 'sending'
  return {
    of: async ({ date, about }) =>
      [...marks.values()]
        .filter((mark) => mark.date === date && mark.about === about)
        .toSorted((a, b) => (a.address < b.address ? -1 : 1)),
    claim: async (mark) => {
      if (marks.has(keyOf(mark))) return 'lost'
      marks.set(keyOf(mark), frozen({ ...mark }))
      return 'written'
    },
    settle: async (mark) => {
      if (!isSending(mark)) return 'lost'
      marks.set(keyOf(mark), frozen({ ...mark }))
      return 'written'
    },
    giveBack: async (mark) => {
      if (!isSending(mark)) return 'lost'
      marks.delete(keyOf(mark))
      return 'written'
    },
    removeBefore: async (date) => {
      for (const [key, mark] of marks) if (mark.date < date) marks.delete(key)
    },
  }
}
