/** One queue with its dead-letter queue: encrypted, over TLS only, with a visibility time-out that fits its consumer. */
import { Duration } from 'aws-cdk-lib'
import type { IGrantable } from 'aws-cdk-lib/aws-iam'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

export interface WorkQueueProps {
  /** The time limit of the function that takes from the queue. */
  readonly consumerTimeout: Duration
  /** Attempts before a message becomes a dead letter. */
  readonly attempts: number
}

const SECURE = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const
/** The longest that SQS keeps a message: a fortnight for the operator to notice and redrive. */
const DEAD_LETTER_RETENTION = Duration.days(14)
/** A message must not return while its consumer may still work on it. AWS recommends six times the consumer's time limit. */
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

  /** Permits putting messages into the queue and returns its address: a variable never comes without its permission. */
  grantSendTo(grantee: IGrantable): string {
    this.queue.grantSendMessages(grantee)
    return this.queue.queueUrl
  }
}

export const deadLetterQueue = (scope: Construct, id: string) =>
  new Queue(scope, id, { ...SECURE, retentionPeriod: DEAD_LETTER_RETENTION })
