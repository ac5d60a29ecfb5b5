/** Facts in S3 keep the promises of the port, and neither a missing bucket nor a refusal is taken for an empty day. */
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FactFileError, parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { FACTS_PREFIX } from '#adapters/parquet/layout.ts'
import { factObjects } from '#adapters/s3/fact-objects.ts'
import { NO_FACTS } from '#core/facts/fact-tables.ts'
import { type RunningQueues, startQueues } from '#local/aws/queues.ts'
import { factStoreContract } from '#test/contract/fact-store.contract.ts'
import { sampleDay } from '#test/support/sample-facts.ts'

const DAY = '2027-02-06'
const KEY = `facts/replies/day=${DAY}/facts.parquet`
/** One bucket for each time a store is asked for. */
const BUCKETS = Array.from({ length: 24 }, (_, n) => `facts-${n}`)
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
function freshBucket(): string {
  const bucketName = unused.shift()
  if (bucketName === undefined) throw new Error('no bucket is left for another test')
  return bucketName
}
const storeIn = (bucketName: string, by = client) =>
  parquetFactStore(factObjects({ client: by, bucketName, prefix: FACTS_PREFIX }))

factStoreContract(async () => storeIn(freshBucket()))

test('files stand under the prefix, where the table in Glue looks for them, and say what they are', async () => {
  const bucketName = freshBucket()
  await storeIn(bucketName).write(DAY, sampleDay())
  const { ContentType, Body } = await client.send(new GetObjectCommand({ Bucket: bucketName, Key: KEY }))
  expect(ContentType).toBe('application/vnd.apache.parquet')
  expect((await Body!.transformToString('latin1')).slice(0, 4)).toBe('PAR1')
})

test('a broken file is an error that names it', async () => {
  const bucketName = freshBucket()
  await client.send(new PutObjectCommand({ Bucket: bucketName, Key: KEY, Body: new Uint8Array() }))
  await expect(storeIn(bucketName).read('replies', DAY)).rejects.toThrow(FactFileError)
  await expect(storeIn(bucketName).read('replies', DAY)).rejects.toThrow(`replies/day=${DAY}/facts.parquet`)
})

test('a bucket that is not there is raised: no day may pass for empty', async () => {
  const facts = storeIn('nowhere')
  await expect(facts.read('touches', DAY)).rejects.toThrow()
  await expect(facts.write(DAY, NO_FACTS)).rejects.toThrow()
})

test('a refusal is raised', async () => {
  const refused = localClient()
  refused.middlewareStack.add(
    () => () =>
      Promise.reject(Object.assign(new Error('Access Denied'), { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } })),
    { step: 'initialize' },
  )
  const facts = storeIn(freshBucket(), refused)
  await expect(facts.read('touches', DAY)).rejects.toThrow('Access Denied')
  await expect(facts.write(DAY, NO_FACTS)).rejects.toThrow('Access Denied')
  refused.destroy()
})
