import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { FACTS_PREFIX } from '#adapters/parquet/layout.ts'
import { factObjects } from '#adapters/s3/fact-objects.ts'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { readEnv } from '#functions/env.ts'
import { rollUpNightHandler } from '#functions/queues/roll-up-night.ts'
import { factNumbersFromEnv } from '#functions/wiring/fact-numbers-from-env.ts'
import { lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { rollUpNightPorts } from '#functions/wiring/roll-up-ports-from-env.ts'

const setting = lambdaSetting('roll-up-night')
const env = readEnv('rollUpNight', process.env)
const facts = parquetFactStore(factObjects({ client: new S3Client(), bucketName: env.FACTS_BUCKET, prefix: FACTS_PREFIX }))
const numberOf = await factNumbersFromEnv(env, { secrets: secretsClient() })
const ports = rollUpNightPorts(env, { ...setting, dynamo: new DynamoDBClient(), facts, numberOf })
export const handler = rollUpNightHandler({ ports, clock: setting.clock })
