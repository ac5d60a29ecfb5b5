import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { readEnv } from '#functions/env.ts'
import { recordDeliveryHandler } from '#functions/queues/record-delivery.ts'
import { lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { recordDeliveryPorts } from '#functions/wiring/ports-from-env.ts'

const setting = lambdaSetting('record-delivery')
const ports = recordDeliveryPorts(readEnv('recordDelivery', process.env), { ...setting, dynamo: new DynamoDBClient() })
export const handler = recordDeliveryHandler({ ports, failed: setting.failed })
