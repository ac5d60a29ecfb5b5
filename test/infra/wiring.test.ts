import { Match } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { type PagesPorts, pagesApp } from '#functions/customer/serve-pages.ts'
import { careApp, careTemplate, FUNCTION_IDS, resource } from '#test/infra/synthesised.ts'
import { theCompanyRules } from '#test/support/builders.ts'

const template = careTemplate()

test.each(['Asia/Ho_Chi_Minh', 'Europe/Paris'])(
  'the look ahead runs every hour by the clock of the company (%s), and leaves a trace when it cannot',
  (zone) => {
    const local = careTemplate({ company: { zone } })
    const planner = resource(local, { type: 'AWS::Lambda::Function', id: FUNCTION_IDS.planOccurrences })
    const { properties } = resource(local, { type: 'AWS::Scheduler::Schedule', id: 'PlannerEveryHour' })
    expect(properties).toMatchObject({
      ScheduleExpression: 'cron(5 * * * ? *)',
      ScheduleExpressionTimezone: zone,
      State: 'ENABLED',
      Target: {
        Arn: { 'Fn::GetAtt': [planner.logicalId, 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^WorkQueuesPlannerDeadLetters/), 'Arn'] } },
        RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3000 },
      },
    })
  },
)

test('five schedules are declared, the hourly look, the lists of calls, the look at the cases, the nightly figures and the nightly purge; those of batches and clocks are made at run time', () => {
  template.resourceCountIs('AWS::Scheduler::Schedule', 5)
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(30 1 * * ? *)',
    ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
    Target: {
      Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WorkQueuesBatches'), 'Arn'] },
      Input: '{"kind":"look-at-clocks"}',
    },
  })
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(0/30 * * * ? *)',
    ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
    Target: {
      Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WorkQueuesBatches'), 'Arn'] },
      Input: '{"kind":"list-calls"}',
    },
  })
  template.resourceCountIs('AWS::Scheduler::ScheduleGroup', 1)
})

test('the mail provider reports what became of a mail, and never who opened or clicked', () => {
  template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
    EventDestination: {
      Enabled: true,
      EventBridgeDestination: Match.anyValue(),
      MatchingEventTypes: Match.arrayEquals(['delivery', 'deliveryDelay', 'bounce', 'complaint', 'reject', 'renderingFailure']),
    },
  })
  template.hasResourceProperties('AWS::SES::ConfigurationSet', {
    SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    TrackingOptions: Match.absent(),
    VdmOptions: Match.absent(),
  })
})

test('only events of our own configuration set reach the queue, and those that cannot are kept', () => {
  const set = resource(template, { type: 'AWS::SES::ConfigurationSet', id: 'SendingConfigurationSet' })
  const { properties } = resource(template, { type: 'AWS::Events::Rule', id: 'DeliveriesMailEvents' })
  expect(properties).toMatchObject({
    EventPattern: { source: ['aws.ses'], detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: set.logicalId }] } } } },
    Targets: [
      { DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^WorkQueuesDeliveryEventsDeadLetters/), 'Arn'] } } },
    ],
  })
})

test('mail is sent in the name of the domain of the sender, with the records an operator must publish', () => {
  template.hasResourceProperties('AWS::SES::EmailIdentity', {
    EmailIdentity: 'trasenviet.example.com',
    MailFromAttributes: { MailFromDomain: 'bounce.trasenviet.example.com', BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
  })
  expect(Object.keys(template.findOutputs('*'))).toEqual(
    expect.arrayContaining([
      'DkimRecord1',
      'DkimRecord2',
      'DkimRecord3',
      'BounceRecord',
      'SpfRecord',
      'PagesUrl',
      'OrderDeadLetterQueue',
    ]),
  )
})

test('an identity that the account already has is used and not made again', () => {
  const existing = careTemplate({ tunables: { mailIdentity: 'existing' } })
  existing.resourceCountIs('AWS::SES::EmailIdentity', 0)
  expect(JSON.stringify(existing.toJSON())).toContain(':identity/trasenviet.example.com')
})

test('the gateway lets through what the pages serve, and nothing else; they answer within limits', () => {
  const { logicalId: api } = resource(template, { type: 'AWS::ApiGatewayV2::Api', id: 'PagesApi' })
  const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route'))
    .filter(({ Properties }) => Properties.ApiId.Ref === api)
    .map(({ Properties }) => Properties.RouteKey)
  const nothing = {} as Pick<PagesPorts, 'seals' | 'customers' | 'consents' | 'vouchers' | 'notices' | 'campaigns' | 'events'>
  const rest = {} as Omit<PagesPorts, keyof typeof nothing | 'companyRules' | 'tillKey' | 'callers'>
  const app = pagesApp(
    {
      ...nothing,
      ...rest,
      companyRules: theCompanyRules(),
      tillKey: { isRight: async () => false },
      callers: { rate: 10, burst: 100 },
    },
    () => '2027-03-10T02:00:00.000Z',
  )
  const served = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect(served.length).toBeGreaterThan(10)
  expect(routes.sort()).toEqual([...new Set(served)].sort())
  template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
    DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
  })
})

test('the access log holds no token, no voucher code and no address of a caller', () => {
  const { properties } = resource(template, { type: 'AWS::ApiGatewayV2::Stage', id: 'PagesStage' })
  expect(properties.AccessLogSettings.Format).toContain('$context.routeKey')
  expect(properties.AccessLogSettings.Format).not.toMatch(/\$context\.(path|identity|domainName|authorizer)/)
})

test('with a certificate the pages live under the company’s own host, and only there', () => {
  const own = careTemplate({ tunables: { pagesCertificateArn: 'arn:aws:acm:ap-southeast-1:111122223333:certificate/c' } })
  own.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'care.trasenviet.example.com' })
  own.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true })
  own.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1)
})

test('the stack cannot be deleted by accident, and needs no account to be built', () => {
  const { stack } = careApp()
  expect(stack.terminationProtection).toBe(true)
  expect(stack.environment).toBe('aws://unknown-account/unknown-region')
})
