/** `ringCase`: reads a case and who works, notes on the case what its clock brought, mails staff, and sets the next alarm. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SchedulerClient } from '@aws-sdk/client-scheduler'
import type { SESv2Client } from '@aws-sdk/client-sesv2'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { contactKeys, type SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { schedulerCaseAlarms } from '#adapters/scheduler/case-alarms.ts'
import { sqsCaseOrders } from '#adapters/sqs/case-orders.ts'
import type { Events } from '#app/events.ts'
import type { UrgentHook } from '#app/ports/urgent-hook.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { FunctionEnv } from '#functions/env.ts'
import type { CaseClockPorts } from '#functions/queues/ring-case.ts'
import { clockLetters } from '#functions/wiring/clock-letters.ts'
import { mailing } from '#functions/wiring/mailing.ts'
import { schedulePlace } from '#functions/wiring/schedule-place.ts'
import { staffUrlOf } from '#functions/wiring/staff-url.ts'
import { stores } from '#functions/wiring/stores.ts'
import { urgentLetters } from '#functions/wiring/urgent-letters.ts'

interface Setting {
  readonly dynamo: DynamoDBClient
  readonly scheduler: SchedulerClient
  readonly sqs: SQSClient
  /** Made by `sesClient`: it must never repeat a send. */
  readonly ses: SESv2Client
  readonly suppressionKeys: SuppressionKeys
  readonly companyRules: CompanyRules
  readonly events: Events
  /** The company's webhook for urgent work; null where there is none. */
  readonly hook: UrgentHook | null
}

export function caseClockPorts(
  env: FunctionEnv<'ringCase'>,
  { dynamo, scheduler, sqs, ses, suppressionKeys, companyRules, events, hook }: Setting,
): CaseClockPorts {
  const make = stores({ client: dynamo, addressHash })
  const { company } = companyRules
  const staffUrl = staffUrlOf(env)
  return {
    work: make.work(env.WORK_TABLE),
    customers: make.customers(env.CUSTOMERS_TABLE),
    replies: make.replies(env.REPLIES_TABLE),
    roster: make.roster(env.STAFF_TABLE),
    dutyBook: make.dutyBook(env.STAFF_TABLE),
    lists: make.dayLists(env.STAFF_TABLE),
    staffMails: make.staffMails(env.STAFF_TABLE),
    interruptions: make.interruptions(env.STAFF_TABLE),
    alarms: schedulerCaseAlarms(schedulePlace(env, scheduler)),
    caseOrders: sqsCaseOrders({ client: sqs, orderQueueUrl: env.ORDER_QUEUE_URL }),
    clockLetters: clockLetters({ company, staffUrl, cases: companyRules.cases, departments: companyRules.departments }),
    urgentLetters: urgentLetters({ company, staffUrl }),
    hook,
    suppressions: make.suppressions(env.SUPPRESSIONS_TABLE, { keys: async () => suppressionKeys }),
    seals: contactKeys,
    ...mailing({ env, dynamo, ses, company }),
    companyRules,
    events,
  }
}
