/** The marks of single mails to staff in DynamoDB, under one key: there are few of them, and they are removed a week later. */
import * as z from 'zod'
import { absent, unchanged } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { type DynamoTable, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import { STAFF_MAIL_OUTCOMES, type StaffMailMark, type StaffMailMarks } from '#app/ports/staff-mail-marks.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'

const SCOPE = 'staff-mails'
/** Sorts before every day. */
const EVER = '0'
/** Sorts after everything of a day. */
const END_OF_DAY = '~'

const startOf = ({ date, about }: Pick<StaffMailMark, 'date' | 'about'>) => `${date}#${about}#`
const keyOf = (mark: StaffMailMark) => ({ scope: SCOPE, item: `${startOf(mark)}${mark.address}` })
const still = unchanged('outcome', 'sending')

export function dynamoStaffMailMarks(table: DynamoTable): StaffMailMarks {
  const rowOf = (mark: StaffMailMark): Row => {
    const { about, address, claimedAt, outcome } = mark
    return { ...keyOf(mark), about, address, claimedAt, outcome }
  }
  return {
    of: async ({ date, about }) => {
      const sort = { attribute: 'item', beginsWith: startOf({ date, about }) }
      const rows = await queryAll(table, { partition: { attribute: 'scope', is: SCOPE }, sort })
      const marks = rows.map((row) => ({ date, ...readAs(MarkRow, row, `a mark of a mail to staff of ${date}`) }))
      // A matter may begin as another one does, with the sign that ends it in the key.
      return marks.filter((mark) => mark.about === about)
    },
    claim: (mark) => putRow(table, rowOf(mark), absent('item')),
    settle: (mark) => putRow(table, rowOf(mark), still),
    giveBack: (mark) => deleteRow(table, keyOf(mark), still),
    removeBefore: async (date) => {
      const sort = { attribute: 'item', from: EVER, to: `${addDays(date, -1)}${END_OF_DAY}` }
      const rows = await queryAll(table, { partition: { attribute: 'scope', is: SCOPE }, sort })
      for (const { item } of rows) await deleteRow(table, { scope: SCOPE, item: String(item) })
    },
  }
}

const MarkRow = z.object({
  about: z.string(),
  address: z.string(),
  claimedAt: InstantSchema,
  outcome: z.enum(STAFF_MAIL_OUTCOMES),
})
