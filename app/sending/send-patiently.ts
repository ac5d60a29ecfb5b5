/**
 * One touch, tried a few times within one run. A throttled or temporarily failed one waits for the next place, and the customer stays claimed all the
 * while. A fault of the sender is not tried again. The exception is credentials, which may have been renewed between two calls: they are tried once
 * more.
 */
import { type DispatchResult, type NoPlace, type Pace, SenderFaultError, type Stopped } from '#app/ports/sending.ts'

const TRIES = 4

export async function sendPatiently(pace: Pace, send: () => Promise<DispatchResult>): Promise<DispatchResult> {
  for (let attempt = 1; ; attempt++) {
    const result = await send()
    const tooFast = 'busy' in result && result.busy === 'throttled'
    // The mails after this one must slow down too, also when this mail has no try left.
    if (tooFast) pace.throttled()
    const mayTryAgain =
      tooFast ||
      ('busy' in result && result.busy === 'transient') ||
      ('stopped' in result && result.stopped === 'credentials' && attempt === 1)
    if (!mayTryAgain || attempt === TRIES) return result
    try {
      await pace.take()
    } catch {
      // Without a place no mail leaves; it is still sure that the provider did not take this one.
      return result
    }
  }
}

/** Waits for a place; answers the fault that keeps all mails from one. In either case nothing has left. */
export async function takePlace(pace: Pace): Promise<Stopped | NoPlace | undefined> {
  try {
    await pace.take()
    return undefined
  } catch (error) {
    if (error instanceof SenderFaultError) return { stopped: error.fault, detail: error.message }
    return { noPlace: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error', cause: error }
  }
}
