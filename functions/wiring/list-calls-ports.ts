/** `listCalls`: reads who works and what is due, and writes nothing but the lists. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import type { MakeDayListPorts } from '#app/desk/make-day-list.ts'
import type { Events } from '#app/events.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { FunctionEnv } from '#functions/env.ts'
import { stores } from '#functions/wiring/stores.ts'

interface Setting {
  readonly dynamo: DynamoDBClient
  readonly companyRules: CompanyRules
  readonly events: Events
}

export function listCallsPorts(env: FunctionEnv<'listCalls'>, { dynamo, companyRules, events }: Setting): MakeDayListPorts {
  const make = stores({ client: dynamo, addressHash })
  return {
    lists: make.dayLists(env.STAFF_TABLE),
    work: make.work(env.WORK_TABLE),
    customers: make.customers(env.CUSTOMERS_TABLE),
    roster: make.roster(env.STAFF_TABLE),
    dutyBook: make.dutyBook(env.STAFF_TABLE),
    companyRules,
    events,
  }
}
