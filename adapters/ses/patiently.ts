/** Questions about the account: SES answers each kind once a second for the whole account, and several senders may ask at once. */
import { backOff } from '#adapters/back-off.ts'
import { mailResultOf } from '#adapters/ses/send-failure.ts'

/** Some 3 s of tries: the senders of a wave start together. */
const TRIES = 8

/** Asks again while the answer is "too fast"; throws every other failure, and the last one. */
export async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask()
    } catch (error) {
      const failure = mailResultOf(error)
      if (attempt === TRIES || !('busy' in failure && failure.busy === 'throttled')) throw error
      await backOff(attempt)
    }
  }
}
