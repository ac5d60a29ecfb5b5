/**
 * Puts messages into queues in the order in which they are given, those that come at the same time in one call: a schedule, or a mail's event, hands
 * over one message, and a moved clock makes many of them due at one instant.
 */
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'

/** Resolves when the queue has the message; one that the queue refuses keeps no other from it. */
export type MessageSender = (queueUrl: string, body: string) => Promise<void>

interface Waiting {
  readonly body: string
  readonly taken: () => void
  readonly refused: (error: unknown) => void
}

const MESSAGES_PER_CALL = 10
/** SQS takes 1 MiB a call. */
const BYTES_PER_CALL = 1_000_000

export function messageSender(sqs: Pick<SQSClient, 'send'>): MessageSender {
  const queues = new Map<string, Waiting[]>()

  async function sendAll(queueUrl: string, waiting: Waiting[]): Promise<void> {
    // First lets all who have something at this moment bring it.
    await Promise.resolve()
    while (waiting.length > 0) await sendSome(sqs, queueUrl, waiting.splice(0, callOf(waiting)))
    queues.delete(queueUrl)
  }

  return (queueUrl, body) =>
    new Promise((taken, refused) => {
      const one = { body, taken, refused }
      const waiting = queues.get(queueUrl)
      if (waiting) return void waiting.push(one)
      const first = [one]
      queues.set(queueUrl, first)
      void sendAll(queueUrl, first)
    })
}

/** How many of the first messages go into one call. */
function callOf(waiting: readonly Waiting[]): number {
  let bytes = 0
  const tooMany = waiting.findIndex(({ body }, at) => {
    bytes += Buffer.byteLength(body)
    return at === MESSAGES_PER_CALL || (at > 0 && bytes > BYTES_PER_CALL)
  })
  return tooMany === -1 ? waiting.length : tooMany
}

async function sendSome(sqs: Pick<SQSClient, 'send'>, queueUrl: string, messages: readonly Waiting[]): Promise<void> {
  const Entries = messages.map(({ body }, at) => ({ Id: String(at), MessageBody: body }))
  try {
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }))
    const failures = new Map(
      Failed.map(({ Id, Code, Message = '' }) => [Id, new Error(`the queue took no message: ${Code} ${Message}`)]),
    )
    for (const [at, { taken, refused }] of messages.entries()) {
      const failure = failures.get(String(at))
      if (failure) refused(failure)
      else taken()
    }
  } catch (error) {
    for (const { refused } of messages) refused(error)
  }
}
