/** What leads changed on a day, in DynamoDB: a partition for each day, a change never replaced. */
import { absent } from '#adapters/dynamo/conditions.ts'
import { queryAll } from '#adapters/dynamo/query-rows.ts'
import { type DynamoTable, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { DutyBook } from '#app/ports/staff.ts'
import { DutyChangeSchema } from '#core/duty/duty-change.ts'
import type { LocalDate } from '#core/time/local-date.ts'

const dayOf = (date: LocalDate) => `duty#${date}`

export const dynamoDutyBook = (table: DynamoTable): DutyBook => ({
  changesOn: async (date) => (await queryAll(table, { partition: { attribute: 'scope', is: dayOf(date) } })).map(changeOf),
  add: (change) => putRow(table, { scope: dayOf(change.date), item: change.changeId, ...change }, absent('scope')),
})

const changeOf = (row: Row) => readAs(DutyChangeSchema, row, 'a change of duty')
