import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { secretsClient } from '#adapters/secrets-manager/secrets.ts'
import { readEnv } from '#functions/env.ts'
import { hearCustomersHandler } from '#functions/queues/hear-customers.ts'
import { receiveReplyHandler } from '#functions/queues/receive-reply.ts'
import { takeStopHandler } from '#functions/queues/take-stop.ts'
import { failuresOf, lambdaSetting } from '#functions/wiring/lambda-setting.ts'
import { receiveReplyPorts } from '#functions/wiring/listening-ports-from-env.ts'
import { unpackTemplates } from '#functions/wiring/packed-templates.ts'
import { sealsFromEnv } from '#functions/wiring/seals-from-env.ts'
import { type CompiledTemplates, wordsIn } from '#web/rendering/compiled-template.ts'
import templates from './templates.generated.json' with { type: 'json' }

const setting = lambdaSetting('receive-reply')
const clients = { dynamo: new DynamoDBClient(), s3: new S3Client(), sqs: new SQSClient({ useQueueUrlAsEndpoint: false }) }
let unpacked: CompiledTemplates | undefined
/** Unpacked when the first reply needs them: a cold start must not wait for it. */
function bundledWords(template: string) {
  unpacked ??= unpackTemplates(templates)
  return wordsIn(unpacked, template)
}
const env = readEnv('receiveReply', process.env)
const secrets = { secrets: secretsClient(), secretUnread: setting.secretUnread }
const seals = await sealsFromEnv(env, secrets)
const ports = receiveReplyPorts(env, { ...setting, ...clients, bundledWords, seals })
export const handler = hearCustomersHandler({
  mail: receiveReplyHandler({ ports, failed: setting.failed }),
  stop: takeStopHandler({ ports, failed: failuresOf('take-stop').failed }),
})
