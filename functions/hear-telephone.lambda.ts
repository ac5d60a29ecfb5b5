import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { readEnv } from '#functions/env.ts'
import { httpHandler } from '#functions/http-handler.ts'
import { telephoneApp } from '#functions/telephone/hear-telephone.ts'
import { hearTelephonePorts } from '#functions/wiring/hear-telephone-ports.ts'
import { lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { sealsFromEnv } from '#functions/wiring/seals-from-env.ts'
import { telephonyFromEnv } from '#functions/wiring/telephony-from-env.ts'

const setting = lambdaSetting('hear-telephone')
const clients = { dynamo: new DynamoDBClient(), sqs: new SQSClient({ useQueueUrlAsEndpoint: false }) }
const env = readEnv('hearTelephone', process.env)
const secrets = { secrets: secretsClient(), secretUnread: setting.secretUnread }
const seals = await sealsFromEnv(env, secrets)
const ports = hearTelephonePorts(env, { ...setting, ...clients, seals })
const { webhookKey, ownNumber } = telephonyFromEnv(env, secrets)
export const handler = httpHandler(
  telephoneApp({ ports, webhookKey, ownNumber, clock: setting.clock, failed: setting.pageFailed }),
)
