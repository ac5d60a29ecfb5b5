import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { readEnv } from '#functions/env.ts'
import { lambdaSetting } from '#functions/lambda-setting.ts'
import { planSliceHandler } from '#functions/plan-slice.ts'
import { planSlicePorts } from '#functions/ports-from-env.ts'

const setting = lambdaSetting('plan-slice')
const ports = planSlicePorts(readEnv('planSlice', process.env), {
  ...setting,
  dynamo: new DynamoDBClient(),
  scheduler: new SchedulerClient(),
})
export const handler = planSliceHandler({ ports, clock: setting.clock, failed: setting.failed })
