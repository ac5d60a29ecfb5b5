import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { sesClient } from '#adapters/ses/mailer.ts'
import { readEnv } from '#functions/env.ts'
import { planOccurrencesHandler } from '#functions/queues/plan-occurrences.ts'
import { lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { planOccurrencesPorts } from '#functions/wiring/ports-from-env.ts'

const setting = lambdaSetting('plan-occurrences')
const env = readEnv('planOccurrences', process.env)
const ports = planOccurrencesPorts(env, {
  ...setting,
  dynamo: new DynamoDBClient(),
  ses: sesClient(),
  sqs: new SQSClient({ useQueueUrlAsEndpoint: false }),
})
export const handler = planOccurrencesHandler({ ports, clock: setting.clock })
