/** Whether anything really says what an alarm listens for: a metric that a function printed, that a log filter makes, or that AWS is known to emit. */
import type { Template } from 'aws-cdk-lib/assertions'
import { z } from 'zod'
import type { EmittedMetric } from '#test/infra/driven-entries.ts'

/**
 * What AWS services emit, and under which dimension: the resource that stands there must be in the template. Sources: the pages "Types of
 * metrics for Lambda functions", "Available CloudWatch metrics for Amazon SQS", "Metrics for HTTP APIs" and "Reputation metrics" of AWS.
 */
const AWS_METRICS: Readonly<
  Record<string, { readonly names: readonly string[]; readonly of: readonly [string, string] | null }>
> = {
  'AWS/Lambda': { names: ['Errors', 'Throttles', 'Invocations'], of: ['FunctionName', 'AWS::Lambda::Function'] },
  'AWS/SQS': {
    names: ['ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage'],
    of: ['QueueName', 'AWS::SQS::Queue'],
  },
  'AWS/ApiGateway': { names: ['4xx', '5xx', 'Latency'], of: ['ApiId', 'AWS::ApiGatewayV2::Api'] },
  'AWS/SES': { names: ['Reputation.BounceRate', 'Reputation.ComplaintRate'], of: null },
}

const Alarm = z.looseObject({
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
  Metrics: z.array(z.looseObject({ Expression: z.string() })).optional(),
})
type Alarm = z.infer<typeof Alarm>

/** The alarms that nothing would ever make ring, by their logical ids. */
export function unfedAlarms(template: Template, emitted: readonly EmittedMetric[]): readonly string[] {
  const filtered = Object.values(template.findResources('AWS::Logs::MetricFilter')).flatMap(({ Properties }) =>
    filterMatches(template, Properties) ? Properties.MetricTransformations : [],
  )
  return Object.entries(template.findResources('AWS::CloudWatch::Alarm')).flatMap(([id, { Properties }]) => {
    const alarm = Alarm.parse(Properties)
    if (alarm.Metrics) return alarm.Metrics.every(({ Expression }) => isSelected(Expression, emitted)) ? [] : [id]
    const isFiltered = filtered.some(
      (each) => each.MetricName === alarm.MetricName && each.MetricNamespace === alarm.Namespace && alarm.Dimensions.length === 0,
    )
    return isFiltered || isEmitted(alarm, emitted) || isOfAws(alarm, template) ? [] : [id]
  })
}

/** Over every dimension, so that any of them counts. */
function isSelected(expression: string, emitted: readonly EmittedMetric[]): boolean {
  const [, name, namespace] = /^SELECT SUM\((\w+)\) FROM (\w+)$/.exec(expression) ?? []
  return emitted.some((metric) => metric.name === name && metric.namespace === namespace)
}

/** CloudWatch knows a metric under exactly the dimensions that it was printed with. */
const isEmitted = ({ Namespace, MetricName, Dimensions }: Alarm, emitted: readonly EmittedMetric[]) =>
  emitted.some(
    ({ namespace, name, dimensions }) =>
      namespace === Namespace &&
      name === MetricName &&
      Object.keys(dimensions).length === Dimensions.length &&
      Dimensions.every((each) => dimensions[each.Name] === each.Value),
  )

function isOfAws({ Namespace = '', MetricName = '', Dimensions }: Alarm, template: Template): boolean {
  const known = AWS_METRICS[Namespace]
  if (!known?.names.includes(MetricName)) return false
  if (known.of === null) return Dimensions.length === 0
  const [dimension, type] = known.of
  const [only] = Dimensions
  const ids = Object.keys(template.findResources(type)).map((id) => `"${id}"`)
  return Dimensions.length === 1 && only?.Name === dimension && ids.some((id) => JSON.stringify(only.Value).includes(id))
}

/** A filter on one field of the access log: the field must be in the log's format, as the text that the filter compares with. */
function filterMatches(template: Template, { FilterPattern, LogGroupName }: Record<string, unknown>): boolean {
  const [, field, value] = /^\{ \$\.(\w+) = "([^"]+)" \}$/.exec(String(FilterPattern)) ?? []
  const stages = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'))
  return stages.some(({ Properties }) => {
    const { DestinationArn, Format } = Properties.AccessLogSettings
    const logsThere = JSON.stringify(DestinationArn).includes(JSON.stringify(LogGroupName).replace(/^.*:"|"}$/g, ''))
    const line = z.record(z.string(), z.unknown()).parse(JSON.parse(String(Format).replaceAll('$context.status', value ?? '')))
    return logsThere && field !== undefined && line[field] === value
  })
}
