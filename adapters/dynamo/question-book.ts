/** The questions that departments were asked, in DynamoDB: one key, by the instant at which each was asked, so that only the last ones are read. */
import * as z from 'zod'
import { follows } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { QuestionBook, QuestionRow } from '#app/ports/questions.ts'
import { InstantSchema } from '#core/time/instant.ts'

const SCOPE = 'questions'
const PARTITION = { attribute: 'scope', is: SCOPE }
/** Sort before and after every instant. */
const [EVER, END] = ['0', '~']

const keyOf = ({ askedAt, questionId }: Pick<QuestionRow, 'askedAt' | 'questionId'>) => ({
  scope: SCOPE,
  item: `${askedAt}#${questionId}`,
})

export const dynamoQuestionBook = (table: DynamoTable): QuestionBook => ({
  put: async (next) => {
    if (next.version < 1) return 'lost'
    return putRow(table, { ...keyOf(next), ...next }, follows('version', next.version === 1 ? 0 : next.version))
  },
  get: async (question) => {
    const row = await getRow(table, keyOf(question))
    return row && readAs(Row, row, WHAT)
  },
  since: async (at) => {
    const rows = await queryAll(table, { partition: PARTITION, sort: { attribute: 'item', from: at, to: END } })
    return rows.map((row) => readAs(Row, row, WHAT))
  },
  removeBefore: async (at) => {
    // An item of that very instant is longer than the instant, and sorts after it.
    const rows = await queryAll(table, { partition: PARTITION, sort: { attribute: 'item', from: EVER, to: at } })
    for (const { item } of rows) await deleteRow(table, { scope: SCOPE, item: String(item) })
  },
})

const WHAT = 'a question to a department'
const Row = z.object({
  askedAt: InstantSchema,
  questionId: z.string(),
  department: z.string(),
  workId: z.string().nullable(),
  isMailed: z.boolean(),
  readerTold: z.string().optional(),
  isHeadTold: z.boolean(),
  headTold: z.string().optional(),
  // Rows of the version before have none.
  isAnswerCalledFor: z.boolean().default(false),
  isOver: z.boolean(),
  version: z.int().min(1),
})
