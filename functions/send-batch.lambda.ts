import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { sesClient } from '#adapters/ses/mailer.ts'
import { readEnv } from '#functions/env.ts'
import { lambdaSetting } from '#functions/lambda-setting.ts'
import { unpackTemplates } from '#functions/packed-templates.ts'
import { sendBatchPorts } from '#functions/ports-from-env.ts'
import { sendBatchHandler } from '#functions/send-batch.ts'
import templates from './templates.generated.json' with { type: 'json' }

const setting = lambdaSetting('send-batch')
const clients = { dynamo: new DynamoDBClient(), scheduler: new SchedulerClient(), ses: sesClient() }
const letters = { templates: unpackTemplates(templates), pages: setting.house.company.pages }
const ports = sendBatchPorts(readEnv('sendBatch', process.env), { ...setting, ...clients, ...letters })
export const handler = sendBatchHandler({ ports, clock: setting.clock, failed: setting.failed })
