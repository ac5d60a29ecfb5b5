import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { readEnv } from '#functions/env.ts'
import { recordDeliveryHandler } from '#functions/queues/record-delivery.ts'
import { lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { recordDeliveryPorts } from '#functions/wiring/ports-from-env.ts'
import { suppressionKeysFromEnv } from '#functions/wiring/suppression-keys-from-env.ts'

const setting = lambdaSetting('record-delivery')
const env = readEnv('recordDelivery', process.env)
const suppressionKeys = await suppressionKeysFromEnv(env, { secrets: secretsClient() })
const ports = recordDeliveryPorts(env, { ...setting, dynamo: new DynamoDBClient(), suppressionKeys })
export const handler = recordDeliveryHandler({ ports, failed: setting.failed })
