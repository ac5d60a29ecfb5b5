/** The hourly look ahead, and the planning of one slice of the customer base at a time. */
import { Duration } from 'aws-cdk-lib'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import type { BatchSchedules } from '#infra/constructs/batch-schedules.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import { runOnSchedule } from '#infra/constructs/run-on-schedule.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface PlannerProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly schedules: BatchSchedules
  readonly secrets: Secrets
}

/** A run that could not be started within this time is left to the next hour's. */
const TOO_LATE = Duration.minutes(50)

export class Planner extends Construct {
  readonly planOccurrences: CareFunction<'planOccurrences'>
  readonly planSlice: CareFunction<'planSlice'>

  constructor(scope: Construct, id: string, props: PlannerProps) {
    super(scope, id)
    this.planOccurrences = this.#lookAhead(props)
    this.planSlice = this.#planSlices(props)
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

  #lookAhead({ config, tables, queues }: PlannerProps) {
    const fn = new CareFunction(this, 'PlanOccurrences', {
      name: 'planOccurrences',
      description: 'Opens the occurrences whose date comes near, hands out their slices, and closes dates that have passed',
      logRetention: config.logRetentionDays,
      memory: 1024,
    })
    fn.configureAsyncInvoke({ maxEventAge: TOO_LATE, retryAttempts: 2, onFailure: new SqsDestination(queues.plannerDeadLetters) })
    return fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read'),
      PURCHASES_TABLE: tables.grantTo(fn, 'purchases', 'read'),
      OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read', 'write'),
      TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'read'),
      BUDGETS_TABLE: tables.grantTo(fn, 'budgets', 'read', 'write'),
      WORK_TABLE: tables.grantTo(fn, 'work', 'read'),
      SLICE_QUEUE_URL: queues.slices.grantSendTo(fn),
      BATCH_QUEUE_URL: queues.batches.grantSendTo(fn),
    })
  }

  #planSlices({ config, tables, queues, schedules, secrets }: PlannerProps) {
    const fn = new CareFunction(this, 'PlanSlice', {
      name: 'planSlice',
      description: 'Decides each customer of a slice: send, defer, skip with a reason, or withhold; and schedules the batches',
      logRetention: config.logRetentionDays,
      memory: 1769,
    })
    fn.addEventSource(
      new SqsEventSource(queues.slices.queue, {
        batchSize: 1,
        maxConcurrency: config.plannerConcurrency,
        reportBatchItemFailures: true,
      }),
    )
    return fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read'),
      PURCHASES_TABLE: tables.grantTo(fn, 'purchases', 'read'),
      OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read', 'write', 'remove'),
      TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'read'),
      SUPPRESSIONS_TABLE: tables.grantTo(fn, 'suppressions', 'read'),
      BUDGETS_TABLE: tables.grantTo(fn, 'budgets', 'read', 'write'),
      RESPONSES_TABLE: tables.grantTo(fn, 'responses', 'read'),
      REPLIES_TABLE: tables.grantTo(fn, 'replies', 'read'),
      WORK_TABLE: tables.grantTo(fn, 'work', 'read'),
      ...schedules.grantTo(fn),
      SEAL_SECRET: secrets.sealSecret,
    })
  }
}
