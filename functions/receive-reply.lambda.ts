import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { readEnv } from '#functions/env.ts'
import { lambdaSetting } from '#functions/lambda-setting.ts'
import { receiveReplyPorts } from '#functions/listening-ports-from-env.ts'
import { receiveReplyHandler } from '#functions/receive-reply.ts'

const setting = lambdaSetting('receive-reply')
const clients = { dynamo: new DynamoDBClient(), s3: new S3Client(), sqs: new SQSClient({ useQueueUrlAsEndpoint: false }) }
const ports = receiveReplyPorts(readEnv('receiveReply', process.env), { ...setting, ...clients })
export const handler = receiveReplyHandler({ ports, failed: setting.failed })
