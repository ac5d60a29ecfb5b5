/** The nightly run that writes what happened as files, and makes the report's figures of them. */
import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import type { Facts } from '#infra/constructs/facts.ts'
import { runOnSchedule } from '#infra/constructs/run-on-schedule.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface RollUpsProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly secrets: Secrets
  readonly facts: Facts
}

/**
 * Scheduler gives it so long to begin, and Lambda so long again for another try: its last minute is over before the nightly deletion begins, and the two
 * share one of the account's executions (infra/concurrency.ts).
 */
const TOO_LATE = Duration.hours(1)

export class RollUps extends Construct {
  readonly rollUpNight: CareFunction<'rollUpNight'>

  constructor(scope: Construct, id: string, props: RollUpsProps) {
    super(scope, id)
    this.rollUpNight = this.#createFunction(props)
    const { config, queues } = props
    runOnSchedule(this, 'EveryNight', {
      description: 'Writes what happened yesterday, and makes the figures of the report',
      at: { minute: '30', hour: '0' },
      zone: config.company.zone,
      target: this.rollUpNight,
      tooLate: TOO_LATE,
      deadLetters: queues.plannerDeadLetters,
    })
  }

  #createFunction({ config, tables, secrets, facts }: RollUpsProps) {
    const fn = new CareFunction(this, 'RollUpNight', {
      name: 'rollUpNight',
      description: 'Writes what happened yesterday as files, and makes the figures of the report of them',
      logRetention: config.logRetentionDays,
      // A bit for each customer, segment and period, and the days on which each customer bought.
      memory: 3008,
    })
    fn.configureAsyncInvoke({ maxEventAge: TOO_LATE, retryAttempts: 2 })
    return fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      // Gives each customer the number by which facts tell them.
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read', 'update'),
      PURCHASES_TABLE: tables.grantTo(fn, 'purchases', 'read'),
      OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read'),
      TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'read'),
      VOUCHERS_TABLE: tables.grantTo(fn, 'vouchers', 'read'),
      RESPONSES_TABLE: tables.grantTo(fn, 'responses', 'read'),
      REPLIES_TABLE: tables.grantTo(fn, 'replies', 'read'),
      WORK_TABLE: tables.grantTo(fn, 'work', 'read'),
      NUMBERS_TABLE: grantNumbersTo(fn, tables),
      SUPPRESSION_SECRET_ARN: secrets.grantSuppressionTo(fn),
      FACTS_BUCKET: facts.grantFilesTo(fn),
    })
  }
}

/** Proposals, and reports as they were handed in, are none of its rows. */
function grantNumbersTo(fn: CareFunction<'rollUpNight'>, tables: Tables): string {
  tables.grantRowsTo(fn, 'numbers', { keys: ['written'], access: ['read', 'put'] })
  tables.grantRowsTo(fn, 'numbers', { keys: ['roll-ups#*'], access: ['writeMany'] })
  tables.grantRowsTo(fn, 'numbers', { keys: ['hotline'], access: ['read'] })
  tables.grantRowsTo(fn, 'numbers', { keys: ['theme-rules'], access: ['read', 'put'] })
  // Rules of themes that were corrected have days written again.
  return tables.grantRowsTo(fn, 'numbers', { keys: ['late', 'waiting'], access: ['read', 'update', 'remove'] })
}
