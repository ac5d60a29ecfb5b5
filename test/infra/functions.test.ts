import { expect, test } from 'vitest'
import { type DeployedName, FUNCTION_ENV, ORDER_PARTS } from '#functions/env.ts'
import { PLATFORM_VARIABLES } from '#infra/constructs/care-function.ts'
import { careTemplate, FUNCTION_IDS, resource } from '#test/infra/synthesised.ts'

const template = careTemplate()
const names: DeployedName[] = [
  'planOccurrences',
  'carryOutOrders',
  'recordDelivery',
  'receiveReply',
  'purgeExpired',
  'rollUpNight',
  'servePages',
  'serveStaff',
  'drawReport',
  'hearTelephone',
]
const functionOf = (name: DeployedName) => resource(template, { type: 'AWS::Lambda::Function', id: FUNCTION_IDS[name] })

test('the functions of the environment contract are deployed, and no others', () => {
  expect(Object.keys(FUNCTION_ENV).sort()).toEqual([...names, ...ORDER_PARTS].sort())
  template.resourceCountIs('AWS::Lambda::Function', names.length)
})

test.each(names)('%s gets exactly the variables that its entry reads', (name) => {
  const platform = Object.keys(PLATFORM_VARIABLES)
  const given = Object.keys(functionOf(name).properties.Environment.Variables).filter((variable) => !platform.includes(variable))
  expect(given.sort()).toEqual(Object.keys(FUNCTION_ENV[name].shape).sort())
})

test.each(names)('%s runs on Node 24 and arm64, under a role of its own, with logs that end', (name) => {
  const { properties } = functionOf(name)
  expect(properties).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    LoggingConfig: { LogGroup: expect.anything() },
  })
  const others = names.filter((other) => other !== name).map((other) => JSON.stringify(functionOf(other).properties.Role))
  expect(others).not.toContain(JSON.stringify(properties.Role))
})

test('every log group forgets after the configured days', () => {
  const groups = Object.values(careTemplate({ tunables: { logRetentionDays: 14 } }).findResources('AWS::Logs::LogGroup'))
  expect(groups.map(({ Properties }) => Properties.RetentionInDays)).toEqual(groups.map(() => 14))
  expect(groups).toHaveLength(names.length + 3)
})

test('secrets are long enough, are kept, and are made once: another way to make one would be another value', () => {
  const secrets = Object.values(template.findResources('AWS::SecretsManager::Secret'))
  expect(secrets.map(({ Properties }) => Properties.GenerateSecretString.PasswordLength).sort()).toEqual([12, 48, 64, 64])
  expect(secrets.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Retain', 'Retain', 'Retain', 'Retain'])
  expect(resource(template, { type: 'AWS::SecretsManager::Secret', id: 'SecretsSeal' })).toMatchObject({
    logicalId: 'SecretsSealCEC8A7F9',
    properties: { GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true } },
  })
  // Another logical id would be another secret, and no suppressed address would be found under its key.
  expect(resource(template, { type: 'AWS::SecretsManager::Secret', id: 'SecretsSuppression' })).toMatchObject({
    logicalId: 'SecretsSuppressionF26DA5AE',
    properties: { GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true } },
  })
})

test('no secret stands in the template, nor anything that CloudFormation would put in its place', () => {
  const text = JSON.stringify(template.toJSON())
  expect(text).not.toContain('{{resolve:')
  expect(text).not.toContain('SecretString:')
  const { SEAL_SECRET_ARN, TILL_SECRET_ARN } = functionOf('servePages').properties.Environment.Variables
  const secretOf = (id: string) => ({ Ref: resource(template, { type: 'AWS::SecretsManager::Secret', id }).logicalId })
  expect([SEAL_SECRET_ARN, TILL_SECRET_ARN]).toEqual([secretOf('SecretsSeal'), secretOf('SecretsTill')])
  for (const name of ['carryOutOrders', 'recordDelivery'] as const)
    expect(functionOf(name).properties.Environment.Variables.SUPPRESSION_SECRET_ARN).toEqual(secretOf('SecretsSuppression'))
})

test('the sender works on as many batches at a time as configured, and no concurrency is set aside unless asked', () => {
  const { logicalId, properties } = functionOf('carryOutOrders')
  expect(properties.ReservedConcurrentExecutions).toBeUndefined()
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    FunctionName: { Ref: logicalId },
    ScalingConfig: { MaximumConcurrency: 2 },
  })

  const larger = careTemplate({
    tunables: { accountConcurrency: 1000, senderConcurrency: '8', senderReservedConcurrency: '8', pagesReservedConcurrency: 50 },
  })
  expect(
    resource(larger, { type: 'AWS::Lambda::Function', id: FUNCTION_IDS.servePages }).properties.ReservedConcurrentExecutions,
  ).toBe(50)
  const sender = resource(larger, { type: 'AWS::Lambda::Function', id: FUNCTION_IDS.carryOutOrders })
  expect(sender.properties.ReservedConcurrentExecutions).toBe(8)
  larger.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    FunctionName: { Ref: sender.logicalId },
    ScalingConfig: { MaximumConcurrency: 8 },
  })
})
