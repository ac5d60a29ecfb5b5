/** Raw mails in S3 keep the promises of the port, and a missing bucket is never taken for a missing mail. */
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { s3RawMails } from '#adapters/s3/raw-mails.ts'
import { type RunningQueues, startQueues } from '#local/aws/queues.ts'
import { rawMailsContract } from '#test/contract/raw-mails.contract.ts'

/** One bucket for each time a store is asked for. */
const BUCKETS = Array.from({ length: 24 }, (_, n) => `inbound-mail-${n}`)
let server: RunningQueues
let client: S3Client
beforeAll(async () => {
  server = await startQueues({ queues: [], buckets: BUCKETS })
  client = localClient()
})
afterAll(() => {
  client.destroy()
  return server.stop()
})

const localClient = () =>
  new S3Client({
    endpoint: server.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
    maxAttempts: 1,
  })

const unused = [...BUCKETS]
function freshBucket() {
  const bucketName = unused.shift()
  if (bucketName === undefined) throw new Error('no bucket is left for another test')
  const lay = async (Key: string, Body: Uint8Array) => {
    await client.send(new PutObjectCommand({ Bucket: bucketName, Key, Body }))
  }
  return { bucketName, lay, mails: s3RawMails({ client, bucketName }) }
}

rawMailsContract(async () => freshBucket())

test('of a mail that is too large nothing is fetched', async () => {
  const { bucketName, lay } = freshBucket()
  await lay('in/large', new Uint8Array(5_000_000))
  const asked: (string | undefined)[] = []
  const watched = localClient()
  watched.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        asked.push(commandName)
        return next(args)
      },
    { step: 'initialize' },
  )
  expect(await s3RawMails({ client: watched, bucketName }).read('in/large', 4_999_999)).toEqual({ tooLarge: 5_000_000 })
  expect(asked).toEqual(['HeadObjectCommand'])
  watched.destroy()
})

test('a mail that is removed while it is read is none', async () => {
  const { bucketName, lay, mails } = freshBucket()
  await lay('in/gone', new Uint8Array(3))
  const racing = localClient()
  racing.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === GetObjectCommand.name) await mails.remove('in/gone')
        return next(args)
      },
    { step: 'initialize' },
  )
  expect(await s3RawMails({ client: racing, bucketName }).read('in/gone', 10)).toBeUndefined()
  racing.destroy()
})

test('a bucket that is not there is raised: no mail may pass for lost', async () => {
  const mails = s3RawMails({ client, bucketName: 'nowhere' })
  await expect(mails.read('in/1', 10)).rejects.toThrow()
  await expect(mails.exists('in/1')).rejects.toThrow()
  await expect(mails.remove('in/1')).rejects.toThrow()
})

test('a refusal is raised', async () => {
  const { bucketName } = freshBucket()
  const refused = localClient()
  refused.middlewareStack.add(
    () => () =>
      Promise.reject(Object.assign(new Error('Access Denied'), { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } })),
    { step: 'initialize' },
  )
  const mails = s3RawMails({ client: refused, bucketName })
  await expect(mails.read('in/1', 10)).rejects.toThrow('Access Denied')
  await expect(mails.exists('in/1')).rejects.toThrow('Access Denied')
  refused.destroy()
})
