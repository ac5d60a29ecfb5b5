/** What customers send without a page, mails and one-click stops: each is read once and carried out. */
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import type { InboundMail } from '#infra/constructs/inbound-mail.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface RepliesProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  /** Absent where no mail comes in: then only stops are read. */
  readonly inbound?: InboundMail
  readonly secrets: Secrets
}

export class Replies extends Construct {
  readonly receiveReply: CareFunction<'receiveReply'>

  constructor(scope: Construct, id: string, { config, tables, queues, inbound, secrets }: RepliesProps) {
    super(scope, id)
    const fn = new CareFunction(this, 'ReceiveReply', {
      name: 'receiveReply',
      description:
        "Reads a customer's mail (an answer, a stop, a complaint, or something for a person) and takes one-click stops",
      logRetention: config.logRetentionDays,
      memory: 1024,
    })
    // A flood waits in the queue and does not take the account's executions from the other functions. The stops of a batch are carried out before
    // its mails (functions/queues/hear-customers.ts).
    fn.addEventSource(
      new SqsEventSource(queues.replies.queue, {
        batchSize: 5,
        maxConcurrency: config.replyConcurrency,
        reportBatchItemFailures: true,
      }),
    )
    this.receiveReply = fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'readOne', 'update'),
      OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read'),
      RESPONSES_TABLE: tables.grantTo(fn, 'responses', 'read', 'write'),
      REPLIES_TABLE: tables.grantTo(fn, 'replies', 'read', 'write'),
      WORK_TABLE: tables.grantTo(fn, 'work', 'read', 'write'),
      NUMBERS_TABLE: tables.grantRowsTo(fn, 'numbers', { keys: ['late'], access: ['update'] }),
      CONSENTS_TABLE: tables.grantTo(fn, 'consents', 'read', 'write'),
      TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'update'),
      ORDER_QUEUE_URL: queues.orders.grantSendTo(fn),
      SEAL_SECRET_ARN: secrets.grantSealTo(fn),
      INBOUND_BUCKET: inbound ? inbound.grantReadTo(fn) : 'none',
    })
  }
}
