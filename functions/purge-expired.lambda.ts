import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { readEnv } from '#functions/env.ts'
import { purgeExpiredHandler } from '#functions/queues/purge-expired.ts'
import { lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { purgeExpiredPorts } from '#functions/wiring/listening-ports-from-env.ts'

const setting = lambdaSetting('purge-expired')
const env = readEnv('purgeExpired', process.env)
const ports = purgeExpiredPorts(env, { ...setting, dynamo: new DynamoDBClient(), s3: new S3Client() })
export const handler = purgeExpiredHandler({ ports, clock: setting.clock })
