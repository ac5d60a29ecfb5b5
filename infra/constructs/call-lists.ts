/**
 * The schedule of the lists of calls: every half hour, in the zone of the company, an order to make those of the teams whose day begins. It goes to the
 * queue of orders, because a function of its own would take one more of the account's executions (docs/adr/013).
 */
import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { orderOnSchedule } from '#infra/constructs/order-on-schedule.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface CallListsProps {
  readonly config: InfraConfig
  readonly queues: WorkQueues
}

export class CallLists extends Construct {
  constructor(scope: Construct, id: string, { config, queues }: CallListsProps) {
    super(scope, id)
    orderOnSchedule(this, 'EveryHalfHour', {
      description: 'Makes the lists of calls of the teams whose day begins',
      // The same distance as between two runs in app/desk/make-due-lists.ts.
      at: { minute: '0/30' },
      zone: config.company.zone,
      queues,
      // As functions/queues/list-calls.ts reads it.
      order: { kind: 'list-calls' },
      // One that could not be put on the queue within this time is left to the next one, which makes what was missed.
      tooLate: Duration.minutes(25),
    })
  }
}
