/** The questions that departments were asked, in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { QuestionBook, QuestionRow } from '#app/ports/questions.ts'

export function memoryQuestionBook(): QuestionBook {
  const rows = new Map<string, QuestionRow>()
  const keyOf = ({ askedAt, questionId }: Pick<QuestionRow, 'askedAt' | 'questionId'>) => `${askedAt}#${questionId}`
  return {
    put: async (next) => {
      if ((rows.get(keyOf(next))?.version ?? 0) !== next.version - 1) return 'lost'
      rows.set(keyOf(next), frozen({ ...next }))
      return 'written'
    },
    get: async (question) => rows.get(keyOf(question)),
    since: async (at) =>
      [...rows.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, row]) => (row.askedAt >= at ? [row] : [])),
    removeBefore: async (at) => {
      for (const [key, row] of rows) if (row.askedAt < at) rows.delete(key)
    },
  }
}
