/** The account's sending rate as SES tells it, read again every few minutes: AWS raises it as an account earns trust. */
import { GetAccountCommand, type SESv2Client } from '@aws-sdk/client-sesv2'

const KNOWN_FOR_MS = 5 * 60_000
/** What a sandbox account has; never less, or nothing would ever be sent. */
const LEAST_PER_SECOND = 1

export function accountRate({
  client,
  epochMs,
}: {
  readonly client: SESv2Client
  readonly epochMs: () => number
}): () => Promise<number> {
  let known: { readonly perSecond: Promise<number>; readonly at: number } | undefined
  return async () => {
    if (!known || epochMs() - known.at > KNOWN_FOR_MS) known = { perSecond: read(client), at: epochMs() }
    try {
      return await known.perSecond
    } catch (error) {
      known = undefined
      throw error
    }
  }
}

async function read(client: SESv2Client): Promise<number> {
  const { SendQuota } = await client.send(new GetAccountCommand())
  // -1 means that there is no limit.
  const rate = SendQuota?.MaxSendRate ?? LEAST_PER_SECOND
  return rate < 0 ? Number.MAX_SAFE_INTEGER / 1000 : Math.max(LEAST_PER_SECOND, rate)
}
