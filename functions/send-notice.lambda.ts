import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { sesClient } from '#adapters/ses/mailer.ts'
import { readEnv } from '#functions/env.ts'
import { lambdaSetting } from '#functions/lambda-setting.ts'
import { sendNoticePorts } from '#functions/listening-ports-from-env.ts'
import { unpackTemplates } from '#functions/packed-templates.ts'
import { sendNoticeHandler } from '#functions/send-notice.ts'
import templates from './notice-templates.generated.json' with { type: 'json' }

const setting = lambdaSetting('send-notice')
const clients = { dynamo: new DynamoDBClient(), ses: sesClient() }
const letters = { templates: unpackTemplates(templates), pages: setting.house.company.pages }
const ports = sendNoticePorts(readEnv('sendNotice', process.env), { ...setting, ...clients, ...letters })
export const handler = sendNoticeHandler({ ports, clock: setting.clock, failed: setting.failed })
