/** What every book of questions to departments must do. */
import { describe, expect, test } from 'vitest'
import type { QuestionBook, QuestionRow } from '#app/ports/questions.ts'
import { tamper } from '#test/support/tamper.ts'

const AT = '2027-03-10T02:00:00.000Z'
const LATER = '2027-03-10T02:00:00.001Z'
const aRow = (over: Partial<QuestionRow> = {}): QuestionRow => ({
  askedAt: AT,
  questionId: 'q-1',
  department: 'production',
  workId: 'complaint_reply-9',
  isMailed: false,
  isHeadTold: false,
  isAnswerCalledFor: false,
  isOver: false,
  version: 1,
  ...over,
})

export function questionBookContract(fresh: () => Promise<QuestionBook>): void {
  describe('questions to departments', () => {
    test('are noted once, and changed by exactly one of those who read the same version', async () => {
      const book = await fresh()
      const first = await Promise.all([book.put(aRow()), book.put(aRow())])
      expect(first.toSorted()).toEqual(['lost', 'written'])
      const over = aRow({
        isMailed: true,
        isHeadTold: true,
        headTold: 'k3x9',
        readerTold: 'z1',
        isOver: true,
        workId: null,
        version: 2,
      })
      const next = await Promise.all([book.put(over), book.put(over)])
      expect(next.toSorted()).toEqual(['lost', 'written'])
      expect(await book.put(aRow({ version: 4 }))).toBe('lost')
      expect(await book.put(aRow({ version: 0 }))).toBe('lost')
      expect(await book.get(aRow())).toEqual(over)
      expect(await book.get(aRow({ questionId: 'q-2' }))).toBeUndefined()
      expect(await book.get(aRow({ askedAt: LATER }))).toBeUndefined()
    })

    test('are found by the instant at which they were asked, that one included', async () => {
      const book = await fresh()
      const all = [aRow(), aRow({ questionId: 'q-2' }), aRow({ askedAt: LATER, questionId: 'a' })]
      for (const each of all.toReversed()) await book.put(each)
      expect(await book.since(AT)).toEqual(all)
      expect(await book.since(LATER)).toEqual(all.slice(2))
      for (let run = 0; run < 2; run++) await book.removeBefore(LATER)
      expect(await book.since('2020-01-01T00:00:00.000Z')).toEqual(all.slice(2))
    })

    test('nothing that a caller does to them changes what is stored', async () => {
      const book = await fresh()
      const row = aRow()
      await book.put(row)
      tamper([row, await book.since(AT), await book.get(row)])
      expect(await book.since(AT)).toEqual([aRow()])
    })
  })
}
