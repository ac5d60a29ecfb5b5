import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { readEnv } from '#functions/env.ts'
import { hearCustomersHandler } from '#functions/hear-customers.ts'
import { failuresOf, lambdaSetting } from '#functions/lambda-setting.ts'
import { receiveReplyPorts } from '#functions/listening-ports-from-env.ts'
import { receiveReplyHandler } from '#functions/receive-reply.ts'
import { takeStopHandler } from '#functions/take-stop.ts'

const setting = lambdaSetting('receive-reply')
const clients = { dynamo: new DynamoDBClient(), s3: new S3Client(), sqs: new SQSClient({ useQueueUrlAsEndpoint: false }) }
const ports = receiveReplyPorts(readEnv('receiveReply', process.env), { ...setting, ...clients })
export const handler = hearCustomersHandler({
  mail: receiveReplyHandler({ ports, failed: setting.failed }),
  stop: takeStopHandler({ ports, failed: failuresOf('take-stop').failed }),
})
