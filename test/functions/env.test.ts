import { describe, expect, test } from 'vitest'
import { EnvironmentError, FUNCTION_ENV, type FunctionName, readEnv } from '#functions/env.ts'
import { localEnvironment } from '#local/stack/environment.ts'

const complete: Record<string, string> = {
  ...localEnvironment({
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    endpoints: {},
    staffUrl: 'https://staff.example.com',
    orderQueueUrl: 'https://sqs.example.com/1/orders',
    orderQueueArn: 'arn:aws:sqs:ap-southeast-1:1:orders',
    deadLetterArn: 'arn:aws:sqs:ap-southeast-1:1:dead',
    letters: {
      deliveryQueueUrl: 'https://sqs.example.com/1/deliveries',
      orderDeadLetterUrl: 'https://sqs.example.com/1/orders-dead',
      deliveryDeadLetterUrl: 'https://sqs.example.com/1/deliveries-dead',
      replyQueueUrl: 'https://sqs.example.com/1/replies',
      replyDeadLetterUrl: 'https://sqs.example.com/1/replies-dead',
      scheduleDeadLetterUrl: 'https://sqs.example.com/1/schedules-dead',
    },
  }),
}
const FUNCTIONS = Object.keys(FUNCTION_ENV) as FunctionName[]

describe.each(FUNCTIONS)('the environment of %s', (name) => {
  const variables = Object.keys(FUNCTION_ENV[name].shape)

  test('is read when it is complete, and holds nothing that the function was not given on purpose', () => {
    const env = readEnv(name, { ...complete, HOME: '/root' })
    expect(Object.keys(env).toSorted()).toEqual(variables.toSorted())
  })

  test.each(variables)('without %s, the error names it and no other', (variable) => {
    const { [variable]: _, ...others } = complete
    const message = refusalOf(name, others)
    expect(message).toBe(`${name}: bad or missing environment variables: ${variable}`)
  })

  test('with every variable bad, the error names all of them and not one value', () => {
    const bad = Object.fromEntries(variables.map((variable) => [variable, /_(URL|ISSUER)$/.test(variable) ? 'hunter2' : '']))
    const message = refusalOf(name, bad)
    for (const variable of variables) expect(message).toContain(variable)
    expect(message).not.toContain('hunter2')
  })
})

test('a queue address that is none is named without being shown', () => {
  const message = refusalOf('planOccurrences', { ...complete, ORDER_QUEUE_URL: 'orders-with-a-password' })
  expect(message).toContain('ORDER_QUEUE_URL')
  expect(message).not.toContain('password')
})

test('only functions that make or open seals, or have suppressions, are told where the keys lie, and none holds a key', () => {
  const told = FUNCTIONS.filter((name) => 'SEAL_SECRET_ARN' in FUNCTION_ENV[name].shape)
  expect(told).toEqual([
    'listCalls',
    'sendBatch',
    'receiveReply',
    'sendNotice',
    'servePages',
    'hearTelephone',
    'drawReport',
    'serveStaff',
    'carryOutOrders',
  ])
  const suppressing = FUNCTIONS.filter((name) => 'SUPPRESSION_SECRET_ARN' in FUNCTION_ENV[name].shape)
  // The planner asks only which do-not-call list is in force: no row of a customer, so no key.
  const reading = FUNCTIONS.filter((name) => 'SUPPRESSIONS_TABLE' in FUNCTION_ENV[name].shape && name !== 'planOccurrences')
  // The nightly figures number what they name by the same key, and read no suppression.
  expect(suppressing.filter((name) => name !== 'rollUpNight')).toEqual(reading)
  const names = FUNCTIONS.flatMap((name) => Object.keys(FUNCTION_ENV[name].shape))
  expect(names.filter((name) => /SECRET|KEY|PASSWORD|TOKEN/.test(name) && !name.endsWith('_ARN'))).toEqual([])
})

function refusalOf(name: FunctionName, environment: Record<string, string>): string {
  try {
    readEnv(name, environment)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message
    throw error
  }
  throw new Error('nothing was refused')
}
