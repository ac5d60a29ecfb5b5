/** Carries the provider's later reports, its events, through a queue to the touches they are about. */
import { Duration } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import type { Sending } from '#infra/constructs/sending.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface DeliveriesProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly sending: Sending
  readonly secrets: Secrets
}

export class Deliveries extends Construct {
  readonly recordDelivery: CareFunction<'recordDelivery'>

  constructor(scope: Construct, id: string, { config, tables, queues, sending, secrets }: DeliveriesProps) {
    super(scope, id)
    new Rule(this, 'MailEvents', {
      description: 'What became of a mail of ours',
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [sending.configurationSet.configurationSetName] } } },
      },
      targets: [new SqsQueue(queues.deliveryEvents.queue, { deadLetterQueue: queues.deliveryEvents.deadLetters })],
    })
    const fn = new CareFunction(this, 'RecordDelivery', {
      name: 'recordDelivery',
      description: 'Notes deliveries, bounces and complaints on their touches; suppresses addresses that must not be used again',
      logRetention: config.logRetentionDays,
      memory: 512,
    })
    // A hundred events a run, gathered for a few seconds: no customer waits for them, and there is one per mail.
    fn.addEventSource(
      new SqsEventSource(queues.deliveryEvents.queue, {
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(5),
        maxConcurrency: config.deliveryConcurrency,
        reportBatchItemFailures: true,
      }),
    )
    this.recordDelivery = fn.connect({
      // The function pauses a campaign whose mail bounces or is reported as spam.
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read', 'write'),
      OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read', 'write'),
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read', 'update'),
      TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'read', 'write', 'remove'),
      CONSENTS_TABLE: tables.grantTo(fn, 'consents', 'read', 'write'),
      NUMBERS_TABLE: tables.grantRowsTo(fn, 'numbers', { keys: ['late'], access: ['update'] }),
      SUPPRESSIONS_TABLE: tables.grantTo(fn, 'suppressions', 'read', 'write'),
      SUPPRESSION_SECRET_ARN: secrets.grantSuppressionTo(fn),
    })
  }
}
