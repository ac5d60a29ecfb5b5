/** Takes slice orders from their queue and plans them. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { type PlanSlicePorts, planSlice } from '#app/planning/plan-slice.ts'
import { PLAN_PASSES } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'
import { type RecordFailed, settleRecords } from '#functions/queues/settle-records.ts'

const SliceOrderSchema = z.object({ occurrenceId: z.string().min(1), slice: z.int().min(0), pass: z.enum(PLAN_PASSES) })

export const planSliceHandler =
  ({ ports, clock, failed }: { ports: PlanSlicePorts; clock: () => Instant; failed: RecordFailed }) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    settleRecords(event, { act: ({ body }) => planSlice(ports, SliceOrderSchema.parse(JSON.parse(body)), clock()), failed })
