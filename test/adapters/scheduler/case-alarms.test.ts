/** An alarm of a case is one schedule, whose message is an order that the function behind the queue understands. */
import type { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { expect, test } from 'vitest'
import { schedulerCaseAlarms } from '#adapters/scheduler/case-alarms.ts'
import { sqsCaseOrders } from '#adapters/sqs/case-orders.ts'
import { orderKindOf } from '#functions/queues/carry-out-orders.ts'

const ALARM = { workId: 'case_1_c-001', at: '2027-02-06T02:00:00.001Z' }

test('rings once, never early, under a name that case and instant give it', async () => {
  const made: CreateScheduleCommand['input'][] = []
  const client = { send: async ({ input }: CreateScheduleCommand) => void made.push(input) } as unknown as SchedulerClient
  const place = { client, groupName: 'care', queueArn: 'arn:q', roleArn: 'arn:r', deadLetterArn: 'arn:d' }
  const alarms = schedulerCaseAlarms(place)
  for (const alarm of [ALARM, ALARM, { ...ALARM, at: '2027-02-06T03:00:00.000Z' }, { ...ALARM, workId: 'case_2' }])
    await alarms.set(alarm)
  expect(made[0]).toMatchObject({
    GroupName: 'care',
    ScheduleExpression: 'at(2027-02-06T02:00:01)',
    ActionAfterCompletion: 'DELETE',
    Target: { Arn: 'arn:q', RoleArn: 'arn:r', DeadLetterConfig: { Arn: 'arn:d' } },
  })
  expect(new Set(made.map(({ Name }) => Name)).size).toBe(3)
  for (const { Name } of made) expect(Name).toMatch(/^c-[0-9a-f]{32}$/)
  expect(orderKindOf(made[0]?.Target?.Input ?? '')).toBe('clocks')
})

test('orders are taken for what they are', async () => {
  const sent: string[] = []
  const client = { send: async ({ input }: { input: { MessageBody: string } }) => void sent.push(input.MessageBody) }
  const orders = sqsCaseOrders({ client: client as unknown as SQSClient, orderQueueUrl: 'https://queue.example.com/orders' })
  await orders.ring('case_1')
  await orders.lookFrom('place')
  expect(sent.map(orderKindOf)).toEqual(['clocks', 'clocks'])
  expect(sent.map((body) => JSON.parse(body))).toEqual([
    { kind: 'ring-case', workId: 'case_1' },
    { kind: 'look-at-clocks', place: 'place' },
  ])
})
