import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  CreateScheduleGroupCommand,
  GetScheduleCommand,
} from '@aws-sdk/client-scheduler'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type SchedulerOptions, startScheduler } from '#local/aws/scheduler/start-scheduler.ts'
import { clockAt, refusal, schedulerClient, temporaryFolder } from '#test/local/aws/aws-clients.ts'

const NOW = '2027-02-01T00:00:00.000Z'

function aSchedule(changes: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput {
  return {
    Name: 'tet-20270206-1',
    ScheduleExpression: 'at(2027-02-06T09:00:00)',
    ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: {
      Arn: 'arn:aws:sqs:ap-southeast-1:000000000000:send-batch',
      RoleArn: 'arn:aws:iam::000000000000:role/scheduler',
      Input: '{"batch":1}',
    },
    ...changes,
  }
}

const withTarget = (changes: object): CreateScheduleCommandInput => ({
  ...aSchedule(),
  Target: { ...aSchedule().Target!, ...changes },
})

async function running(options: Partial<SchedulerOptions> = {}) {
  const scheduler = await startScheduler({ folder: null, clock: clockAt(NOW), deliver: async () => {}, ...options })
  const client = schedulerClient(scheduler.endpoint)
  onTestFinished(() => {
    client.destroy()
    return scheduler.stop().catch(() => {})
  })
  return { scheduler, client }
}

describe('a schedule', () => {
  test('is read back as it was made', async () => {
    const { client } = await running()
    const made = await client.send(
      new CreateScheduleCommand(aSchedule({ Description: 'Tết', StartDate: new Date('2027-02-02T00:00:00Z') })),
    )
    expect(made.ScheduleArn).toBe('arn:aws:scheduler:ap-southeast-1:000000000000:schedule/default/tet-20270206-1')
    expect(await client.send(new GetScheduleCommand({ Name: 'tet-20270206-1' }))).toMatchObject({
      ...aSchedule(),
      Arn: made.ScheduleArn,
      GroupName: 'default',
      State: 'ENABLED',
      ActionAfterCompletion: 'NONE',
      Description: 'Tết',
      StartDate: new Date('2027-02-02T00:00:00Z'),
      CreationDate: new Date(NOW),
      LastModificationDate: new Date(NOW),
    })
  })

  test('that names no retry policy has the one AWS gives it; a part that is given stands', async () => {
    const { client } = await running()
    await client.send(new CreateScheduleCommand(aSchedule()))
    await client.send(
      new CreateScheduleCommand({ ...withTarget({ RetryPolicy: { MaximumRetryAttempts: 3 } }), Name: 'three-tries' }),
    )
    const policyOf = async (Name: string) => (await client.send(new GetScheduleCommand({ Name }))).Target?.RetryPolicy
    expect(await policyOf('tet-20270206-1')).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 })
    expect(await policyOf('three-tries')).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 3 })
  })

  test('of a name that exists is a conflict', async () => {
    const { client } = await running()
    await client.send(new CreateScheduleCommand(aSchedule()))
    expect(await refusal(client.send(new CreateScheduleCommand(aSchedule())))).toEqual({
      name: 'ConflictException',
      message: 'Schedule tet-20270206-1 already exists.',
    })
  })

  test('made twice with one client token is made once, and the same answer comes back', async () => {
    const { client } = await running()
    const input = aSchedule({ ClientToken: 'token-1' })
    const first = await client.send(new CreateScheduleCommand(input))
    expect((await client.send(new CreateScheduleCommand(input))).ScheduleArn).toBe(first.ScheduleArn)
    const other = aSchedule({ ClientToken: 'token-1', Description: 'changed' })
    expect(await refusal(client.send(new CreateScheduleCommand(other)))).toMatchObject({ name: 'ConflictException' })
  })

  test('that does not exist cannot be read', async () => {
    const { client } = await running()
    expect(await refusal(client.send(new GetScheduleCommand({ Name: 'tet-20270206-1' })))).toEqual({
      name: 'ResourceNotFoundException',
      message: 'Schedule tet-20270206-1 does not exist.',
    })
  })

  test('outlives a restart of the endpoint', async () => {
    const folder = temporaryFolder()
    const first = await running({ folder })
    await first.client.send(new CreateScheduleCommand(aSchedule()))
    await first.scheduler.stop()
    const { client, scheduler } = await running({ folder })
    expect(await client.send(new GetScheduleCommand({ Name: 'tet-20270206-1' }))).toMatchObject(aSchedule())
    expect(scheduler.engine.nextDue()).toBe('2027-02-06T02:00:00.000Z')
  })
})

describe('validation', () => {
  const one = (text: string): string => `1 validation error detected: ${text}`

  test.each<[string, CreateScheduleCommandInput, string]>([
    [
      'a name with a space',
      aSchedule({ Name: 'bad name' }),
      one(
        "Value 'bad name' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z-_.]+$",
      ),
    ],
    [
      'a name of 65 characters',
      aSchedule({ Name: 'x'.repeat(65) }),
      one(`Value '${'x'.repeat(65)}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 64`),
    ],
    [
      'a group name with a slash',
      aSchedule({ GroupName: 'a/b' }),
      one(
        "Value 'a/b' at 'groupName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[0-9a-zA-Z-_.]+$",
      ),
    ],
    [
      'no target',
      { ...aSchedule(), Target: undefined },
      one("Value null at 'target' failed to satisfy constraint: Member must not be null"),
    ],
    [
      'no role',
      withTarget({ RoleArn: undefined }),
      one("Value null at 'target.roleArn' failed to satisfy constraint: Member must not be null"),
    ],
    [
      'too many retries',
      withTarget({ RetryPolicy: { MaximumRetryAttempts: 186 } }),
      one(
        "Value '186' at 'target.retryPolicy.maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 185",
      ),
    ],
    [
      'too young an event age',
      withTarget({ RetryPolicy: { MaximumEventAgeInSeconds: 59 } }),
      one(
        "Value '59' at 'target.retryPolicy.maximumEventAgeInSeconds' failed to satisfy constraint: Member must have value greater than or equal to 60",
      ),
    ],
    [
      'a window of a day and a minute',
      aSchedule({ FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 1441 } }),
      one(
        "Value '1441' at 'flexibleTimeWindow.maximumWindowInMinutes' failed to satisfy constraint: Member must have value less than or equal to 1440",
      ),
    ],
    [
      'a window without minutes',
      aSchedule({ FlexibleTimeWindow: { Mode: 'FLEXIBLE' } }),
      'MaximumWindowInMinutes must be provided',
    ],
    [
      'an expression that is none',
      aSchedule({ ScheduleExpression: 'at(2027-02-06)' }),
      'Invalid Schedule Expression at(2027-02-06).',
    ],
    ['an unknown zone', aSchedule({ ScheduleExpressionTimezone: 'Asia/Hue' }), 'Provided timezone is invalid: Asia/Hue'],
    [
      'a start long past',
      aSchedule({ StartDate: new Date('2027-01-31T23:54:59Z') }),
      'The StartDate you specify cannot be earlier than 5 minutes ago.',
    ],
    [
      'a member that this machine does not follow',
      aSchedule({ EndDate: new Date('2027-03-01T00:00:00Z') }),
      'Unrecognized key: "EndDate"',
    ],
    [
      'a target of a kind that this machine does not have',
      withTarget({ SqsParameters: { MessageGroupId: 'g' } }),
      'Unrecognized key: "SqsParameters"',
    ],
    ['a target that is no ARN', withTarget({ Arn: 'send-batch' }), 'Provided Arn is not in correct format'],
    ['an input over 256 KB', withTarget({ Input: 'x'.repeat(262_145) }), 'cannot be larger than 256 KB'],
    [
      'text for a Lambda',
      withTarget({ Arn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:plan', Input: 'not json' }),
      'well-formed JSON',
    ],
    [
      'a dead-letter queue that is a topic',
      withTarget({ DeadLetterConfig: { Arn: 'arn:aws:sns:ap-southeast-1:000000000000:topic' } }),
      "at 'target.deadLetterConfig.arn' failed to satisfy constraint: Member must satisfy regular expression pattern",
    ],
  ])('%s is refused in the words of AWS', async (_, input, message) => {
    const { client } = await running()
    const refused = await refusal(client.send(new CreateScheduleCommand(input)))
    expect(refused.name).toBe('ValidationException')
    expect(refused.message).toContain(message)
  })

  test('two broken members are counted and both named', async () => {
    const { client } = await running()
    const { message } = await refusal(
      client.send(new CreateScheduleCommand(aSchedule({ Name: 'a b', State: 'PAUSED' as 'ENABLED' }))),
    )
    expect(message).toMatch(/^2 validation errors detected: .*at 'name'.*; .*at 'state'.*enum value set: \[ENABLED, DISABLED\]/)
  })

  test('a group that does not exist is refused', async () => {
    const { client } = await running()
    expect(await refusal(client.send(new CreateScheduleCommand(aSchedule({ GroupName: 'nowhere' }))))).toEqual({
      name: 'ResourceNotFoundException',
      message: 'Schedule group nowhere does not exist.',
    })
  })
})

describe('a schedule group', () => {
  test('is made once, and keeps schedules of a name that another group has too', async () => {
    const { client } = await running()
    const group = new CreateScheduleGroupCommand({ Name: 'tet' })
    expect((await client.send(group)).ScheduleGroupArn).toBe('arn:aws:scheduler:ap-southeast-1:000000000000:schedule-group/tet')
    expect(await refusal(client.send(new CreateScheduleGroupCommand({ Name: 'tet' })))).toMatchObject({
      name: 'ConflictException',
    })
    await client.send(new CreateScheduleCommand(aSchedule()))
    await client.send(new CreateScheduleCommand(aSchedule({ GroupName: 'tet', Description: 'its own' })))
    expect(await client.send(new GetScheduleCommand({ Name: 'tet-20270206-1', GroupName: 'tet' }))).toMatchObject({
      GroupName: 'tet',
      Description: 'its own',
    })
  })
})

test('an operation that is not there answers as AWS does', async () => {
  const { scheduler } = await running()
  const answer = await fetch(`${scheduler.endpoint}/made-up`, { method: 'POST' })
  expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([404, 'UnknownOperationException'])
})

test('hooks see every operation before and after it, and can refuse it', async () => {
  const seen: string[] = []
  const { client } = await running({
    hooks: {
      before: ({ operation, labels }) => void seen.push(`before ${operation} ${labels.Name}`),
      after: ({ operation }) => void seen.push(`after ${operation}`),
    },
  })
  await client.send(new CreateScheduleCommand(aSchedule()))
  await refusal(client.send(new GetScheduleCommand({ Name: 'other' })))
  expect(seen).toEqual(['before CreateSchedule tet-20270206-1', 'after CreateSchedule', 'before GetSchedule other'])
})
