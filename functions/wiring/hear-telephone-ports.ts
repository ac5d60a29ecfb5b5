/** The ports of the function that hears the telephone system, from its environment and the clients. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { sqsListOrders } from '#adapters/sqs/list-orders.ts'
import type { HearTelephonePorts } from '#app/desk/hear-telephone.ts'
import type { Events } from '#app/events.ts'
import type { Seals } from '#app/ports/secrets.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { FunctionEnv } from '#functions/env.ts'
import { lateDays, stores } from '#functions/wiring/stores.ts'

interface Given {
  readonly dynamo: DynamoDBClient
  readonly sqs: SQSClient
  readonly seals: Seals
  readonly companyRules: CompanyRules
  readonly clock: () => Instant
  readonly events: Events
}

export function hearTelephonePorts(
  env: FunctionEnv<'hearTelephone'>,
  { dynamo, sqs, seals, companyRules, clock, events }: Given,
) {
  const make = stores({ client: dynamo, addressHash, noteLate: lateDays(env, { dynamo, companyRules, clock }) })
  return {
    work: make.work(env.WORK_TABLE),
    customers: make.customers(env.CUSTOMERS_TABLE),
    finder: make.finder(env.FINDER_TABLE, env.CUSTOMERS_TABLE),
    hotlineCallers: make.hotlineCallers(env.NUMBERS_TABLE),
    seals,
    listOrders: sqsListOrders({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    companyRules,
    events,
  } satisfies HearTelephonePorts
}
