/**
 * Orders: plan a slice, send a batch, send an opt-out confirmation, make and mail the lists of calls. One queue and one function, because each queue takes at least two of the
 * account's executions (docs/adr/013). It is the only function that sends mail, and it reads no input from outside.
 */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import type { BatchSchedules } from '#infra/constructs/batch-schedules.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import type { Sending } from '#infra/constructs/sending.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface OrdersProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly schedules: BatchSchedules
  readonly sending: Sending
  readonly secrets: Secrets
  /** The address of the staff app, for the links in mails to staff. */
  readonly staffUrl: string
}

export class Orders extends Construct {
  readonly carryOutOrders: CareFunction<'carryOutOrders'>

  constructor(scope: Construct, id: string, { config, tables, queues, schedules, sending, secrets, staffUrl }: OrdersProps) {
    super(scope, id)
    const fn = new CareFunction(this, 'CarryOutOrders', {
      name: 'carryOutOrders',
      description: 'Plans slices, sends due batches and confirmations, and makes and mails the lists of calls',
      logRetention: config.logRetentionDays,
      memory: 1769,
      reservedConcurrency: config.senderReservedConcurrency,
    })
    fn.addEventSource(
      new SqsEventSource(queues.orders.queue, {
        batchSize: 1,
        maxConcurrency: config.senderConcurrency,
        reportBatchItemFailures: true,
      }),
    )
    this.carryOutOrders = fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read'),
      PURCHASES_TABLE: tables.grantTo(fn, 'purchases', 'read'),
      OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read', 'write', 'remove'),
      TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'read', 'write', 'writeMany', 'remove'),
      SUPPRESSIONS_TABLE: tables.grantTo(fn, 'suppressions', 'read'),
      VOUCHERS_TABLE: tables.grantTo(fn, 'vouchers', 'read', 'write'),
      BUDGETS_TABLE: tables.grantTo(fn, 'budgets', 'read', 'write'),
      RESPONSES_TABLE: tables.grantTo(fn, 'responses', 'read'),
      REPLIES_TABLE: tables.grantTo(fn, 'replies', 'read'),
      WORK_TABLE: tables.grantTo(fn, 'work', 'read', 'put'),
      NUMBERS_TABLE: tables.grantRowsTo(fn, 'numbers', { keys: ['roll-ups#*', 'written', 'late', 'waiting'], access: ['read'] }),
      STAFF_TABLE: grantStaffTo(fn, tables),
      PACE_TABLE: tables.grantTo(fn, 'pace', 'read', 'write'),
      ORDER_QUEUE_URL: queues.orders.grantSendTo(fn),
      ...schedules.grantTo(fn),
      SEAL_SECRET_ARN: secrets.grantSealTo(fn),
      SUPPRESSION_SECRET_ARN: secrets.grantSuppressionTo(fn),
      CONFIGURATION_SET: sending.grantSendTo(fn),
      STAFF_URL: staffUrl,
      URGENT_HOOK_SECRET_ARN: grantHookTo(fn, config),
    })
  }
}

/** The operator makes this secret: only its reading is permitted. */
function grantHookTo({ role }: CareFunction<'carryOutOrders'>, { urgentHookSecretArn }: InfraConfig): string {
  if (urgentHookSecretArn === '') return 'none'
  role?.addToPrincipalPolicy(
    new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [urgentHookSecretArn] }),
  )
  return urgentHookSecretArn
}

/**
 * The rows of the lists of calls with the marks of their mails, of other mails to staff, and of urgent work, which are removed a week later; and of questions
 * to departments, which are removed after some weeks; and what the cases told on the last day.
 */
const WRITTEN_ROWS = ['calls#*', 'staff-mails', 'urgent', 'questions', 'findings']

/** Who works is read, and never written. */
function grantStaffTo(fn: CareFunction<'carryOutOrders'>, tables: Tables): string {
  tables.grantRowsTo(fn, 'staff', { keys: ['#roster', '#plan', 'duty#*', ...WRITTEN_ROWS], access: ['read'] })
  return tables.grantRowsTo(fn, 'staff', { keys: WRITTEN_ROWS, access: ['put', 'remove'] })
}
