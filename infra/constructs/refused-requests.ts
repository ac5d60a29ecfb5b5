/** Requests that an API, or the pages behind it, answered with 429, counted from its access log: AWS counts them among all 4xx alone. */
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

export interface RefusedRequestsProps {
  readonly accessLogs: ILogGroup
  readonly metricName: 'RefusedPages' | 'RefusedStaff' | 'RefusedTelephone'
}

export const refusedRequests = (scope: Construct, { accessLogs, metricName }: RefusedRequestsProps): MetricFilter =>
  new MetricFilter(scope, 'Refused', {
    logGroup: accessLogs,
    // A text in the log, like every value there.
    filterPattern: FilterPattern.stringValue('$.status', '=', '429'),
    metricNamespace: 'ThamHoi',
    metricName,
  })
