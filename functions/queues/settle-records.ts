/** Settles the records of a queue: a bad record is reported for another try and does not affect the others. */
import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { eachBounded } from '#app/each-bounded.ts'
import { ComeAgainError } from '#app/sending/come-again.ts'

export interface RecordFailure {
  readonly messageId: string
  readonly error: unknown
  /** `failed` is counted and raises the alarm; `comes-again` is a record that cannot finish yet. */
  readonly kind: 'failed' | 'comes-again'
}

/** The handler answers Lambda successfully, with a list of failed ids, so Lambda counts no error: failures are counted here. */
export type RecordFailed = (failure: RecordFailure) => void

/** The record was not begun, because the run had no time left for it. */
export class NoTimeLeftError extends ComeAgainError {
  override name = 'NoTimeLeftError'
}

/** The record was still in work when its time was over. What it still does is harmless when it is repeated. */
export class TooLongError extends Error {
  override name = 'TooLongError'
}

export interface Settling {
  readonly act: (record: SQSRecord) => Promise<void>
  readonly failed: RecordFailed
  /** How long the next record may take; no limit when left out. */
  readonly msLeft?: (() => number) | undefined
  /** Records under way at once; one after the other when left out. */
  readonly atOnce?: number
}

export async function settleRecords(event: SQSEvent, { act, failed, msLeft, atOnce = 1 }: Settling): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchItemFailure[] = []
  const settle = async (record: SQSRecord) => {
    try {
      await (msLeft ? inTime(() => act(record), msLeft()) : act(record))
    } catch (error) {
      failed({ messageId: record.messageId, error, kind: error instanceof ComeAgainError ? 'comes-again' : 'failed' })
      batchItemFailures.push({ itemIdentifier: record.messageId })
    }
  }
  await eachBounded(event.Records, { limit: atOnce, act: settle })
  return { batchItemFailures }
}

async function inTime(act: () => Promise<void>, ms: number): Promise<void> {
  if (ms <= 0) throw new NoTimeLeftError('no time was left to begin')
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLongError(`still at work after ${Math.round(ms)} ms`)), ms)
  })
  await Promise.race([act(), over]).finally(() => clearTimeout(timer))
}
