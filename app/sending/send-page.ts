/** A page of recipients: their facts are read together, each is decided, claimed and sent alone, and their touches are written together. */
import { eachBounded } from '#app/each-bounded.ts'
import { forgetErased } from '#app/sending/forget-erased.ts'
import { readFacts } from '#app/sending/page-facts.ts'
import { stillPutOff } from '#app/sending/put-off.ts'
import { type One, type Quota, type Sending, type SendOnePorts, sendOne } from '#app/sending/send-one.ts'
import type { SenderGate } from '#app/sending/sender-gate.ts'
import { touchBuffer } from '#app/sending/touch-buffer.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { Recipient } from '#core/planning/occurrence.ts'

export type SendPagePorts = SendOnePorts

/** Mails under way at once: SES answers in about 170 ms, so 64 make some 370 a second, above any quota a new account has; the pace holds them to theirs. */
const CONCURRENCY = 64

/** When it answers, the touch of every customer who was sent to is written or told as broken: only then may a row say `sent`. */
export async function sendPage(
  ports: SendPagePorts,
  { sending, page, gate }: { readonly sending: Sending; readonly page: readonly Recipient[]; readonly gate: SenderGate },
): Promise<ReadonlyMap<string, Outcome>> {
  const { campaign, words, occurrence } = sending
  const asked = { campaign, words, date: occurrence.date, page }
  const [facts, standing] = await Promise.all([readFacts(ports, asked), gate.look()])
  const outcomes = new Map<string, Outcome>()
  const quota: Quota = { isGone: false }
  const accepted = touchBuffer(ports)
  const act = async (recipient: Recipient) => {
    const outcome = await sendOneSafely(ports, { sending, recipient, facts, quota, gate, accepted })
    if (outcome) outcomes.set(recipient.customerId, outcome)
    return outcome
  }
  try {
    const rest = standing === 'probe' ? await probeFirst({ page, gate, act }) : page
    await eachBounded(rest, { limit: CONCURRENCY, act })
  } finally {
    await accepted.flush()
  }
  await leaveNoTrace(ports, { sending, page })
  return outcomes
}

/** A probe mail tells nothing about the sender when the provider refused the customer or was busy. Then another follows, up to this many. */
const PROBES_AT_MOST = 3

/**
 * One mail after the other, until one was taken or the gate is shut; answers the remaining recipients. Each probe begins with another customer than
 * the one before: if the provider refuses one customer alone, the others do not wait for them.
 */
async function probeFirst({
  page,
  gate,
  act,
}: {
  readonly page: readonly Recipient[]
  readonly gate: SenderGate
  readonly act: (recipient: Recipient) => Promise<Outcome | undefined>
}): Promise<readonly Recipient[]> {
  const first = (gate.probes() - 1) % page.length
  const turned = [...page.slice(first), ...page.slice(0, first)]
  let tried = 0
  for (const [index, recipient] of turned.entries()) {
    const outcome = await act(recipient)
    if (outcome === undefined || tellsNothing(outcome)) tried++
    if (tried === PROBES_AT_MOST) gate.shut()
    if (gate.probes() === 0) return turned.slice(index + 1)
  }
  return []
}

/** A mail with an unknown outcome is not among these: it shuts the gate, and the next probe tries another customer. */
const tellsNothing = (outcome: Outcome): boolean =>
  outcome.state === 'failed' ||
  (outcome.state === 'deferred' && (outcome.because === 'provider-busy' || outcome.because === 'daily-quota'))

/** A customer who was claimed a moment before their erasure got the mail: removes the touch, and the name on the voucher. */
async function leaveNoTrace(
  ports: SendPagePorts,
  { sending: { campaign, occurrence }, page }: { readonly sending: Sending; readonly page: readonly Recipient[] },
): Promise<void> {
  const { occurrenceId } = occurrence
  const keys = page.map(({ customerId, occasionKey }) => ({ customerId, occurrenceId, occasionKey }))
  for (const { customerId, occasionKey } of await forgetErased(ports, keys)) {
    const code = ports.seals.voucherCode({ campaignId: campaign.id, occasionKey, customerId })
    if (campaign.gift) await ports.vouchers.rename({ code, as: 'erased' })
  }
}

/** One customer's failure is theirs alone: they stay planned and are tried again, and the other customers are written to. */
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
