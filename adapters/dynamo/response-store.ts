/** Answers in DynamoDB: one row per invitation, changed under its version, found by customer and by the day of the first answer. */
import * as z from 'zod'
import { follows } from '#adapters/dynamo/conditions.ts'
import { currentPages } from '#adapters/dynamo/current-rows.ts'
import { keysInIndex } from '#adapters/dynamo/keys-in-index.ts'
import { placeOf } from '#adapters/dynamo/places.ts'
import { getRow, getRows } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Key, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { rowsOfCustomer } from '#adapters/dynamo/rows-of-customer.ts'
import { deleteRow, putRow } from '#adapters/dynamo/write-rows.ts'
import type { ResponseStore } from '#app/ports/listening.ts'
import { type SurveyResponse, SurveyResponseSchema } from '#core/survey/response.ts'

const KEYED = ['customerId', 'occurrenceId']

export function dynamoResponseStore(table: DynamoTable): ResponseStore {
  return {
    get: async (key) => {
      const row = await getRow(table, keyOf(key))
      return row && responseOf(row)
    },
    getMany: async (keys) => (await getRows(table, keys.map(keyOf))).map(responseOf),
    put: (response) => putRow(table, rowOf(response), follows('version', response.version)),
    ...rowsOfCustomer(table, responseOf),
    answeredOn: async function* (day) {
      const query = { index: 'byDay', partition: { attribute: 'answeredOn', is: day } }
      for await (const rows of currentPages(table, { query, keyed: KEYED })) {
        const responses = rows.map(responseOf).filter(({ answeredOn }) => answeredOn === day)
        if (responses.length > 0) yield responses
      }
    },
    answeredDays: async function* (through) {
      for await (const days of keysInIndex(table, { index: 'byDay', attribute: 'answeredOn' }))
        yield days.filter((day) => day <= through)
    },
    remove: async (key) => {
      await deleteRow(table, keyOf(key))
    },
  }
}

const keyOf = ({ customerId, occurrenceId }: { readonly customerId: string; readonly occurrenceId: string }): Key => ({
  customerId,
  occurrenceId,
})

/** A response holds at most 110,000 characters (core/survey/changed-response.ts): 330 kB at three bytes each, of the 400 that an item may hold. */
const rowOf = (response: SurveyResponse): Row => ({
  ...keyOf(response),
  answeredOn: response.answeredOn,
  place: placeOf(response.customerId, response.occurrenceId),
  version: response.version,
  response: JSON.stringify(response),
})

function responseOf(row: Row): SurveyResponse {
  const { customerId, occurrenceId, response } = readAs(ResponseRow, row, 'a response')
  const name = `the response of customer ${customerId} to ${occurrenceId}`
  return readAs(SurveyResponseSchema, jsonIn(response, name), name)
}

const ResponseRow = z.object({ customerId: z.string(), occurrenceId: z.string(), response: z.string() })
