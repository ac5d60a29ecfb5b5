import { CreateScheduleCommand, type CreateScheduleCommandInput, GetScheduleCommand } from '@aws-sdk/client-scheduler'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Instant, plusMs } from '#core/time/instant.ts'
import type { ScheduleDelivery } from '#local/aws/scheduler/schedule-delivery.ts'
import { startScheduler } from '#local/aws/scheduler/start-scheduler.ts'
import { clockAt, schedulerClient, temporaryFolder } from '#test/local/aws/aws-clients.ts'

const NOW = '2027-02-01T00:00:00.000Z'
const QUEUE = 'arn:aws:sqs:ap-southeast-1:000000000000:send-batch'
const DEAD = 'arn:aws:sqs:ap-southeast-1:000000000000:dead'

interface Change extends Partial<CreateScheduleCommandInput> {
  readonly target?: object
}

const aSchedule = ({ target, ...changes }: Change = {}): CreateScheduleCommandInput => ({
  Name: 'one',
  ScheduleExpression: 'at(2027-02-06T02:00:00)',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: { Arn: QUEUE, RoleArn: 'arn:aws:iam::000000000000:role/scheduler', Input: 'hello', ...target },
  ...changes,
})

async function running({
  folder = null,
  deliver,
}: {
  folder?: string | null
  deliver?: (delivery: ScheduleDelivery) => Promise<void>
} = {}) {
  const delivered: ScheduleDelivery[] = []
  const keep = async (delivery: ScheduleDelivery) => void delivered.push(delivery)
  const clock = clockAt(NOW)
  const scheduler = await startScheduler({ folder, clock, deliver: deliver ?? keep })
  const client = schedulerClient(scheduler.endpoint)
  onTestFinished(() => {
    client.destroy()
    return scheduler.stop().catch(() => {})
  })
  const create = (change: Change = {}) => client.send(new CreateScheduleCommand(aSchedule(change)))
  const exists = async (Name: string): Promise<boolean> =>
    client.send(new GetScheduleCommand({ Name })).then(
      () => true,
      () => false,
    )
  return { scheduler, delivered, create, exists, engine: scheduler.engine }
}

const minutesAfter = (instant: Instant, minutes: number): Instant => plusMs(instant, minutes * 60_000)

describe('firing what is due', () => {
  test('nothing is fired before its time', async () => {
    const { create, engine, delivered } = await running()
    await create()
    expect(await engine.fireDue('2027-02-06T01:59:59.999Z')).toEqual([])
    expect(delivered).toEqual([])
    expect(engine.nextDue()).toBe('2027-02-06T02:00:00.000Z')
  })

  test('the input reaches the target with the scheduled time, once', async () => {
    const { create, engine, delivered } = await running()
    await create()
    const due = '2027-02-06T02:00:00.000Z'
    expect(await engine.fireDue(due)).toMatchObject([{ outcome: 'delivered', attempt: 1, scheduledTime: due, targetArn: QUEUE }])
    expect(await engine.fireDue(due)).toEqual([])
    expect(delivered).toMatchObject([{ targetArn: QUEUE, input: 'hello', scheduledTime: due, schedule: { name: 'one' } }])
  })

  test('several are fired in the order of their times, not of their making', async () => {
    const { create, engine, delivered } = await running()
    await create({ Name: 'late', ScheduleExpression: 'at(2027-02-06T09:00:00)' })
    await create({ Name: 'early', ScheduleExpression: 'at(2027-02-05T09:00:00)' })
    await create({ Name: 'daily', ScheduleExpression: 'cron(0 8 ? * FRI,SAT *)' })
    await engine.fireDue('2027-02-07T00:00:00.000Z')
    expect(delivered.map(({ schedule, scheduledTime }) => `${schedule.name} ${scheduledTime.slice(8, 13)}`)).toEqual([
      'daily 05T08',
      'early 05T09',
      'daily 06T08',
      'late 06T09',
    ])
  })

  test('those due at one instant are delivered beside each other, and those due later after them', async () => {
    const log: string[] = []
    const begun = new Map<string, () => void>()
    const bothBegan = Promise.all(['one', 'two'].map((name) => new Promise<void>((resolve) => begun.set(name, resolve))))
    const { create, engine } = await running({
      deliver: async ({ schedule: { name } }) => {
        log.push(`${name} begins`)
        begun.get(name)?.()
        if (begun.has(name)) await bothBegan
        log.push(`${name} ends`)
      },
    })
    await create({ Name: 'later', ScheduleExpression: 'at(2027-02-06T02:01:00)' })
    await create({ Name: 'one' })
    await create({ Name: 'two' })
    const fired = await engine.fireDue('2027-02-06T02:01:00.000Z')
    expect(fired.map(({ scheduleArn }) => scheduleArn.split('/').at(-1))).toEqual(['one', 'two', 'later'])
    expect(log).toEqual(['one begins', 'two begins', 'one ends', 'two ends', 'later begins', 'later ends'])
  })

  test('a recurring schedule that was jumped over fires once for each missed instant', async () => {
    const { create, engine, delivered } = await running()
    await create({ ScheduleExpression: 'cron(0 0/6 * * ? *)' })
    expect(engine.nextDue()).toBe(NOW)
    await engine.fireDue('2027-02-02T00:00:00.000Z')
    expect(delivered.map(({ scheduledTime }) => scheduledTime.slice(8, 13))).toEqual([
      '01T00',
      '01T06',
      '01T12',
      '01T18',
      '02T00',
    ])
    expect(engine.nextDue()).toBe('2027-02-02T06:00:00.000Z')
  })

  test('one whose time is already past is fired at once', async () => {
    const { create, engine } = await running()
    await create({ ScheduleExpression: 'at(2027-01-31T23:59:00)' })
    expect(await engine.fireDue(NOW)).toMatchObject([{ outcome: 'delivered', scheduledTime: '2027-01-31T23:59:00.000Z' }])
  })

  test('a disabled one is not fired', async () => {
    const { create, engine } = await running()
    await create({ State: 'DISABLED' })
    expect(engine.nextDue()).toBeUndefined()
  })

  test('two calls at the same time fire nothing twice', async () => {
    const { create, engine, delivered } = await running()
    await create()
    const due = '2027-02-06T02:00:00.000Z'
    const [first, second] = await Promise.all([engine.fireDue(due), engine.fireDue(due)])
    expect([first.length, second.length, delivered.length]).toEqual([1, 0, 1])
  })
})

describe('after completion', () => {
  test('a one-time schedule with DELETE is gone, one with NONE stays', async () => {
    const { create, engine, exists } = await running()
    await create({ Name: 'goes', ActionAfterCompletion: 'DELETE' })
    await create({ Name: 'stays' })
    await engine.fireDue('2027-02-06T02:00:00.000Z')
    expect([await exists('goes'), await exists('stays')]).toEqual([false, true])
  })

  test('it is not removed by a failed delivery, only by the one that succeeds', async () => {
    let failing = true
    const { create, engine, exists } = await running({
      deliver: async () => {
        if (failing) throw new Error('queue is down')
      },
    })
    await create({ ActionAfterCompletion: 'DELETE' })
    const due = '2027-02-06T02:00:00.000Z'
    expect(await engine.fireDue(due)).toMatchObject([{ outcome: 'retrying' }])
    expect(await exists('one')).toBe(true)
    failing = false
    expect(await engine.fireDue(minutesAfter(due, 1))).toMatchObject([{ outcome: 'delivered', attempt: 2, scheduledTime: due }])
    expect(await exists('one')).toBe(false)
  })

  test('a crash between delivery and removal fires it again with the same execution', async () => {
    const folder = temporaryFolder()
    const executions: string[] = []
    let crash = true
    const deliver = async ({ executionId }: ScheduleDelivery) => {
      executions.push(executionId)
      if (crash) await new Promise(() => {})
    }
    const first = await running({ folder, deliver })
    await first.create({ ActionAfterCompletion: 'DELETE' })
    void first.engine.fireDue('2027-02-06T02:00:00.000Z')
    await first.scheduler.stop()
    crash = false
    const second = await running({ folder, deliver })
    expect(await second.engine.fireDue('2027-02-06T02:00:00.000Z')).toMatchObject([{ outcome: 'delivered' }])
    expect(executions[0]).toBe(executions[1])
    expect(await second.exists('one')).toBe(false)
  })
})

describe('failed deliveries', () => {
  async function failing(target: object) {
    const dead: ScheduleDelivery[] = []
    const setting = await running({
      deliver: async (delivery) => {
        if (delivery.deadLetter === undefined) throw new Error('queue is down')
        dead.push(delivery)
      },
    })
    await setting.create({ target })
    return { ...setting, dead }
  }

  test('are retried on the clock, later each time, and then go to the dead-letter queue', async () => {
    const { engine, dead } = await failing({ RetryPolicy: { MaximumRetryAttempts: 2 }, DeadLetterConfig: { Arn: DEAD } })
    const outcomes: string[] = []
    for (let due = engine.nextDue(); due !== undefined; due = engine.nextDue()) {
      for (const { outcome, attempt } of await engine.fireDue(due)) outcomes.push(`${due.slice(11, 16)} ${attempt} ${outcome}`)
    }
    expect(outcomes).toEqual(['02:00 1 retrying', '02:01 2 retrying', '02:03 3 dead-lettered'])
    expect(dead).toMatchObject([
      {
        targetArn: DEAD,
        input: 'hello',
        deadLetter: { ERROR_MESSAGE: 'queue is down', EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts', TARGET_ARN: QUEUE },
      },
    ])
  })

  test('end when the event is too old', async () => {
    const { engine, dead } = await failing({ RetryPolicy: { MaximumEventAgeInSeconds: 120 }, DeadLetterConfig: { Arn: DEAD } })
    for (let due = engine.nextDue(); due !== undefined; due = engine.nextDue()) await engine.fireDue(due)
    expect(dead).toMatchObject([{ attempt: 2, deadLetter: { EXHAUSTED_RETRY_CONDITION: 'MaximumEventAgeInSeconds' } }])
  })

  test('without a dead-letter queue are dropped, and said to be', async () => {
    const { engine } = await failing({ RetryPolicy: { MaximumRetryAttempts: 0 } })
    expect(await engine.fireDue('2027-02-06T02:00:00.000Z')).toMatchObject([{ outcome: 'dropped' }])
    expect(engine.nextDue()).toBeUndefined()
  })

  test('of one schedule do not hold up another', async () => {
    const { engine, create } = await running({
      deliver: async ({ schedule }) => {
        if (schedule.name === 'one') throw new Error('queue is down')
      },
    })
    await create()
    await create({ Name: 'two' })
    const fired = await engine.fireDue('2027-02-06T02:00:00.000Z')
    expect(fired.map(({ outcome }) => outcome).sort()).toEqual(['delivered', 'retrying'])
  })
})
