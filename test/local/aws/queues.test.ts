import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { expect, onTestFinished, test } from 'vitest'
import { startQueues } from '#local/aws/queues.ts'

async function running() {
  const queues = await startQueues({
    queues: [{ name: 'send-batch', visibilitySeconds: 0, maxReceives: 2 }, { name: 'plan-slice' }],
    buckets: ['inbound-mail'],
  })
  const access = {
    endpoint: queues.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  const sqs = new SQSClient({ ...access, useQueueUrlAsEndpoint: false })
  const s3 = new S3Client({ ...access, forcePathStyle: true })
  onTestFinished(() => {
    sqs.destroy()
    s3.destroy()
    return queues.stop()
  })
  const receive = async (QueueUrl: string) => (await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages ?? []
  return { queues, sqs, s3, receive }
}

test('listens on loopback only and gives every queue a URL and an ARN', async () => {
  const { queues } = await running()
  expect(new URL(queues.endpoint).hostname).toBe('127.0.0.1')
  expect(queues.queue('plan-slice')).toMatchObject({
    arn: 'arn:aws:sqs:ap-southeast-1:000000000000:plan-slice',
    deadLetterArn: 'arn:aws:sqs:ap-southeast-1:000000000000:plan-slice-dead-letters',
  })
  expect(() => queues.queue('other')).toThrow(/no queue other/)
})

test('a message goes through, and to the dead letters when it was received too often', async () => {
  const { queues, sqs, receive } = await running()
  const { url, deadLetterUrl } = queues.queue('send-batch')
  await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'batch 1' }))
  expect(await receive(url)).toMatchObject([{ Body: 'batch 1' }])
  expect(await receive(url)).toMatchObject([{ Body: 'batch 1' }])
  expect(await receive(url)).toEqual([])
  expect(await receive(deadLetterUrl)).toMatchObject([{ Body: 'batch 1' }])
})

test('the buckets are there', async () => {
  const { s3 } = await running()
  await s3.send(new PutObjectCommand({ Bucket: 'inbound-mail', Key: 'a/b', Body: 'raw mail' }))
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'inbound-mail', Key: 'a/b' }))
  expect(await Body!.transformToString()).toBe('raw mail')
})
