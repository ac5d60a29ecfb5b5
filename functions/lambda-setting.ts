/** What every Lambda entry shares: the clients, the house rules as deployed, the clock and the log. */
import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { events } from '#app/events.ts'
import { instantOf } from '#core/time/instant.ts'
import { eventLog } from '#functions/event-log.ts'
import { houseRules } from '#functions/house-rules.ts'
import type { RecordFailed } from '#functions/settle-records.ts'
import company from '../campaigns/company.json' with { type: 'json' }
import prices from '../campaigns/prices.json' with { type: 'json' }
import countries from './countries.generated.json' with { type: 'json' }

export function lambdaSetting(serviceName: string) {
  const logger = new Logger({ serviceName })
  const metrics = new Metrics({ namespace: 'ThamHoi', serviceName })
  const failed: RecordFailed = ({ messageId, error }) =>
    logger.error('record.failed', { messageId, error: error instanceof Error ? error : String(error) })
  const sink = eventLog({ logger, metrics })
  /** An answer of 500 is no error to Lambda, so nobody would hear of it but for this. */
  const pageFailed = (error: unknown) => {
    logger.error('page.failed', { error: error instanceof Error ? error : String(error) })
    sink.alarm('page.failed', {})
  }
  return {
    house: houseRules({ company, prices, ...countries }),
    events: events(sink),
    clock: () => instantOf(Date.now()),
    failed,
    pageFailed,
  }
}
