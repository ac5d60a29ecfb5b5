import { GetObjectCommand, HeadBucketCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { s3CaseFiles } from '#adapters/s3/case-files.ts'
import { s3RawMails } from '#adapters/s3/raw-mails.ts'
import type { RunningServer } from '#local/aws/listen-on-loopback.ts'
import { type BucketStore, openBucket } from '#local/aws/s3/bucket-store.ts'
import { startS3 } from '#local/aws/s3/start-s3.ts'
import { caseFilesContract } from '#test/contract/case-files.contract.ts'
import { rawMailsContract } from '#test/contract/raw-mails.contract.ts'

const AT = '2027-03-10T02:00:00.000Z'
let store: BucketStore
let files: BucketStore
let server: RunningServer
let client: S3Client
beforeAll(async () => {
  store = openBucket({ folder: null, name: 'inbound' })
  files = openBucket({ folder: null, name: 'files' })
  server = await startS3({
    buckets: [
      { name: 'inbound', store },
      { name: 'files', store: files, written: { now: () => AT } },
    ],
  })
  client = new S3Client({
    endpoint: server.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
    maxAttempts: 1,
  })
})
afterAll(async () => {
  client.destroy()
  await server.stop()
  store.close()
  files.close()
})

caseFilesContract(async () => {
  for (const { key } of files.since('')) files.remove(key)
  return s3CaseFiles({ client, bucketName: 'files' })
})

test('a key names no customer', async () => {
  await s3CaseFiles({ client, bucketName: 'files' }).put({
    workId: 'case_c-001',
    sha256: 'a'.repeat(64),
    bytes: new Uint8Array(1),
  })
  expect(files.since('').map(({ key }) => key)).toEqual([expect.stringMatching(/^cases\/[0-9a-f]{64}\/a{64}$/)])
})

rawMailsContract(async () => {
  for (const { key } of store.since('')) store.remove(key)
  const lay = async (key: string, bytes: Uint8Array) => store.put({ key, bytes, at: AT })
  return { lay, mails: s3RawMails({ client, bucketName: 'inbound' }) }
})

test('another bucket is none, and what is not there is refused as S3 refuses it', async () => {
  await expect(client.send(new HeadBucketCommand({ Bucket: 'inbound' }))).resolves.toBeDefined()
  await expect(client.send(new HeadBucketCommand({ Bucket: 'other' }))).rejects.toMatchObject({ name: 'NotFound' })
  await expect(s3RawMails({ client, bucketName: 'other' }).read('in/1', 10)).rejects.toThrow()
  await expect(client.send(new GetObjectCommand({ Bucket: 'inbound', Key: 'in/none' }))).rejects.toMatchObject({
    name: 'NoSuchKey',
  })
  await expect(client.send(new ListObjectsV2Command({ Bucket: 'inbound' }))).rejects.toMatchObject({ name: 'NotImplemented' })
  await expect(client.send(new PutObjectCommand({ Bucket: 'inbound', Key: 'in/1', Body: 'x' }))).rejects.toMatchObject({
    name: 'NotImplemented',
  })
})

test('what lies in the bucket is listed by when it was laid down', () => {
  const bucket = openBucket({ folder: null, name: 'inbound' })
  onTestFinished(() => bucket.close())
  for (const [key, at] of [
    ['in/2', '2027-03-10T00:00:00.000Z'],
    ['in/1', '2027-03-10T00:00:00.000Z'],
    ['in/0', '2027-03-08T00:00:00.000Z'],
  ] as const)
    bucket.put({ key, bytes: new Uint8Array(3), at })
  expect(bucket.since('2027-03-09T00:00:00.000Z').map(({ key, size }) => [key, size])).toEqual([
    ['in/1', 3],
    ['in/2', 3],
  ])
})
