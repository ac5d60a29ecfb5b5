/** Messages outside any campaign: that somebody's "stop" was taken. Few, and owed at once. */
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import type { Sending } from '#infra/constructs/sending.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface NoticesProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly sending: Sending
  readonly secrets: Secrets
}

export class Notices extends Construct {
  readonly sendNotice: CareFunction<'sendNotice'>

  constructor(scope: Construct, id: string, { config, tables, queues, sending, secrets }: NoticesProps) {
    super(scope, id)
    const fn = new CareFunction(this, 'SendNotice', {
      name: 'sendNotice',
      description: 'Confirms to a customer that their "stop" was taken, once',
      logRetention: config.logRetentionDays,
      memory: 512,
    })
    // The sending rate is one for the account: confirmations take their places among the greetings.
    fn.addEventSource(
      new SqsEventSource(queues.notices.queue, { batchSize: 10, maxConcurrency: 2, reportBatchItemFailures: true }),
    )
    this.sendNotice = fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read'),
      TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'read', 'write'),
      SUPPRESSIONS_TABLE: tables.grantTo(fn, 'suppressions', 'read'),
      PACE_TABLE: tables.grantTo(fn, 'pace', 'write'),
      SEAL_SECRET: secrets.sealSecret,
      CONFIGURATION_SET: sending.grantSendTo(fn),
    })
  }
}
