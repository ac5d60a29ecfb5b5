import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  ListTagsForResourceCommand,
  paginateListSchedules,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateScheduleCommand,
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

  test('for a FIFO queue and with a key is read back as it was made', async () => {
    const { client } = await running()
    const key = 'arn:aws:kms:ap-southeast-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab'
    const fifo = { Arn: 'arn:aws:sqs:ap-southeast-1:000000000000:q.fifo', SqsParameters: { MessageGroupId: 'g' } }
    await client.send(new CreateScheduleCommand({ ...withTarget(fifo), KmsKeyArn: key }))
    expect(await client.send(new GetScheduleCommand({ Name: 'tet-20270206-1' }))).toMatchObject({ KmsKeyArn: key, Target: fifo })
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

  test('is replaced as a whole by an update: what is not given falls back', async () => {
    const { client } = await running()
    await client.send(new CreateScheduleCommand(aSchedule({ Description: 'old' })))
    await client.send(new UpdateScheduleCommand(aSchedule({ ScheduleExpression: 'rate(1 hour)', State: 'DISABLED' })))
    const after = await client.send(new GetScheduleCommand({ Name: 'tet-20270206-1' }))
    expect(after).toMatchObject({ ScheduleExpression: 'rate(1 hour)', State: 'DISABLED' })
    expect(after.Description).toBeUndefined()
  })

  test('that does not exist cannot be read, updated or deleted', async () => {
    const { client } = await running()
    const missing = { name: 'ResourceNotFoundException', message: 'Schedule tet-20270206-1 does not exist.' }
    expect(await refusal(client.send(new GetScheduleCommand({ Name: 'tet-20270206-1' })))).toEqual(missing)
    expect(await refusal(client.send(new UpdateScheduleCommand(aSchedule())))).toEqual(missing)
    expect(await refusal(client.send(new DeleteScheduleCommand({ Name: 'tet-20270206-1' })))).toEqual(missing)
  })

  test('is deleted once; a retry of the same deletion succeeds, another one does not', async () => {
    const { client } = await running()
    await client.send(new CreateScheduleCommand(aSchedule()))
    await client.send(new DeleteScheduleCommand({ Name: 'tet-20270206-1', ClientToken: 'd1' }))
    await client.send(new DeleteScheduleCommand({ Name: 'tet-20270206-1', ClientToken: 'd1' }))
    expect(await refusal(client.send(new DeleteScheduleCommand({ Name: 'tet-20270206-1' })))).toMatchObject({
      name: 'ResourceNotFoundException',
    })
  })

  test('beyond the quota is refused', async () => {
    const { client } = await running({ quotas: { schedules: 1 } })
    await client.send(new CreateScheduleCommand(aSchedule()))
    expect(await refusal(client.send(new CreateScheduleCommand(aSchedule({ Name: 'second' }))))).toMatchObject({
      name: 'ServiceQuotaExceededException',
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
    ['an end in the past', aSchedule({ EndDate: new Date('2027-01-31T23:00:00Z') }), 'The EndDate you specify must come after'],
    [
      'a key that is no KMS ARN',
      aSchedule({ KmsKeyArn: 'alias/mine' }),
      "Value 'alias/mine' at 'kmsKeyArn' failed to satisfy constraint: Member must satisfy regular expression pattern: ^arn:aws",
    ],
    [
      'a FIFO queue without a message group',
      withTarget({ Arn: 'arn:aws:sqs:ap-southeast-1:000000000000:send-batch.fifo' }),
      'MessageGroupId must be specified for a FIFO queue',
    ],
    [
      'a message group for a queue that is no FIFO',
      withTarget({ SqsParameters: { MessageGroupId: 'g' } }),
      'MessageGroupId can only be specified for a FIFO queue',
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

describe('listing', () => {
  async function withSchedules() {
    const setting = await running()
    await setting.client.send(new CreateScheduleGroupCommand({ Name: 'tet' }))
    for (const [GroupName, Name] of [
      ['default', 'b'],
      ['default', 'a'],
      ['tet', 'tet-2'],
      ['tet', 'tet-1'],
      ['tet', 'x'],
    ] as const) {
      await setting.client.send(
        new CreateScheduleCommand(aSchedule({ GroupName, Name, State: Name === 'x' ? 'DISABLED' : 'ENABLED' })),
      )
    }
    return setting.client
  }

  test('goes page by page to the end', async () => {
    const client = await withSchedules()
    const first = await client.send(new ListSchedulesCommand({ MaxResults: 2 }))
    expect(first.Schedules?.map(({ Name }) => Name)).toEqual(['a', 'b'])
    const second = await client.send(new ListSchedulesCommand({ MaxResults: 2, NextToken: first.NextToken }))
    expect(second.Schedules?.map(({ Name }) => Name)).toEqual(['tet-1', 'tet-2'])
    const third = await client.send(new ListSchedulesCommand({ MaxResults: 2, NextToken: second.NextToken }))
    expect(third.Schedules?.map(({ Name }) => Name)).toEqual(['x'])
    expect(third.NextToken).toBeUndefined()
  })

  test('works with the paginator of the SDK', async () => {
    const client = await withSchedules()
    const names: (string | undefined)[] = []
    for await (const page of paginateListSchedules({ client, pageSize: 2 }, {}))
      names.push(...page.Schedules!.map(({ Name }) => Name))
    expect(names).toEqual(['a', 'b', 'tet-1', 'tet-2', 'x'])
  })

  test.each([
    [{ GroupName: 'tet' }, ['tet-1', 'tet-2', 'x']],
    [{ NamePrefix: 'tet-' }, ['tet-1', 'tet-2']],
    [{ State: 'DISABLED' as const }, ['x']],
    [{ GroupName: 'default', NamePrefix: 'b', State: 'ENABLED' as const }, ['b']],
  ])('keeps to the filter %j', async (filter, expected) => {
    const client = await withSchedules()
    const { Schedules } = await client.send(new ListSchedulesCommand(filter))
    expect(Schedules?.map(({ Name }) => Name)).toEqual(expected)
  })

  test('shows the target and the group of each', async () => {
    const client = await withSchedules()
    const { Schedules } = await client.send(new ListSchedulesCommand({ NamePrefix: 'x' }))
    expect(Schedules).toMatchObject([
      { Name: 'x', GroupName: 'tet', State: 'DISABLED', Target: { Arn: aSchedule().Target!.Arn } },
    ])
  })

  test.each([
    [{ NextToken: 'made-up' }, 'ValidationException'],
    [{ MaxResults: 101 }, 'ValidationException'],
    [{ GroupName: 'nowhere' }, 'ResourceNotFoundException'],
  ])('%j is refused with %s', async (input, name) => {
    const { client } = await running()
    expect(await refusal(client.send(new ListSchedulesCommand(input)))).toMatchObject({ name })
  })
})

describe('a schedule group', () => {
  test('is made, read, listed page by page, and deleted with its schedules', async () => {
    const { client, scheduler } = await running()
    const { ScheduleGroupArn } = await client.send(new CreateScheduleGroupCommand({ Name: 'tet' }))
    await client.send(new CreateScheduleCommand(aSchedule({ GroupName: 'tet' })))
    expect(await client.send(new GetScheduleGroupCommand({ Name: 'tet' }))).toMatchObject({
      Name: 'tet',
      Arn: ScheduleGroupArn,
      State: 'ACTIVE',
    })
    const first = await client.send(new ListScheduleGroupsCommand({ MaxResults: 1 }))
    const second = await client.send(new ListScheduleGroupsCommand({ MaxResults: 1, NextToken: first.NextToken }))
    expect([first, second].map((page) => page.ScheduleGroups?.[0]?.Name)).toEqual(['default', 'tet'])
    expect(second.NextToken).toBeUndefined()
    await client.send(new DeleteScheduleGroupCommand({ Name: 'tet' }))
    expect(await refusal(client.send(new GetScheduleGroupCommand({ Name: 'tet' })))).toMatchObject({
      name: 'ResourceNotFoundException',
    })
    expect(scheduler.engine.nextDue()).toBeUndefined()
  })

  test('exists once, and the default one stays', async () => {
    const { client } = await running()
    await client.send(new CreateScheduleGroupCommand({ Name: 'tet' }))
    expect(await refusal(client.send(new CreateScheduleGroupCommand({ Name: 'tet' })))).toMatchObject({
      name: 'ConflictException',
    })
    expect(await refusal(client.send(new DeleteScheduleGroupCommand({ Name: 'default' })))).toMatchObject({
      name: 'ValidationException',
    })
  })

  test('carries tags', async () => {
    const { client } = await running()
    const { ScheduleGroupArn: ResourceArn } = await client.send(
      new CreateScheduleGroupCommand({ Name: 'tet', Tags: [{ Key: 'a', Value: '1' }] }),
    )
    await client.send(
      new TagResourceCommand({
        ResourceArn,
        Tags: [
          { Key: 'b', Value: '2' },
          { Key: 'a', Value: '3' },
        ],
      }),
    )
    await client.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['b'] }))
    expect((await client.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags).toEqual([{ Key: 'a', Value: '3' }])
  })

  test('loses no tag by keys that AWS would refuse', async () => {
    const { client } = await running()
    const { ScheduleGroupArn: ResourceArn } = await client.send(
      new CreateScheduleGroupCommand({ Name: 'tet', Tags: [{ Key: 'a', Value: '1' }] }),
    )
    const untag = (TagKeys: string[]) => refusal(client.send(new UntagResourceCommand({ ResourceArn, TagKeys })))
    expect(await untag(['a', ''])).toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(
        "at 'tagKeys.2.member' failed to satisfy constraint: Member must have length greater than",
      ),
    })
    expect(await untag(['a', 'x'.repeat(129)])).toMatchObject({ message: expect.stringContaining('less than or equal to 128') })
    expect(await untag(['a', ...Array.from({ length: 50 }, (_, n) => `k${n}`)])).toMatchObject({
      message: expect.stringContaining('less than or equal to 50'),
    })
    expect((await client.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags).toEqual([{ Key: 'a', Value: '1' }])
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
