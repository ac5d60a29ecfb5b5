/** The account's sending rate from SES, read again every few minutes: AWS raises it as the account earns trust. */
import { GetAccountCommand, type SESv2Client } from '@aws-sdk/client-sesv2'
import { patiently } from '#adapters/ses/patiently.ts'
import { mailResultOf } from '#adapters/ses/send-failure.ts'
import { SenderFaultError } from '#app/ports/sending.ts'

const KNOWN_FOR_MS = 5 * 60_000
/** The rate of a sandbox account. Never less, or no mail would be sent. */
const LEAST_PER_SECOND = 1

export function accountRate({
  client,
  epochMs,
}: {
  readonly client: SESv2Client
  readonly epochMs: () => number
}): () => Promise<number> {
  let known: { readonly perSecond: Promise<number>; readonly at: number } | undefined

  function readAgain(): Promise<number> {
    const before = known?.perSecond
    return read(client).catch((error: unknown) => {
      // The previous rate serves until SES answers again.
      if (before) return before
      known = undefined
      throw error
    })
  }

  return () => {
    if (!known || epochMs() - known.at > KNOWN_FOR_MS) known = { perSecond: readAgain(), at: epochMs() }
    return known.perSecond
  }
}

async function read(client: SESv2Client): Promise<number> {
  const { SendQuota } = await patiently(() => client.send(new GetAccountCommand())).catch((error: unknown) => {
    const failure = mailResultOf(error)
    // Without a rate no sender sends, so a fault that keeps SES from answering stops all mails.
    throw 'stopped' in failure ? new SenderFaultError(failure.stopped, failure.detail) : error
  })
  // -1 means that there is no limit.
  const rate = SendQuota?.MaxSendRate ?? LEAST_PER_SECOND
  return rate < 0 ? Number.MAX_SAFE_INTEGER / 1000 : Math.max(LEAST_PER_SECOND, rate)
}
