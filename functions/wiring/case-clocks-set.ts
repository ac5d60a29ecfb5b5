/** How those who write cases see to it that the clocks of these ring. */
import type { SchedulerClient } from '@aws-sdk/client-scheduler'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { schedulerCaseAlarms } from '#adapters/scheduler/case-alarms.ts'
import { sqsCaseOrders } from '#adapters/sqs/case-orders.ts'
import type { CaseClocksSet } from '#app/desk/setting-alarms.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Scheduling, schedulePlace } from '#functions/wiring/schedule-place.ts'

interface Writing {
  readonly sqs: SQSClient
  readonly companyRules: CompanyRules
  readonly clock: () => Instant
}

interface Ordering {
  readonly ORDER_QUEUE_URL: string
}

/** For those who may set no alarms: they order each case that comes to ring. */
export const clocksByOrder = (
  { ORDER_QUEUE_URL: orderQueueUrl }: Ordering,
  { sqs: client, companyRules, clock }: Writing,
): CaseClocksSet => ({ alarms: null, orders: sqsCaseOrders({ client, orderQueueUrl }), companyRules, clock })

/** For those who may: no crash loses an alarm. */
export const clocksByAlarm = (
  env: Ordering & Scheduling,
  { scheduler, ...writing }: Writing & { readonly scheduler: SchedulerClient },
): CaseClocksSet => ({ ...clocksByOrder(env, writing), alarms: schedulerCaseAlarms(schedulePlace(env, scheduler)) })
