import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { handle } from 'hono/aws-lambda'
import { readEnv } from '#functions/env.ts'
import { lambdaSetting } from '#functions/lambda-setting.ts'
import { pagesPorts } from '#functions/ports-from-env.ts'
import { pagesApp } from '#functions/serve-pages.ts'

const setting = lambdaSetting('serve-pages')
const clients = { dynamo: new DynamoDBClient(), sqs: new SQSClient({ useQueueUrlAsEndpoint: false }) }
const ports = pagesPorts(readEnv('servePages', process.env), { ...setting, ...clients })
export const handler = handle(pagesApp(ports, setting.clock, { failed: setting.pageFailed }))
