/** The queues between the functions, and the dead-letter queues of the schedules. */
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import { output } from '#infra/constructs/output.ts'
import { deadLetterQueue, WorkQueue } from '#infra/constructs/work-queue.ts'
import { TIMEOUTS } from '#infra/timeouts.ts'

export class WorkQueues extends Construct {
  /**
   * Slices to plan, batches that are due, confirmations to send. Throttling by the mail provider also returns a batch to the queue, so many
   * attempts are allowed.
   */
  readonly orders: WorkQueue
  /** The mail provider's reports on mails. */
  readonly deliveryEvents: WorkQueue
  /** What customers send without a page: incoming mails and one-click stops. */
  readonly replies: WorkQueue
  /** Batches that their schedule could not put into the queue. */
  readonly scheduleDeadLetters: Queue
  /** Hourly runs that could not be started or failed for good. */
  readonly plannerDeadLetters: Queue

  constructor(scope: Construct, id: string) {
    super(scope, id)
    // Keeps the id of the former queue of batches: schedules that already exist put their batches there.
    this.orders = new WorkQueue(this, 'Batches', { consumerTimeout: TIMEOUTS.carryOutOrders, attempts: 10 })
    this.deliveryEvents = new WorkQueue(this, 'DeliveryEvents', { consumerTimeout: TIMEOUTS.recordDelivery, attempts: 10 })
    this.replies = new WorkQueue(this, 'Replies', { consumerTimeout: TIMEOUTS.receiveReply, attempts: 10 })
    this.scheduleDeadLetters = deadLetterQueue(this, 'ScheduleDeadLetters')
    this.plannerDeadLetters = deadLetterQueue(this, 'PlannerDeadLetters')
    for (const queue of [this.scheduleDeadLetters, this.plannerDeadLetters]) {
      acceptFinding(queue, {
        rule: 'AwsSolutions-SQS3',
        because:
          'It is itself a dead-letter queue, of schedules instead of a queue; nothing takes from it, and an alarm watches it.',
      })
    }
    this.#output()
  }

  /** Permits counting what was given up and putting it back into its queue. Returns the variables that go with it, but that of orders. */
  grantRedriveTo(grantee: IGrantable) {
    const { orders, deliveryEvents, replies, scheduleDeadLetters } = this
    const given = [orders.deadLetters, deliveryEvents.deadLetters, replies.deadLetters, scheduleDeadLetters]
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
        resources: given.map(({ queueArn }) => queueArn),
      }),
    )
    return {
      DELIVERY_QUEUE_URL: deliveryEvents.grantSendTo(grantee),
      REPLY_QUEUE_URL: replies.grantSendTo(grantee),
      ORDER_DEAD_LETTER_URL: orders.deadLetters.queueUrl,
      DELIVERY_DEAD_LETTER_URL: deliveryEvents.deadLetters.queueUrl,
      REPLY_DEAD_LETTER_URL: replies.deadLetters.queueUrl,
      SCHEDULE_DEAD_LETTER_URL: scheduleDeadLetters.queueUrl,
    }
  }

  #output() {
    const known = {
      OrderQueue: { queue: this.orders.queue, variable: 'ORDER_QUEUE_URL' },
      OrderDeadLetterQueue: { queue: this.orders.deadLetters, variable: 'ORDER_DEAD_LETTER_URL' },
      DeliveryEventQueue: { queue: this.deliveryEvents.queue, variable: 'DELIVERY_QUEUE_URL' },
      DeliveryEventDeadLetterQueue: { queue: this.deliveryEvents.deadLetters, variable: 'DELIVERY_DEAD_LETTER_URL' },
      ReplyQueue: { queue: this.replies.queue, variable: 'REPLY_QUEUE_URL' },
      ReplyDeadLetterQueue: { queue: this.replies.deadLetters, variable: 'REPLY_DEAD_LETTER_URL' },
      ScheduleDeadLetterQueue: { queue: this.scheduleDeadLetters, variable: 'SCHEDULE_DEAD_LETTER_URL' },
    }
    for (const [name, { queue, variable }] of Object.entries(known)) output(this, name, { value: queue.queueUrl, variable })
    output(this, 'PlannerDeadLetterQueue', { value: this.plannerDeadLetters.queueUrl })
  }
}
