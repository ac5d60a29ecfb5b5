/** One queue with its dead-letter queue: encrypted, over TLS only, patient enough for its consumer. */
import { Duration } from 'aws-cdk-lib'
import type { IGrantable } from 'aws-cdk-lib/aws-iam'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

export interface WorkQueueProps {
  /** The time limit of the function that takes from the queue. */
  readonly consumerTimeout: Duration
  /** Attempts before a message is put aside as a dead letter. */
  readonly attempts: number
}

const SECURE = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const
/** The longest that SQS keeps a message: a fortnight to notice and redrive. */
const DEAD_LETTER_RETENTION = Duration.days(14)
/** A message must not come back while its consumer may still be at work; AWS asks for six times its time limit. */
const VISIBILITY_FACTOR = 6

export class WorkQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, { consumerTimeout, attempts }: WorkQueueProps) {
    super(scope, id)
    this.deadLetters = deadLetterQueue(this, 'DeadLetters')
    this.queue = new Queue(this, 'Queue', {
      ...SECURE,
      visibilityTimeout: Duration.seconds(consumerTimeout.toSeconds() * VISIBILITY_FACTOR),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: attempts },
    })
  }

  /** Permits putting messages in, and answers the address: a variable never comes without its permission. */
  grantSendTo(grantee: IGrantable): string {
    this.queue.grantSendMessages(grantee)
    return this.queue.queueUrl
  }
}

export const deadLetterQueue = (scope: Construct, id: string) =>
  new Queue(scope, id, { ...SECURE, retentionPeriod: DEAD_LETTER_RETENTION })
