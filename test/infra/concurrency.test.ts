import { Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ROOM_FOR_PAGES } from '#infra/concurrency.ts'
import { careTemplate, FUNCTION_IDS, resource, WITHOUT_REPLIES } from '#test/infra/synthesised.ts'

/** What a new account may run at once, with nothing to set aside. */
const NEW_ACCOUNT = 10
const THREE_MINUTES = 180

const listOf = (template: Template, type: string) => Object.entries(template.findResources(type))
const functionIn = (value: unknown, template: Template) =>
  Object.keys(template.findResources('AWS::Lambda::Function')).find((id) => JSON.stringify(value ?? '').includes(`"${id}"`))

interface Schedule {
  readonly ScheduleExpression?: string
  readonly Target: { readonly RetryPolicy: { readonly MaximumEventAgeInSeconds: number } }
}

/** In minutes of the day: from when a nightly run may be at work until its last try is over. Undefined for one that runs by day too. */
function nightOf({ ScheduleExpression, Target }: Schedule, template: Template) {
  const [, minute, hour] = /^cron\((\d+) (\d+) /.exec(String(ScheduleExpression)) ?? []
  if (hour === undefined) return undefined
  const id = functionIn(Target, template)
  const [, timeout] = listOf(template, 'AWS::Lambda::Function').flatMap(([name, { Properties }]) =>
    name === id ? [name, Properties.Timeout] : [],
  )
  const [invoke] = listOf(template, 'AWS::Lambda::EventInvokeConfig').filter(
    ([, { Properties }]) => Properties.FunctionName.Ref === id,
  )
  const seconds = Target.RetryPolicy.MaximumEventAgeInSeconds + invoke?.[1].Properties.MaximumEventAgeInSeconds + timeout
  const from = Number(hour) * 60 + Number(minute)
  return { from, to: from + seconds / 60 }
}

/** Everything that can call a function, and how often at once; the pages are left, which take what remains. */
function takenAtOnce(template: Template) {
  const queues = listOf(template, 'AWS::Lambda::EventSourceMapping').map(([id, { Properties }]) => {
    const most: number | undefined = Properties.ScalingConfig?.MaximumConcurrency
    return { id, most: most ?? Number.POSITIVE_INFINITY }
  })
  const schedules = listOf(template, 'AWS::Scheduler::Schedule')
    .filter(([, { Properties }]) => functionIn(Properties.Target.Arn, template))
    .map(([id, { Properties }]) => ({ id, most: 1, night: nightOf(Properties as unknown as Schedule, template) }))
  // Two that are over before the other begins take one execution between them.
  const [first, second, ...more] = schedules.flatMap(({ night }) => (night ? [night] : [])).toSorted((a, b) => a.from - b.from)
  const shared = first && second && more.length === 0 && first.to <= second.from ? [{ id: 'shared by the night', most: -1 }] : []
  const endless = [
    ...listOf(template, 'AWS::Events::Rule').filter(([, { Properties }]) => functionIn(Properties.Targets, template)),
    ...listOf(template, 'AWS::SNS::Subscription').filter(([, { Properties }]) => Properties.Protocol === 'lambda'),
    ...listOf(template, 'AWS::S3::Bucket').filter(
      ([, { Properties }]) => Properties.NotificationConfiguration?.LambdaConfigurations !== undefined,
    ),
    ...listOf(template, 'AWS::Lambda::Url'),
  ].map(([id]) => ({ id, most: Number.POSITIVE_INFINITY }))
  return [...queues, ...schedules, ...shared, ...endless]
}
const sum = (taken: readonly { readonly most: number }[]) => taken.reduce((total, { most }) => total + most, 0)

const fits = (template: Template) => sum(takenAtOnce(template)) <= NEW_ACCOUNT - ROOM_FOR_PAGES

test.each([
  ['with answers by mail', careTemplate()],
  ['without', careTemplate({ company: WITHOUT_REPLIES })],
])('a new account runs everything that waits in queues and still has room for two pages at once (%s)', (_, template) => {
  expect(takenAtOnce(template).filter(({ most }) => most > 0)).toHaveLength(6)
  expect(sum(takenAtOnce(template))).toBe(8)
  expect(fits(template)).toBe(true)
})

test('a new account has nothing to set aside, so nothing is', () => {
  const reserved = listOf(careTemplate(), 'AWS::Lambda::Function').filter(
    ([, { Properties }]) => Properties.ReservedConcurrentExecutions !== undefined,
  )
  expect(reserved).toEqual([])
})

test('what is woken by a clock is done, with all its tries, before it is woken again: it takes one execution', () => {
  const template = careTemplate()
  for (const [id, hours] of [
    ['planOccurrences', 1],
    ['purgeExpired', 24],
    ['rollUpNight', 24],
  ] as const) {
    const fn = resource(template, { type: 'AWS::Lambda::Function', id: FUNCTION_IDS[id] })
    const [invoke] = listOf(template, 'AWS::Lambda::EventInvokeConfig')
      .map(([, { Properties }]) => Properties)
      .filter(({ FunctionName }) => FunctionName.Ref === fn.logicalId)
    expect((invoke!.MaximumRetryAttempts + 1) * fn.properties.Timeout + THREE_MINUTES, id).toBeLessThan(hours * 3_600)
    expect(invoke!.MaximumEventAgeInSeconds, id).toBeLessThan(hours * 3_600)
  }
})

const Resources = z.record(
  z.string(),
  z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
)
const resources = Resources.parse(careTemplate().toJSON().Resources)
const [mappingId, mapping] = Object.entries(resources).find(([, { Type }]) => Type === 'AWS::Lambda::EventSourceMapping')!
const recordDelivery = resource(careTemplate(), { type: 'AWS::Lambda::Function', id: FUNCTION_IDS.recordDelivery }).logicalId
const called = { Arn: { 'Fn::GetAtt': [recordDelivery, 'Arn'] } }

test.each([
  [
    'a queue whose limit was forgotten',
    { [mappingId]: { ...mapping, Properties: { ...mapping.Properties, ScalingConfig: undefined } } },
  ],
  ['one more queue with a function', { OneMore: mapping }],
  ['one more schedule of a function', { OneMore: { Type: 'AWS::Scheduler::Schedule', Properties: { Target: called } } }],
  ['a function called by the event bus itself', { OneMore: { Type: 'AWS::Events::Rule', Properties: { Targets: [called] } } }],
])('%s would not fit, and is seen', (_, planted) => {
  expect(fits(Template.fromJSON({ Resources: resources }))).toBe(true)
  expect(fits(Template.fromJSON({ Resources: { ...resources, ...planted } }))).toBe(false)
})
