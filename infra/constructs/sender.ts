/** Sends a batch when it is due. Its concurrency is capped: the mail quota is one for the account, however many batches are due. */

import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import type { BatchSchedules } from '#infra/constructs/batch-schedules.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import type { Sending } from '#infra/constructs/sending.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface SenderProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly schedules: BatchSchedules
  readonly sending: Sending
  readonly secrets: Secrets
}

export class Sender extends Construct {
  readonly sendBatch: CareFunction<'sendBatch'>

  constructor(scope: Construct, id: string, { config, tables, queues, schedules, sending, secrets }: SenderProps) {
    super(scope, id)
    const fn = new CareFunction(this, 'SendBatch', {
      name: 'sendBatch',
      description: 'Checks each recipient of a due batch once more, claims, sends and records',
      logRetention: config.logRetentionDays,
      memory: 1769,
      reservedConcurrency: config.senderReservedConcurrency,
    })
    fn.addEventSource(
      new SqsEventSource(queues.batches.queue, {
        batchSize: 1,
        maxConcurrency: config.senderConcurrency,
        reportBatchItemFailures: true,
      }),
    )
    this.sendBatch = fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read'),
      PURCHASES_TABLE: tables.grantTo(fn, 'purchases', 'read'),
      OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read', 'write'),
      TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'read', 'write', 'writeMany'),
      SUPPRESSIONS_TABLE: tables.grantTo(fn, 'suppressions', 'read'),
      VOUCHERS_TABLE: tables.grantTo(fn, 'vouchers', 'read', 'write'),
      RESPONSES_TABLE: tables.grantTo(fn, 'responses', 'read'),
      REPLIES_TABLE: tables.grantTo(fn, 'replies', 'read'),
      PACE_TABLE: tables.grantTo(fn, 'pace', 'write'),
      ...schedules.grantTo(fn),
      SEAL_SECRET: secrets.sealSecret,
      CONFIGURATION_SET: sending.grantSendTo(fn),
    })
  }
}
