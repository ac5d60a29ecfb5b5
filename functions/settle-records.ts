/** Records of a queue settled one by one: a bad one is reported for another try and never sinks its neighbours. */
import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'

export type RecordFailed = (failure: { readonly messageId: string; readonly error: unknown }) => void

export async function settleRecords(
  event: SQSEvent,
  { act, failed }: { act: (record: SQSRecord) => Promise<void>; failed: RecordFailed },
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchItemFailure[] = []
  for (const record of event.Records) {
    try {
      await act(record)
    } catch (error) {
      failed({ messageId: record.messageId, error })
      batchItemFailures.push({ itemIdentifier: record.messageId })
    }
  }
  return { batchItemFailures }
}
