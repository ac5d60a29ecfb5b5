/**
 * The queue of what customers say without a page: stops that the API laid there, and news of their mails. Stops of a hand go first: a mail
 * that runs out of time or memory ends the function, and a stop that has not taken effect by then is hidden for minutes while mails go out.
 */
import type { SQSRecord } from 'aws-lambda'
import type { QueueHandler, TimeLeft } from '#functions/queues/by-kind.ts'
import { isPostedStop } from '#functions/queues/posted-stop.ts'

/** Left at the end of a run for its answer: without it the queue hears nothing of what was done. */
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

/** An equal part of the time that is left, so that one heavy mail does not use up that of the mails behind it. */
function shareOf(context: TimeLeft, mails: number): TimeLeft {
  const others = (context.getRemainingTimeInMillis() - ANSWER_MS) * (1 - 1 / mails)
  return { getRemainingTimeInMillis: () => context.getRemainingTimeInMillis() - ANSWER_MS - others }
}
