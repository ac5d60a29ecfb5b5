/**
 * The look of the night at the clocks of all open cases: an order on the queue of orders, because a function of its own would take one more of the
 * account's executions (docs/adr/013). The alarms themselves are made at run time (batch-schedules.ts).
 */
import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { orderOnSchedule } from '#infra/constructs/order-on-schedule.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface CaseClocksProps {
  readonly config: InfraConfig
  readonly queues: WorkQueues
}

export class CaseClocks extends Construct {
  constructor(scope: Construct, id: string, { config, queues }: CaseClocksProps) {
    super(scope, id)
    orderOnSchedule(this, 'EveryNight', {
      description: 'Sets the alarms of all open cases as their clocks are now',
      at: { minute: '30', hour: '1' },
      zone: config.company.zone,
      queues,
      // As functions/queues/ring-case.ts reads it.
      order: { kind: 'look-at-clocks' },
      tooLate: Duration.hours(12),
    })
  }
}
