/** How questions to departments lie in their table. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoQuestionBook } from '#adapters/dynamo/question-book.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { type Engine, freshTable, startDynalite } from '#test/support/dynamo-engines.ts'
import { ASKED_AT, QUESTION } from '#test/support/question-builders.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDynalite()
})
afterAll(() => engine.stop())

test('a question of the version before is one whose answer was not called for, and is written with that', async () => {
  const table = await freshTable(engine.client, 'staff')
  const before = {
    askedAt: ASKED_AT,
    questionId: QUESTION,
    department: 'production',
    workId: 'case_1',
    isMailed: true,
    isHeadTold: true,
    isOver: false,
    version: 2,
  }
  await putRow(table, { scope: 'questions', item: `${ASKED_AT}#${QUESTION}`, ...before })
  const book = dynamoQuestionBook(table)
  expect(await book.since(ASKED_AT)).toEqual([{ ...before, isAnswerCalledFor: false }])
  expect(await book.put({ ...before, isAnswerCalledFor: true, version: 3 })).toBe('written')
  expect((await book.get(before))?.isAnswerCalledFor).toBe(true)
})
