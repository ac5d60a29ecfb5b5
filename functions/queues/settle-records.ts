/** Records of a queue settled one by one: a bad one is reported for another try and never sinks its neighbours. */
import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { ComeAgainError } from '#app/sending/come-again.ts'

export interface RecordFailure {
  readonly messageId: string
  readonly error: unknown
  /** `failed` is counted and rings; `comes-again` is a record whose time has not come. */
  readonly kind: 'failed' | 'comes-again'
}

/** The handler answers Lambda "all is well" with a list of ids, so that Lambda counts no error: this is where failures are heard of. */
export type RecordFailed = (failure: RecordFailure) => void

export async function settleRecords(
  event: SQSEvent,
  { act, failed }: { act: (record: SQSRecord) => Promise<void>; failed: RecordFailed },
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchItemFailure[] = []
  for (const record of event.Records) {
    try {
      await act(record)
    } catch (error) {
      failed({ messageId: record.messageId, error, kind: error instanceof ComeAgainError ? 'comes-again' : 'failed' })
      batchItemFailures.push({ itemIdentifier: record.messageId })
    }
  }
  return { batchItemFailures }
}
