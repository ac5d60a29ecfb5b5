/** Takes the provider's events from their queue: accepted, delivered, bounced, complained. Events of mail that is not ours are ignored. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { forgetErased } from '#app/sending/forget-erased.ts'
import { type DeliveryReport, type RecordDeliveryPorts, recordDelivery } from '#app/sending/record-delivery.ts'
import { deliveryReportOf } from '#functions/queues/ses-event.ts'
import { type RecordFailed, settleRecords } from '#functions/queues/settle-records.ts'

/** Events are noted in any order, and other runs note events of the same touch. Lambda is paid for waiting: one after the other, a hundred reads. */
const AT_ONCE = 8

export const recordDeliveryHandler =
  ({ ports, failed }: { ports: RecordDeliveryPorts; failed: RecordFailed }) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const heardOf: DeliveryReport[] = []
    const settled = await settleRecords(event, {
      act: async ({ body }) => {
        const report = deliveryReportOf(JSON.parse(body))
        if (!report) return
        heardOf.push(report)
        await recordDelivery(ports, report)
      },
      failed,
      atOnce: AT_ONCE,
    })
    await forgetErased(ports, heardOf)
    return settled
  }
