/**
 * The queue of what customers send without a page: stops that the API put there, and notifications of their mails. One-click stops are handled first:
 * a mail that runs out of time or memory ends the function. A stop that has not taken effect by then is hidden for minutes while mails go out.
 */
import type { SQSRecord } from 'aws-lambda'
import type { QueueHandler, TimeLeft } from '#functions/queues/by-kind.ts'
import { isPostedStop } from '#functions/queues/posted-stop.ts'

/** Time kept for the answer at the end of a run: without it the queue does not learn what was done. */
const ANSWER_MS = 2_000

export const hearCustomersHandler =
  ({ mail, stop }: Readonly<Record<'mail' | 'stop', QueueHandler>>): QueueHandler =>
  async ({ Records }, context) => {
    const isStop = ({ body }: SQSRecord) => isPostedStop(body)
    const { batchItemFailures } = await stop({ Records: Records.filter(isStop) }, context)
    const mails = Records.filter((record) => !isStop(record))
    for (const [at, record] of mails.entries()) {
      const settled = await mail({ Records: [record] }, context && shareOf(context, mails.length - at))
      batchItemFailures.push(...settled.batchItemFailures)
    }
    return { batchItemFailures }
  }

/** An equal part of the time that is left, so that one large mail does not use up the time of the mails after it. */
function shareOf(context: TimeLeft, mails: number): TimeLeft {
  const others = (context.getRemainingTimeInMillis() - ANSWER_MS) * (1 - 1 / mails)
  return { getRemainingTimeInMillis: () => context.getRemainingTimeInMillis() - ANSWER_MS - others }
}
