/** The queues between the functions, and the places where schedules leave what they could not deliver. */
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import { output } from '#infra/constructs/output.ts'
import { deadLetterQueue, WorkQueue } from '#infra/constructs/work-queue.ts'
import { TIMEOUTS } from '#infra/timeouts.ts'

export class WorkQueues extends Construct {
  /** Slices of the customer base to plan. */
  readonly slices: WorkQueue
  /** Batches that are due. Throttling by the mail provider also sends a batch back, so it may try more often. */
  readonly batches: WorkQueue
  /** What the mail provider says became of a mail. */
  readonly deliveryEvents: WorkQueue
  /** Confirmations to send. */
  readonly notices: WorkQueue
  /** Batches whose schedule could not put them into the queue. */
  readonly scheduleDeadLetters: Queue
  /** Hourly runs that could not be started or failed for good. */
  readonly plannerDeadLetters: Queue

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.slices = new WorkQueue(this, 'Slices', { consumerTimeout: TIMEOUTS.planSlice, attempts: 5 })
    this.batches = new WorkQueue(this, 'Batches', { consumerTimeout: TIMEOUTS.sendBatch, attempts: 10 })
    this.deliveryEvents = new WorkQueue(this, 'DeliveryEvents', { consumerTimeout: TIMEOUTS.recordDelivery, attempts: 10 })
    this.notices = new WorkQueue(this, 'Notices', { consumerTimeout: TIMEOUTS.sendNotice, attempts: 10 })
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

  #output() {
    output(this, 'SliceQueue', { value: this.slices.queue.queueUrl, variable: 'SLICE_QUEUE_URL' })
    output(this, 'BatchQueue', { value: this.batches.queue.queueUrl, variable: 'BATCH_QUEUE_URL' })
    const letters = {
      SliceDeadLetterQueue: { queue: this.slices.deadLetters, variable: 'SLICE_DEAD_LETTER_URL' },
      BatchDeadLetterQueue: { queue: this.batches.deadLetters, variable: 'BATCH_DEAD_LETTER_URL' },
      DeliveryEventQueue: { queue: this.deliveryEvents.queue, variable: 'DELIVERY_QUEUE_URL' },
      DeliveryEventDeadLetterQueue: { queue: this.deliveryEvents.deadLetters, variable: 'DELIVERY_DEAD_LETTER_URL' },
      NoticeQueue: { queue: this.notices.queue, variable: 'NOTICE_QUEUE_URL' },
      NoticeDeadLetterQueue: { queue: this.notices.deadLetters, variable: 'NOTICE_DEAD_LETTER_URL' },
      ScheduleDeadLetterQueue: { queue: this.scheduleDeadLetters, variable: 'SCHEDULE_DEAD_LETTER_URL' },
    }
    for (const [name, { queue, variable }] of Object.entries(letters)) output(this, name, { value: queue.queueUrl, variable })
    output(this, 'PlannerDeadLetterQueue', { value: this.plannerDeadLetters.queueUrl })
  }
}
