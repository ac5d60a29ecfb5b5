import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { SQSClient } from '@aws-sdk/client-sqs'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { FACTS_PREFIX } from '#adapters/parquet/layout.ts'
import { factObjects } from '#adapters/s3/fact-objects.ts'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { readEnv } from '#functions/env.ts'
import { staffHandler } from '#functions/staff/staff-handler.ts'
import { lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { sealsFromEnv } from '#functions/wiring/seals-from-env.ts'
import { staffSystem } from '#functions/wiring/staff-system-from-env.ts'
import { suppressionKeysFromEnv } from '#functions/wiring/suppression-keys-from-env.ts'

const setting = lambdaSetting('serve-staff')
const env = readEnv('serveStaff', process.env)
const clients = {
  dynamo: new DynamoDBClient(),
  s3: new S3Client(),
  scheduler: new SchedulerClient(),
  sqs: new SQSClient({ useQueueUrlAsEndpoint: false }),
  secrets: secretsClient(),
}
const facts = parquetFactStore(factObjects({ client: clients.s3, bucketName: env.FACTS_BUCKET, prefix: FACTS_PREFIX }))
const reading = { secrets: clients.secrets, secretUnread: setting.secretUnread }
const [seals, suppressionKeys] = await Promise.all([sealsFromEnv(env, reading), suppressionKeysFromEnv(env, reading)])
export const handler = staffHandler(staffSystem(env, { ...setting, ...clients, facts, seals, suppressionKeys }))
