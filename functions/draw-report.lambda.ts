import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { readEnv } from '#functions/env.ts'
import { drawingHandler } from '#functions/staff/report/drawing-handler.ts'
import { drawingSystem } from '#functions/wiring/drawing-system-from-env.ts'
import { lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { sealsFromEnv } from '#functions/wiring/seals-from-env.ts'

const setting = lambdaSetting('draw-report')
const env = readEnv('drawReport', process.env)
const seals = await sealsFromEnv(env, { secrets: secretsClient(), secretUnread: setting.secretUnread })
export const handler = drawingHandler(drawingSystem(env, { ...setting, dynamo: new DynamoDBClient(), seals }))
