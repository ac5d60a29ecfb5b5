/** A page of recipients: their facts are read together, each is decided, claimed and sent on their own, and their touches are written together. */
import { eachBounded } from '#app/each-bounded.ts'
import { type PageFactsPorts, readFacts } from '#app/page-facts.ts'
import { stillPutOff } from '#app/put-off.ts'
import { type One, type Quota, type Sending, type SendOnePorts, sendOne } from '#app/send-one.ts'
import { touchBuffer } from '#app/touch-buffer.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { Recipient } from '#core/planning/occurrence.ts'

export interface SendPagePorts extends SendOnePorts, Omit<PageFactsPorts, 'seals'> {}

/** Mails under way at once: SES answers in about 170 ms, so 64 make some 370 a second, above any quota a new account has; the pace holds them to theirs. */
const CONCURRENCY = 64

/** When it answers, the touch of everyone who was sent to is written or told as broken: only then may a row say so. */
export async function sendPage(
  ports: SendPagePorts,
  { sending, page }: { readonly sending: Sending; readonly page: readonly Recipient[] },
): Promise<ReadonlyMap<string, Outcome>> {
  const { campaign, words } = sending
  const facts = await readFacts(ports, { campaign, words, page })
  const outcomes = new Map<string, Outcome>()
  const quota: Quota = { isGone: false }
  const accepted = touchBuffer(ports)
  try {
    await eachBounded(page, {
      limit: CONCURRENCY,
      act: async (recipient) => {
        const outcome = await sendOneSafely(ports, { sending, recipient, facts, quota, accepted })
        if (outcome) outcomes.set(recipient.customerId, outcome)
      },
    })
  } finally {
    await accepted.flush()
  }
  return outcomes
}

/** One person's trouble is theirs alone: they stay as planned, to be looked at again, and their neighbours are written to. */
async function sendOneSafely(ports: SendOnePorts, one: One): Promise<Outcome | undefined> {
  const { customerId } = one.recipient
  try {
    return stillPutOff(one.recipient, await sendOne(ports, one))
  } catch (error) {
    const { occurrenceId } = one.sending.occurrence
    const name = error instanceof Error ? error.name : 'unknown error'
    ports.events.touchBroken({ occurrenceId, customerId, error: name })
    return undefined
  }
}
