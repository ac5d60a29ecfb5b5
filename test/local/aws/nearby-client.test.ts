import { createServer } from 'node:http'
import { CreateScheduleCommand, GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterEach, expect, test } from 'vitest'
import { startCredentials } from '#local/aws/door.ts'
import { listenOnLoopback, type RunningServer } from '#local/aws/listen-on-loopback.ts'
import { nearbySettings, unnamed } from '#local/aws/nearby-client.ts'
import { startQueues } from '#local/aws/queues.ts'
import { startScheduler } from '#local/aws/scheduler/start-scheduler.ts'

const opened: { stop(): Promise<void> }[] = []
const credentials = startCredentials({})
const settings = (named = credentials) => nearbySettings({ credentials: named, region: 'ap-southeast-1' })
const kept = <Server extends RunningServer>(server: Server): Server => {
  opened.push(server)
  return server
}

afterEach(async () => {
  for (const server of opened.splice(0)) await server.stop()
})

test('a nearby client is let in by the name of its key, and another key is not', async () => {
  const queues = kept(await startQueues({ queues: [{ name: 'orders' }], credentials }))
  const client = unnamed(new SQSClient({ ...settings(), endpoint: queues.endpoint, useQueueUrlAsEndpoint: false }))
  const QueueUrl = queues.queue('orders').url
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'thăm hỏi' }))
  const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl }))
  expect(Messages?.map(({ Body }) => Body)).toEqual(['thăm hỏi'])
  client.destroy()

  const stranger = new SQSClient({
    ...settings({ ...credentials, accessKeyId: 'stranger' }),
    endpoint: queues.endpoint,
    useQueueUrlAsEndpoint: false,
  })
  await expect(stranger.send(new SendMessageCommand({ QueueUrl, MessageBody: 'no' }))).rejects.toThrow('not the access key')
  stranger.destroy()
})

test('what stands in the path, the query and the body of a request reaches the endpoint, and its refusal reaches the caller by name', async () => {
  const now = () => '2027-05-03T00:00:00.000Z'
  const scheduler = kept(
    await startScheduler({ folder: null, accessKeyId: credentials.accessKeyId, clock: { now }, deliver: async () => {} }),
  )
  const client = unnamed(new SchedulerClient({ ...settings(), endpoint: scheduler.endpoint }))
  const Target = {
    Arn: 'arn:aws:sqs:ap-southeast-1:123456789012:orders',
    RoleArn: 'arn:aws:iam::123456789012:role/schedules',
    Input: '{}',
  }
  await client.send(
    new CreateScheduleCommand({
      Name: 'one',
      ScheduleExpression: 'at(2027-05-04T00:00:00)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target,
    }),
  )
  const found = await client.send(new GetScheduleCommand({ Name: 'one', GroupName: 'default' }))
  expect(found.ScheduleExpression).toBe('at(2027-05-04T00:00:00)')
  await expect(client.send(new GetScheduleCommand({ Name: 'two', GroupName: 'default' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
  client.destroy()
})

test('a broken connection is tried again, as by any client of the SDK', async () => {
  let asked = 0
  const answering = createServer((request, response) => {
    request.resume()
    if (asked++ === 0) {
      response.destroy()
      return
    }
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(JSON.stringify({ QueueUrl: 'http://127.0.0.1/q' }))
  })
  const { endpoint } = kept(await listenOnLoopback(answering, 0))
  const client = new SQSClient({ ...settings(), endpoint })
  expect((await client.send(new CreateQueueCommand({ QueueName: 'q' }))).QueueUrl).toBe('http://127.0.0.1/q')
  expect(asked).toBe(2)
  client.destroy()
})
