import { expect, test } from 'vitest'
import { postedStop, readPostedStop, STOP_TAKEN_HEADERS } from '#functions/queues/posted-stop.ts'
import { allowedStatements, careTemplate, resource } from '#test/infra/synthesised.ts'

const template = careTemplate()
const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties)
const integrationOf = (routeKey: string) => {
  const route = routes.find(({ RouteKey }) => RouteKey === routeKey)
  const [, { Ref: id }] = route!.Target['Fn::Join'][1]
  return template.findResources('AWS::ApiGatewayV2::Integration')[id]!.Properties
}
const queue = resource(template, { type: 'AWS::SQS::Queue', id: 'WorkQueuesRepliesQueue' }).logicalId
const oneClick = integrationOf('POST /u/{token}')

/** What the API would write for a request; every value that the template names must be among those given. */
function written(values: Readonly<Record<string, string>>): string {
  const mapping: string = oneClick.RequestParameters.MessageBody
  return mapping.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the template asks for ${name}`)
    return value
  })
}

test('a post to the link of a mail goes into the queue without any function, under a role that can do nothing else', () => {
  expect(oneClick).toMatchObject({ IntegrationType: 'AWS_PROXY', IntegrationSubtype: 'SQS-SendMessage' })
  expect(oneClick.RequestParameters.QueueUrl).toEqual({ Ref: queue })
  const role = oneClick.CredentialsArn['Fn::GetAtt'][0]
  const granted = allowedStatements(template).filter(({ owner }) => owner.startsWith(role.slice(0, -8)))
  expect(granted).toEqual([
    expect.objectContaining({
      actions: ['sqs:SendMessage'],
      resources: [JSON.stringify({ 'Fn::GetAtt': [queue, 'Arn'] })],
    }),
  ])
})

test('no other route is taken that way: pages answer forms', () => {
  const keys = routes.map(({ RouteKey }) => RouteKey).filter((key) => integrationOf(key).IntegrationSubtype !== undefined)
  expect(keys).toEqual(['POST /u/{token}'])
})

test('what the API writes is what the function reads', () => {
  const body = written({
    'context.requestTimeEpoch': '1804644000000',
    'request.path.token': 'abc.def',
    'request.body': 'List-Unsubscribe=One-Click',
  })
  expect(body).toBe(postedStop({ at: 1_804_644_000_000, token: 'abc.def', form: 'List-Unsubscribe=One-Click' }))
  expect(readPostedStop(body)).toEqual({ at: 1_804_644_000_000, token: 'abc.def', isOneClick: true })
})

test('mail providers are answered with 200 and no redirect, and a browser is led to words', () => {
  expect(oneClick.ResponseParameters).toEqual({
    '200': { ResponseParameters: [{ Destination: 'append:header.refresh', Source: STOP_TAKEN_HEADERS.refresh }] },
  })
  const page = STOP_TAKEN_HEADERS.refresh.split('url=')[1] ?? ''
  expect(new URL(page, 'https://pages.test/u/abc.def').pathname).toBe('/u/abc.def')
  expect(routes.map(({ RouteKey }) => RouteKey)).toContain('GET /u/{token}')
})

test('a flood of pages refuses no stop: its route has limits of its own, set once it exists', () => {
  const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'))
  expect(stage!.Properties.RouteSettings).toEqual({ 'POST /u/{token}': { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 } })
  const [route] = Object.entries(template.findResources('AWS::ApiGatewayV2::Route')).find(
    ([, { Properties }]) => Properties.RouteKey === 'POST /u/{token}',
  )!
  expect(stage!.DependsOn).toContain(route)
})
