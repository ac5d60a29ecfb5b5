/**
 * One mail, tried a few times within one run: too fast or a passing trouble waits for the next place, the person being claimed all the while.
 * What stops the sender is not tried again, but for credentials, which may have been renewed between two calls, and only once.
 */
import { type Mail, type Mailer, type MailResult, type Pace, SenderFaultError, type Stopped } from '#app/ports/sending.ts'

const TRIES = 4

export async function sendPatiently(
  { mailer, pace }: { readonly mailer: Mailer; readonly pace: Pace },
  mail: Mail,
): Promise<MailResult> {
  for (let attempt = 1; ; attempt++) {
    const result = await mailer.send(mail)
    const tooFast = 'busy' in result && result.busy === 'throttled'
    // Whoever comes next must hear of it, also when this mail has no try left.
    if (tooFast) pace.throttled()
    const mayTryAgain =
      tooFast ||
      ('busy' in result && result.busy === 'transient') ||
      ('stopped' in result && result.stopped === 'credentials' && attempt === 1)
    if (!mayTryAgain || attempt === TRIES) return result
    try {
      await pace.take()
    } catch {
      // Without a place nobody sends; that the provider did not take the mail is still sure.
      return result
    }
  }
}

/** Waits for a place; answers what keeps everybody from one, where that is the sender's own fault. */
export async function takePlace(pace: Pace): Promise<Stopped | undefined> {
  try {
    await pace.take()
    return undefined
  } catch (error) {
    if (error instanceof SenderFaultError) return { stopped: error.fault, detail: error.message }
    throw error
  }
}
