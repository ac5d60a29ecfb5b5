/** One mail, tried a few times within one run: too fast or a passing trouble waits for the next place, the person being claimed all the while. */
import type { Mail, Mailer, MailResult, Pace } from '#app/ports.ts'

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
    const mayTryAgain = tooFast || ('busy' in result && result.busy === 'transient')
    if (!mayTryAgain || attempt === TRIES) return result
    try {
      await pace.take()
    } catch {
      // Without a place nobody sends; that the provider did not take the mail is still sure.
      return result
    }
  }
}
