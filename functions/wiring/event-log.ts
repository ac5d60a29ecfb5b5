/** Business events as structured log lines, and alarms also as metrics that the infrastructure's alarms watch. */
import type { Logger } from '@aws-lambda-powertools/logger'
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { EventSink, EventValues } from '#app/events.ts'
import type { RecordFailed } from '#functions/queues/settle-records.ts'

/** Metric names in the namespace `ThamHoi`; infra/constructs/alarm-list.ts names them again, and a test compares. */
export const ALARM_METRICS: Readonly<Record<string, string>> = {
  'occurrence.mismatch': 'OccurrenceMismatch',
  'desk.mismatch': 'OccurrenceMismatch',
  'consent.unreadable': 'ConsentUnreadable',
  'suppression.unreadable': 'SuppressionUnreadable',
  'campaign.stopped': 'CampaignStopped',
  'words.missing': 'WordsMissing',
  'sender.stopped': 'SenderStopped',
  'sender.notReady': 'SenderNotReady',
  'occurrence.losses': 'OccurrenceLosses',
  'erasure.unfinished': 'ErasureUnfinished',
  'erasure.broken': 'ErasureUnfinished',
  'urgent.noOneOnCall': 'UrgentNotHeard',
  'urgent.untold': 'UrgentNotHeard',
  'urgent.postGivenUp': 'UrgentPostGivenUp',
  'question.untold': 'DepartmentNotTold',
  'doNotCall.listOld': 'DoNotCallListOld',
  'purge.behind': 'PurgeBehind',
  'staff.actFailed': 'StaffActFailed',
  'staff.actUnclosed': 'StaffActFailed',
}

export function eventLog({ logger, metrics }: { logger: Logger; metrics: Metrics }): EventSink {
  return {
    event: (name, values) => logger.info(name, { ...values }),
    alarm: (name, values) => {
      logger.error(name, { ...values })
      // Written at once: an alarm that waits for the end of the handler is lost if the handler dies.
      metrics.singleMetric().addMetric(ALARM_METRICS[name] ?? 'OtherAlarm', MetricUnit.Count, 1)
    },
  }
}

/** Failures, counted under the function they happened in; infra/constructs/alarm-list.ts names them again, and a test compares. */
export const FAILURE_METRICS = { records: 'FailedRecords', pages: 'FailedPages' } as const

/** Counts failures that Lambda does not count, because the handler answers successfully. */
export function failureLog({ logger, metrics }: { logger: Logger; metrics: Metrics }) {
  const count = (metric: string) => metrics.singleMetric().addMetric(metric, MetricUnit.Count, 1)
  const failed: RecordFailed = ({ messageId, error, kind }) => {
    if (kind === 'comes-again') return logger.info('record.comesAgain', { messageId, error: asError(error) })
    logger.error('record.failed', { messageId, error: asError(error) })
    count(FAILURE_METRICS.records)
  }
  const pageFailed = (error: unknown, at: EventValues = {}) => {
    logger.error('page.failed', { ...at, error: asError(error) })
    count(FAILURE_METRICS.pages)
  }
  /** The keys read before stay in use, so this raises no alarm for the operator. */
  const secretUnread = (error: unknown) => logger.warn('secret.unread', { error: asError(error) })
  return { failed, pageFailed, secretUnread }
}

/** The message of a parser shows a piece of the text that it could not read, such as an address in a message of a queue: only where it was read is written. */
const asError = (error: unknown): Error | string => {
  if (error instanceof SyntaxError) return `SyntaxError${(error.stack ?? '').slice(`SyntaxError: ${error.message}`.length)}`
  return error instanceof Error ? error : String(error)
}
