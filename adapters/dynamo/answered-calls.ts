/** Until when staff last spoke with who rang from a number: a row each in the table of work, found by its day, and by the customer it is about. */
import * as z from 'zod'
import { absentOr } from '#adapters/dynamo/conditions.ts'
import { currentPages } from '#adapters/dynamo/current-rows.ts'
import { placeOf } from '#adapters/dynamo/places.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, type Key, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { ANSWERED } from '#adapters/dynamo/work-rows.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { AnsweredCall, AnsweredCalls } from '#app/ports/telephony.ts'
import { InstantSchema } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

const keyOf = (numberName: string): Key => ({ workId: `${ANSWERED}${numberName}` })

/** Among the days of closed work, so that the search for days that expire finds it. */
const dayKey = (day: LocalDate): string => `${ANSWERED}${day}`

const AnsweredRow = z.object({ workId: z.string(), at: InstantSchema })

export const answeredCalls = (table: DynamoTable): AnsweredCalls => ({
  keepAnswered: async (call) => void (await putRow(table, rowOf(call), absentOr('at', '<', call.at))),
  answeredAt: async (numberName) => {
    const row = await getRow(table, keyOf(numberName))
    return row && readAs(AnsweredRow, row, 'an answered call').at
  },
  answeredOn: async function* (day) {
    const query = { index: 'byClosedDay', partition: { attribute: 'closedDay', is: dayKey(day) } }
    for await (const rows of currentPages(table, { query, keyed: ['workId'] })) {
      // The index may be behind a later call.
      const names = rows.filter((row) => row.closedDay === dayKey(day)).map(numberNameOf)
      if (names.length > 0) yield names
    }
  },
  removeAnswered: async (numberName) => void (await deleteRow(table, keyOf(numberName))),
})

function rowOf({ numberName, at, on, customerId }: AnsweredCall): Row {
  const { workId } = keyOf(numberName)
  return {
    workId,
    at,
    closedDay: dayKey(on),
    place: placeOf(customerId ?? '', String(workId)),
    customerId: customerId ?? undefined,
  }
}

const numberNameOf = (row: Row): string => readAs(AnsweredRow, row, 'an answered call').workId.slice(ANSWERED.length)
