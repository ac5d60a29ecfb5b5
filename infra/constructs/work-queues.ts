/** The queues between the functions, and the places where schedules leave what they could not deliver. */
import { CfnOutput } from 'aws-cdk-lib'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { TIMEOUTS } from '#infra/timeouts.ts'
import { acceptFinding } from '#infra/security-checks.ts'
import { deadLetterQueue, WorkQueue } from '#infra/constructs/work-queue.ts'

export class WorkQueues extends Construct {
  /** Slices of the customer base to plan. */
  readonly slices: WorkQueue
  /** Batches that are due. Throttling by the mail provider also sends a batch back, so it may try more often. */
  readonly batches: WorkQueue
  /** What the mail provider says became of a mail. */
  readonly deliveryEvents: WorkQueue
  /** Batches whose schedule could not put them into the queue. */
  readonly scheduleDeadLetters: Queue
  /** Hourly runs that could not be started or failed for good. */
  readonly plannerDeadLetters: Queue

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.slices = new WorkQueue(this, 'Slices', { consumerTimeout: TIMEOUTS.planSlice, attempts: 5 })
    this.batches = new WorkQueue(this, 'Batches', { consumerTimeout: TIMEOUTS.sendBatch, attempts: 10 })
    this.deliveryEvents = new WorkQueue(this, 'DeliveryEvents', { consumerTimeout: TIMEOUTS.recordDelivery, attempts: 10 })
    this.scheduleDeadLetters = deadLetterQueue(this, 'ScheduleDeadLetters')
    this.plannerDeadLetters = deadLetterQueue(this, 'PlannerDeadLetters')
    for (const queue of [this.scheduleDeadLetters, this.plannerDeadLetters]) {
      acceptFinding(queue, {
        rule: 'AwsSolutions-SQS3',
        because: 'It is itself a dead-letter queue, of schedules instead of a queue; nothing takes from it, and an alarm watches it.',
      })
    }
    this.#output()
  }

  #output() {
    const outputs = {
      SliceQueue: this.slices.queue,
      SliceDeadLetterQueue: this.slices.deadLetters,
      BatchQueue: this.batches.queue,
      BatchDeadLetterQueue: this.batches.deadLetters,
      DeliveryEventQueue: this.deliveryEvents.queue,
      DeliveryEventDeadLetterQueue: this.deliveryEvents.deadLetters,
      ScheduleDeadLetterQueue: this.scheduleDeadLetters,
      PlannerDeadLetterQueue: this.plannerDeadLetters,
    }
    for (const [name, queue] of Object.entries(outputs)) {
      const variable = { SliceQueue: 'SLICE_QUEUE_URL', BatchQueue: 'BATCH_QUEUE_URL' }[name]
      new CfnOutput(this, name, { value: queue.queueUrl, ...(variable && { description: variable }) })
    }
  }
}
