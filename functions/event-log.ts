/** Business events as structured log lines, and alarms also as metrics that the infrastructure's alarms watch. */
import type { Logger } from '@aws-lambda-powertools/logger'
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { EventSink } from '#app/events.ts'

/** Metric names in the namespace `ThamHoi`; infra/constructs/alarms.ts names them again, and a test compares. */
export const ALARM_METRICS: Readonly<Record<string, string>> = {
  'occurrence.mismatch': 'OccurrenceMismatch',
  'consent.unreadable': 'ConsentUnreadable',
  'suppression.unreadable': 'SuppressionUnreadable',
  'campaign.stopped': 'CampaignStopped',
  'words.missing': 'WordsMissing',
}

export function eventLog({ logger, metrics }: { logger: Logger; metrics: Metrics }): EventSink {
  return {
    event: (name, values) => logger.info(name, { ...values }),
    alarm: (name, values) => {
      logger.error(name, { ...values })
      // Written at once: an alarm that waits for the end of the handler is lost with it.
      metrics.singleMetric().addMetric(ALARM_METRICS[name] ?? 'OtherAlarm', MetricUnit.Count, 1)
    },
  }
}
