import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { afterEach, expect, test } from 'vitest'
import { scheduleName, schedulerBatchAlarms } from '#adapters/scheduler/batch-alarms.ts'
import { atExpression } from '#adapters/scheduler/one-time-schedule.ts'
import { type AnsweringServer, answeringServer, answerJson } from '#test/support/answering-server.ts'

const ALARM = { occurrenceId: 'tet_2027-02-06', batchId: '003.01.+0700', dueAt: '2027-02-06T02:00:00.000Z' }
const NAME = scheduleName(ALARM)

let server: AnsweringServer | undefined
afterEach(() => server?.stop())

type Answer = 200 | 'ConflictException' | 'ResourceNotFoundException' | 'ValidationException'
const STATUS = { ConflictException: 409, ResourceNotFoundException: 404, ValidationException: 400 }

/** Alarms against a server that gives these answers in turn. */
async function alarmsAnswered(...answers: Answer[]) {
  const waiting = [...answers]
  server = await answeringServer((_, response) => {
    const answer = waiting.shift() ?? 200
    if (answer === 200)
      answerJson(response, { status: 200, body: { ScheduleArn: 'arn:aws:scheduler:ap-southeast-1:1:schedule/care/x' } })
    else answerJson(response, { status: STATUS[answer], errorType: answer, body: { Message: answer } })
  })
  const client = new SchedulerClient({
    endpoint: server.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
  const alarms = schedulerBatchAlarms({
    client,
    groupName: 'care',
    queueArn: 'arn:aws:sqs:ap-southeast-1:1:batches',
    roleArn: 'arn:aws:iam::1:role/scheduler',
    deadLetterArn: 'arn:aws:sqs:ap-southeast-1:1:dead',
  })
  const { asked } = server
  return { alarms, calls: () => asked.map(({ method, path }) => `${method} ${path}`), asked }
}

const CREATE = `POST /schedules/${NAME}`

const SCHEDULE = {
  GroupName: 'care',
  ScheduleExpression: 'at(2027-02-06T02:00:00)',
  ScheduleExpressionTimezone: 'UTC',
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  Target: {
    Arn: 'arn:aws:sqs:ap-southeast-1:1:batches',
    RoleArn: 'arn:aws:iam::1:role/scheduler',
    Input: '{"occurrenceId":"tet_2027-02-06","batchId":"003.01.+0700"}',
    DeadLetterConfig: { Arn: 'arn:aws:sqs:ap-southeast-1:1:dead' },
  },
}

test('an alarm is one schedule that rings once, exactly then, and goes', async () => {
  const { alarms, calls, asked } = await alarmsAnswered(200)
  await alarms.set(ALARM)
  expect(calls()).toEqual([CREATE])
  expect(asked[0]?.body).toMatchObject(SCHEDULE)
})

test('an alarm that is there already is left as it is', async () => {
  const { alarms, calls } = await alarmsAnswered('ConflictException')
  await alarms.set(ALARM)
  expect(calls()).toEqual([CREATE])
})

test('a batch that is put off gets a schedule of its own for the new instant', async () => {
  const { alarms, asked } = await alarmsAnswered(200, 200)
  await alarms.set(ALARM)
  await alarms.set({ ...ALARM, dueAt: '2027-02-06T03:15:00.000Z' })
  expect(asked[1]?.body).toMatchObject({ ...SCHEDULE, ScheduleExpression: 'at(2027-02-06T03:15:00)' })
  expect(asked[1]?.path).not.toBe(asked[0]?.path)
})

test.each<[string, Answer[], string]>([
  ['a group that does not exist', ['ResourceNotFoundException'], 'ResourceNotFoundException'],
  ['a schedule that is not valid', ['ValidationException'], 'ValidationException'],
])('%s is raised', async (_, answers, name) => {
  const { alarms } = await alarmsAnswered(...answers)
  await expect(alarms.set(ALARM)).rejects.toMatchObject({ name })
})

test.each([
  ['2027-02-06T02:00:00.000Z', 'at(2027-02-06T02:00:00)'],
  ['2027-02-06T02:00:00.001Z', 'at(2027-02-06T02:00:01)'],
  ['2027-12-31T23:59:59.999Z', 'at(2028-01-01T00:00:00)'],
])('%s rings %s', (dueAt, expression) => {
  expect(atExpression(dueAt)).toBe(expression)
})

test('names fit what Scheduler allows, are the same every time, and differ for every batch', () => {
  const dueAt = ALARM.dueAt
  const keys = [
    { occurrenceId: 'a_2027-02-06', batchId: '003.01.+0700', dueAt },
    { occurrenceId: 'a_2027-02-06', batchId: '003.02.+0700', dueAt },
    { occurrenceId: 'a_2027-02-07', batchId: '003.01.+0700', dueAt },
    { occurrenceId: 'a_2027-02-060', batchId: '03.01.+0700', dueAt },
    { occurrenceId: 'a_2027-02-06', batchId: '003.01.+0700', dueAt: '2027-02-06T02:01:00.000Z' },
  ]
  const names = keys.map(scheduleName)
  expect(new Set(names).size).toBe(keys.length)
  expect(keys.map((key) => scheduleName({ ...key }))).toEqual(names)
  for (const name of names) expect(name).toMatch(/^b-[0-9a-f]{32}$/)
})
