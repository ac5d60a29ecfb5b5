/** Starts the local endpoints on the folder given as argument, sends and schedules once, says so, and waits to be killed. */
import { CreateScheduleCommand } from '@aws-sdk/client-scheduler'
import { SendEmailCommand } from '@aws-sdk/client-sesv2'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { startScheduler } from '#local/aws/scheduler/start-scheduler.ts'
import { startSes } from '#local/aws/ses/start-ses.ts'
import { openMovableClock } from '#local/clock/movable-clock.ts'
import { schedulerClient, sesClient } from '#test/local/aws/client-access.ts'

const folder = process.argv[2] ?? null
const clock = openMovableClock({ folder, startAt: '2027-02-01T00:00:00.000Z' })
clock.moveTo('2027-02-06T02:00:00.000Z')
const scheduler = await startScheduler({ folder, clock, deliver: async () => {} })
const ses = await startSes({ folder, clock, publish: async () => {}, verifiedIdentities: ['example.vn'] })
const dynamo = await startDynamo({ folder })
await schedulerClient(scheduler.endpoint).send(
  new CreateScheduleCommand({
    Name: 'one',
    ScheduleExpression: 'at(2027-02-07T02:00:00)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: {
      Arn: 'arn:aws:sqs:ap-southeast-1:000000000000:q',
      RoleArn: 'arn:aws:iam::000000000000:role/scheduler',
      Input: '{}',
    },
  }),
)
const { MessageId } = await sesClient(ses.endpoint).send(
  new SendEmailCommand({
    FromEmailAddress: 'care@example.vn',
    Destination: { ToAddresses: ['lan@customer.vn'] },
    Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Hello' } } } },
  }),
)
console.log(JSON.stringify({ messageId: MessageId, dynamo: dynamo.endpoint }))
