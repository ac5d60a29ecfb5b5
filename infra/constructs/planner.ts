/** The hourly planner run. What it orders is carried out from the queue (orders.ts). */
import { Duration } from 'aws-cdk-lib'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import { runOnSchedule } from '#infra/constructs/run-on-schedule.ts'
import type { Sending } from '#infra/constructs/sending.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface PlannerProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly sending: Sending
}

/** A run that could not be started within this time is left to the next hour. */
const TOO_LATE = Duration.minutes(50)

export class Planner extends Construct {
  readonly planOccurrences: CareFunction<'planOccurrences'>

  constructor(scope: Construct, id: string, props: PlannerProps) {
    super(scope, id)
    this.planOccurrences = this.#lookAhead(props)
    const { config, queues } = props
    runOnSchedule(this, 'EveryHour', {
      description: 'Looks for occurrences that come near',
      at: { minute: '5' },
      zone: config.company.zone,
      target: this.planOccurrences,
      tooLate: TOO_LATE,
      deadLetters: queues.plannerDeadLetters,
    })
  }

  #lookAhead({ config, tables, queues, sending }: PlannerProps) {
    const fn = new CareFunction(this, 'PlanOccurrences', {
      name: 'planOccurrences',
      description:
        'Opens the occurrences whose date comes near, hands out their slices, closes dates that have passed, and asks whether mails could leave',
      logRetention: config.logRetentionDays,
      memory: 1024,
    })
    fn.configureAsyncInvoke({ maxEventAge: TOO_LATE, retryAttempts: 2, onFailure: new SqsDestination(queues.plannerDeadLetters) })
    return fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      // What it updates is what a customer's row says of their open cases, where that is wrong.
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read', 'update'),
      PURCHASES_TABLE: tables.grantTo(fn, 'purchases', 'read'),
      OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read', 'write'),
      TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'read', 'write'),
      BUDGETS_TABLE: tables.grantTo(fn, 'budgets', 'read', 'write'),
      WORK_TABLE: tables.grantTo(fn, 'work', 'read', 'put'),
      NUMBERS_TABLE: tables.grantRowsTo(fn, 'numbers', { keys: ['late'], access: ['update'] }),
      STAFF_TABLE: tables.grantRowsTo(fn, 'staff', { keys: ['#roster', '#plan', 'duty#*'], access: ['read'] }),
      SUPPRESSIONS_TABLE: tables.grantTo(fn, 'suppressions', 'read'),
      PACE_TABLE: tables.grantTo(fn, 'pace', 'read', 'write'),
      CONFIGURATION_SET: sending.grantExamineTo(fn),
      ORDER_QUEUE_URL: queues.orders.grantSendTo(fn),
    })
  }
}
