import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { pagesApp } from '#functions/customer/serve-pages.ts'
import { readEnv } from '#functions/env.ts'
import { httpHandler } from '#functions/http-handler.ts'
import { lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { pagesPorts } from '#functions/wiring/ports-from-env.ts'
import { sealsFromEnv, tillKeyFromEnv } from '#functions/wiring/seals-from-env.ts'

const setting = lambdaSetting('serve-pages')
const lateS3 = async () => new (await import('@aws-sdk/client-s3')).S3Client()
const clients = { dynamo: new DynamoDBClient(), lateS3, sqs: new SQSClient({ useQueueUrlAsEndpoint: false }) }
const env = readEnv('servePages', process.env)
const secrets = { secrets: secretsClient(), secretUnread: setting.secretUnread }
const seals = await sealsFromEnv(env, secrets)
const ports = pagesPorts(env, { ...setting, ...clients, seals, tillKey: tillKeyFromEnv(env, secrets) })
export const handler = httpHandler(pagesApp(ports, setting.clock, { failed: setting.pageFailed }))
