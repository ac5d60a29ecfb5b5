/** What the nightly roll-up works with. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import type { Events } from '#app/events.ts'
import type { RollUpNightPorts } from '#app/numbers/roll-up-night.ts'
import type { FactStore } from '#app/ports/numbers.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { NumberOf } from '#core/facts/who.ts'
import type { FunctionEnv } from '#functions/env.ts'
import { stores } from '#functions/wiring/stores.ts'

interface Base {
  readonly dynamo: DynamoDBClient
  readonly facts: FactStore
  readonly numberOf: NumberOf
  readonly companyRules: CompanyRules
  readonly events: Events
}

export function rollUpNightPorts(
  env: FunctionEnv<'rollUpNight'>,
  { dynamo, facts, numberOf, companyRules, events }: Base,
): RollUpNightPorts {
  const make = stores({ client: dynamo, addressHash })
  return {
    campaigns: make.campaigns(env.CAMPAIGNS_TABLE),
    customers: make.customers(env.CUSTOMERS_TABLE),
    purchases: make.purchases(env.PURCHASES_TABLE),
    occurrences: make.occurrences(env.OCCURRENCES_TABLE),
    touches: make.touches(env.TOUCHES_TABLE),
    vouchers: make.vouchers(env.VOUCHERS_TABLE),
    responses: make.responses(env.RESPONSES_TABLE),
    replies: make.replies(env.REPLIES_TABLE),
    work: make.work(env.WORK_TABLE),
    numbers: make.numbers(env.NUMBERS_TABLE),
    hotlineCallers: make.hotlineCallers(env.NUMBERS_TABLE),
    facts,
    numberOf,
    companyRules,
    events,
  }
}
