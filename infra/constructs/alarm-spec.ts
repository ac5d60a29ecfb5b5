/** One alarm as data. */
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch'

export interface AlarmSpec {
  /** The section of docs/runbook.md, as its heading is addressed in a link. */
  readonly section: string
  /** The impact on customers or on what the company promised, in one sentence. */
  readonly impact: string
  readonly metric: IMetric
  /** Rings at this value or above. */
  readonly atLeast: number
}
