/** What every Lambda entry shares: the clients, the company rules as deployed, the clock and the log. */
import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { events } from '#app/events.ts'
import { instantOf } from '#core/time/instant.ts'
import { houseRules } from '#functions/wiring/company-rules.ts'
import { eventLog, failureLog } from '#functions/wiring/event-log.ts'
import company from '../../campaigns/company.json' with { type: 'json' }
import prices from '../../campaigns/prices.json' with { type: 'json' }
import countries from '../countries.generated.json' with { type: 'json' }

/** One log and one set of metrics, under this name. */
const writing = (serviceName: string) => ({
  logger: new Logger({ serviceName }),
  metrics: new Metrics({ namespace: 'ThamHoi', serviceName }),
})

/** Where one function does the work of several, each part counts its failures under its own name. */
export const failuresOf = (serviceName: string) => failureLog(writing(serviceName))

export function lambdaSetting(serviceName: string) {
  const written = writing(serviceName)
  return {
    companyRules: houseRules({ company, prices, ...countries }),
    events: events(eventLog(written)),
    clock: () => instantOf(Date.now()),
    ...failureLog(written),
  }
}
