import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { SQSClient } from '@aws-sdk/client-sqs'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { sesClient } from '#adapters/ses/mailer.ts'
import { readEnv } from '#functions/env.ts'
import { carryOutOrdersHandler } from '#functions/queues/carry-out-orders.ts'
import { listCallsHandler } from '#functions/queues/list-calls.ts'
import { planSliceHandler } from '#functions/queues/plan-slice.ts'
import { ringCaseHandler } from '#functions/queues/ring-case.ts'
import { sendBatchHandler } from '#functions/queues/send-batch.ts'
import { sendNoticeHandler } from '#functions/queues/send-notice.ts'
import { caseClockPorts } from '#functions/wiring/case-clock-ports.ts'
import { failuresOf, lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { listCallsPorts } from '#functions/wiring/list-calls-ports.ts'
import { sendNoticePorts } from '#functions/wiring/listening-ports-from-env.ts'
import { unpackTemplates } from '#functions/wiring/packed-templates.ts'
import { planSlicePorts, sendBatchPorts } from '#functions/wiring/ports-from-env.ts'
import { sealsFromEnv } from '#functions/wiring/seals-from-env.ts'
import { suppressionKeysFromEnv } from '#functions/wiring/suppression-keys-from-env.ts'
import { urgentHookFromEnv } from '#functions/wiring/urgent-hook-from-env.ts'
import templates from './templates.generated.json' with { type: 'json' }

const setting = lambdaSetting('carry-out-orders')
const env = readEnv('carryOutOrders', process.env)
const clients = {
  dynamo: new DynamoDBClient(),
  scheduler: new SchedulerClient(),
  sqs: new SQSClient({ useQueueUrlAsEndpoint: false }),
  ses: sesClient(),
}
const letters = { templates: unpackTemplates(templates), pages: setting.companyRules.company.pages }
const secrets = { secrets: secretsClient(), secretUnread: setting.secretUnread }
const [seals, suppressionKeys] = await Promise.all([sealsFromEnv(env, secrets), suppressionKeysFromEnv(env, secrets)])
const given = { ...setting, ...clients, ...letters, seals, suppressionKeys }
const hook = urgentHookFromEnv(env, secrets)
const { clock } = setting
export const handler = carryOutOrdersHandler({
  slice: planSliceHandler({ ports: planSlicePorts(env, given), clock, failed: failuresOf('plan-slice').failed }),
  batch: sendBatchHandler({ ports: sendBatchPorts(env, given), clock, failed: failuresOf('send-batch').failed }),
  notice: sendNoticeHandler({ ports: sendNoticePorts(env, given), clock, failed: failuresOf('send-notice').failed }),
  lists: listCallsHandler({
    ports: listCallsPorts(env, { ...given, hook }),
    clock,
    failed: failuresOf('list-calls').failed,
  }),
  clocks: ringCaseHandler({ ports: caseClockPorts(env, { ...given, hook }), clock, failed: failuresOf('ring-case').failed }),
})
