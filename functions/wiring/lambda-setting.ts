/** What every Lambda entry shares: the clients, the company rules as deployed, the clock and the log. */
import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { events } from '#app/events.ts'
import { instantOf } from '#core/time/instant.ts'
import { carriedCompanyRules } from '#functions/wiring/company-rules.ts'
import { eventLog, failureLog } from '#functions/wiring/event-log.ts'
import companyFiles from '../company-files.generated.json' with { type: 'json' }

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
    companyRules: carriedCompanyRules(companyFiles),
    events: events(eventLog(written)),
    clock: () => instantOf(Date.now()),
    ...failureLog(written),
  }
}
