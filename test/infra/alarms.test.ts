import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Annotations, Match } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { ALARM_METRICS } from '#functions/wiring/event-log.ts'
import { careApp, careTemplate, ROOT } from '#test/infra/synthesised.ts'

const template = careTemplate()
const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm')).map(([id, { Properties }]) => ({
  id,
  ...Properties,
}))
const sectionOf = (description: string) => /^[A-Z][^#]{30,}\. Runbook: docs\/runbook\.md#([a-z-]+)$/.exec(description)?.[1]
const addressOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .trim()
    .replaceAll(' ', '-')
const sections = [...readFileSync(join(ROOT, 'docs', 'runbook.md'), 'utf8').matchAll(/^## (.+)$/gm)].map(([, heading]) =>
  addressOf(heading!),
)

test.each(alarms.map(({ id, AlarmDescription }) => [id, AlarmDescription]))(
  '%s says what it means and which section of the runbook helps',
  (_id, description) => {
    expect(sections).toContain(sectionOf(description))
  },
)

test('the runbook has a section for each alarm, and each says what it means, where to look and what to do', () => {
  const pointedAt = new Set(alarms.map(({ AlarmDescription }) => sectionOf(AlarmDescription)))
  expect([...sections].sort()).toEqual([...pointedAt].sort())
  const bodies = readFileSync(join(ROOT, 'docs', 'runbook.md'), 'utf8')
    .split(/^## /m)
    .slice(1)
  for (const body of bodies) expect(body, body.split('\n')[0]).toMatch(/\*\*Means\*\*[\s\S]*\*\*Look\*\*[\s\S]*\*\*Do\*\*/)
})

test('every alarm reaches people', () => {
  for (const { id, AlarmActions } of alarms) expect(AlarmActions, id).toEqual([{ Ref: expect.stringMatching(/^AlarmsTopic/) }])
  template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'ops@example.com' })
  careTemplate({ tunables: { alarmEmail: '' } }).resourceCountIs('AWS::SNS::Subscription', 0)
})

test('the topic takes alarms of this account, over TLS', () => {
  const [policy] = Object.values(template.findResources('AWS::SNS::TopicPolicy'))
  expect(policy!.Properties.PolicyDocument.Statement).toEqual([
    expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    expect.objectContaining({ Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' }, Action: 'sns:Publish' }),
  ])
})

test('no news is good news, except of the hourly look ahead', () => {
  const breaching = alarms.filter(({ TreatMissingData }) => TreatMissingData !== 'notBreaching')
  expect(breaching.map(({ id, TreatMissingData }) => [id.replace(/[0-9A-F]{8}$/, ''), TreatMissingData])).toEqual([
    ['AlarmsPlannerSilent', 'breaching'],
  ])
})

test('every API that throttles rings when it turns callers away', () => {
  const stages = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'))
  const throttled = stages.filter(({ Properties }) => Properties.DefaultRouteSettings?.ThrottlingRateLimit !== undefined)
  expect(throttled).toHaveLength(3)
  const filters = Object.values(template.findResources('AWS::Logs::MetricFilter')).map(({ Properties }) => Properties)
  const rings = throttled.map(({ Properties }) => {
    const logs = Properties.AccessLogSettings.DestinationArn['Fn::GetAtt'][0]
    const filter = filters.find(
      ({ LogGroupName, FilterPattern }) => LogGroupName.Ref === logs && FilterPattern === '{ $.status = "429" }',
    )
    const name = filter?.MetricTransformations[0].MetricName
    return alarms
      .filter(({ Namespace, MetricName }) => Namespace === 'ThamHoi' && MetricName === name)
      .map(({ Threshold }) => [name, Threshold])
  })
  expect(rings.flat().toSorted()).toEqual([
    ['RefusedPages', 100],
    ['RefusedStaff', 20],
    ['RefusedTelephone', 1],
  ])
})

test('every dead-letter queue is watched', () => {
  const deadLetters = Object.keys(template.findResources('AWS::SQS::Queue')).filter((id) => id.includes('DeadLetters'))
  const watched = alarms
    .filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
    .map(({ Dimensions }) => Dimensions[0].Value['Fn::GetAtt'][0])
  expect(deadLetters).toHaveLength(5)
  expect(watched.sort()).toEqual(deadLetters.sort())
})

test.each(['Errors', 'Throttles'])('the %s of every function are watched', (metric) => {
  const functions = Object.keys(template.findResources('AWS::Lambda::Function'))
  const watched = alarms.filter(({ MetricName }) => MetricName === metric).map(({ Dimensions }) => Dimensions[0].Value.Ref)
  expect(watched.sort()).toEqual(functions.sort())
})

test('an alarm on what Lambda counts says so by its name: a handler that answers in spite of a failure is no error there', () => {
  const onErrors = alarms.filter(({ MetricName }) => MetricName === 'Errors').map(({ id }) => id.replace(/[0-9A-F]{8}$/, ''))
  expect(onErrors.sort()).toEqual([
    'AlarmsCarryOutOrdersBrokeOff',
    'AlarmsDrawReportBrokeOff',
    'AlarmsHearTelephoneBrokeOff',
    'AlarmsPlanOccurrencesErrors',
    'AlarmsPurgeExpiredErrors',
    'AlarmsReceiveReplyBrokeOff',
    'AlarmsRecordDeliveryBrokeOff',
    'AlarmsRollUpNightErrors',
    'AlarmsServePagesBrokeOff',
    'AlarmsServeStaffBrokeOff',
  ])
})

test('without an address for alarms synth warns in words that cannot be overlooked, and with one it does not', () => {
  const warned = (tunables: Record<string, string>) =>
    Annotations.fromStack(careApp({ tunables }).stack).findWarning('*', Match.stringLikeRegexp('NOBODY HEARS THE ALARMS'))
  expect(warned({ alarmEmail: '' })).toHaveLength(1)
  expect(warned({ alarmEmail: 'ops@example.com' })).toEqual([])
})

test('the deploy guide sets the address in its first section, under the same name', () => {
  const [, first = ''] = readFileSync(join(ROOT, 'docs', 'deploy.md'), 'utf8').split(/^## /m)
  expect(first).toContain('"alarmEmail":')
})

test.each([...new Set(Object.values(ALARM_METRICS)), 'OtherAlarm'])(
  '%s rings at the first report, whichever function makes it',
  (metric) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Metrics: [Match.objectLike({ Expression: `SELECT SUM(${metric}) FROM ThamHoi`, Period: 300 })],
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      EvaluationPeriods: 1,
    })
  },
)

test.each([
  ['Reputation.BounceRate', 0.05],
  ['Reputation.ComplaintRate', 0.001],
])('%s rings before the provider reviews the account at %d', (metric, reviewed) => {
  const alarm = alarms.find(({ MetricName }) => MetricName === metric)
  expect(alarm).toMatchObject({ Namespace: 'AWS/SES' })
  expect(alarm!.Threshold).toBeLessThan(reviewed)
})
