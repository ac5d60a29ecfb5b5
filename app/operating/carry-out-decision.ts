/**
 * Carries out the decision that won a row. Each step may be repeated, also by another who finds the decision in the row. The decision is logged before
 * the row changes: nothing is settled and nobody is written to without it.
 */
import { type Found, type Undecided, withOutcome } from '#app/claims/decided-outcome.ts'
import { giveClaimBack } from '#app/claims/give-claim-back.ts'
import type { Events } from '#app/events.ts'
import { drawBalance } from '#app/operating/close-occurrence.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { Written } from '#app/ports/written.ts'
import type { Decided, Outcome } from '#core/audience/outcome.ts'
import { campaignOfBatch } from '#core/campaign/call-touch.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Decision } from '#core/planning/decision.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { writtenReason } from '#core/planning/system-reason.ts'
import { outcomeOfTouch, singleLeg, type Touch } from '#core/planning/touch.ts'
import { perThousandOn } from '#core/planning/touch-cost.ts'
import { DAY_MS, epochMsOf, type Instant, instantOf, MINUTE_MS, plusMs } from '#core/time/instant.ts'

export interface DecidingPorts {
  readonly occurrences: OccurrenceStore
  readonly campaigns: CampaignStore
  readonly touches: TouchStore
  readonly ledgers: LedgerStore
  readonly budgets: BudgetStore
  readonly companyRules: CompanyRules
  readonly events: Events
}

interface Standing {
  readonly found: Found
  readonly outcome: Undecided
  readonly decided: Decided
}

/** The row gets its final outcome, then a closed occurrence its balance and budget. */
export async function settle(ports: DecidingPorts, standing: Standing): Promise<Outcome | 'lost'> {
  const { occurrences, touches, events } = ports
  const { batch, recipient } = standing.found
  const { occurrenceId } = batch
  const { customerId } = recipient
  const decision = decisionOf(standing)
  await occurrences.decide(decision)
  const [touch] = await touches.getMany([{ customerId, occurrenceId }])
  const final = await finalOutcome(ports, { ...standing, touch })
  if ((await occurrences.putBatch(withOutcome(batch, customerId, final))) === 'lost') return 'lost'
  events.outcomeDecided({ occurrenceId, customerId, decision: decision.decision })
  await redraw(ports, occurrenceId)
  return final
}

/** The row waits to be sent, from the next minute after `at`: the moment of carrying it out, which may be long after the decision. */
export async function repeatResend(
  ports: DecidingPorts,
  { at, ...standing }: Standing & { readonly at: Instant },
): Promise<Batch | 'lost'> {
  const { occurrences, touches, ledgers, events } = ports
  const { found, outcome } = standing
  const { occurrence, batch, recipient } = found
  const { occurrenceId } = batch
  const { customerId } = recipient
  if ((await keepOpen(occurrences, { occurrence, at })) === 'lost') return 'lost'
  const decision = decisionOf(standing)
  await occurrences.decide(decision)
  // An old failure must not be read as the new mail's. The one read here is old as long as the row holds the decision: only then comes a new mail.
  const [old] = await touches.getMany([{ customerId, occurrenceId }])
  if ((await occurrences.batch(occurrenceId, batch.batchId))?.version !== batch.version) return 'lost'
  if (old?.result === 'failed') await touches.removeFailed({ customerId, occurrenceId, at: old.at })
  // The claim of the mail that the decision is about, never a claim that a sender has made since.
  const madeUntil = outcome.state === 'unknown' ? outcome.since : outcome.at
  await giveClaimBack(ledgers, { customerId, occurrenceId, madeUntil })

  const waiting = withOutcome(batch, customerId, { state: 'deferred', until: at, because: 'resend' })
  const next: Batch = { ...waiting, state: 'planned', dueAt: nextMinute(at) }
  if ((await occurrences.putBatch(next)) === 'lost') return 'lost'
  events.outcomeDecided({ occurrenceId, customerId, decision: decision.decision })
  return next
}

const decisionOf = ({ found: { batch, recipient }, decided }: Standing): Decision => ({
  ...decided,
  occurrenceId: batch.occurrenceId,
  customerId: recipient.customerId,
})

/** Schedules are exact to the minute. */
export const nextMinute = (at: Instant) => instantOf(Math.ceil((epochMsOf(at) + 1) / MINUTE_MS) * MINUTE_MS)

async function finalOutcome(
  { campaigns, touches, companyRules }: DecidingPorts,
  { found, outcome, touch, decided }: Standing & { readonly touch: Touch | undefined },
): Promise<Outcome> {
  const { by, because, at } = decided
  if (touch) return outcomeOfTouch(touch)
  if (decided.decision === 'settled-not-sent')
    return { state: 'failed', at, reason: writtenReason({ is: 'settled', as: 'not-sent', by, because }) }
  const { occurrence, batch, recipient } = found
  const accepted = await campaigns.version(occurrence.campaignId, batch.campaignVersion)
  if (!accepted) throw new Error(`batch ${batch.occurrenceId} ${batch.batchId} has no campaign`)
  const campaign = campaignOfBatch(batch, accepted.definition, companyRules.channels)
  const claimedAt = outcome.state === 'unknown' ? outcome.since : at
  const settled = singleLeg({
    customerId: recipient.customerId,
    occurrenceId: occurrence.occurrenceId,
    campaignId: occurrence.campaignId,
    occasionKey: recipient.occasionKey,
    channel: campaign.touch.channel,
    contentClass: campaign.contentClass,
    result: 'sent',
    at: claimedAt,
    dispatchId: null,
    perThousand: perThousandOn(companyRules, { channel: campaign.touch.channel, date: occurrence.date }),
    reason: writtenReason({ is: 'settled', as: 'sent', by, because }),
    voucherCode: null,
    delivery: null,
  })
  // Lost to the provider's event, which came this moment and gives the exact time.
  if ((await touches.add(settled)) === 'written') return outcomeOfTouch(settled)
  const [word] = await touches.getMany([{ customerId: recipient.customerId, occurrenceId: occurrence.occurrenceId }])
  return outcomeOfTouch(word ?? settled)
}

/**
 * Keeps the occurrence open for at least one more day: long enough for the campaign's next hours. An occurrence that is being closed at this moment
 * is not kept. Marks it before any row waits again: the hourly look does not pass over a marked one.
 */
async function keepOpen(
  occurrences: OccurrenceStore,
  { occurrence, at }: { occurrence: Occurrence; at: Instant },
): Promise<Written> {
  const closesAt = plusMs(at, DAY_MS)
  const isOpenLongEnough = occurrence.state === 'open' && occurrence.closesAt >= closesAt
  if (isOpenLongEnough && occurrence.resent) return 'written'
  return occurrences.update({
    ...occurrence,
    ...(!isOpenLongEnough && { state: 'open', balance: null, mismatch: false, closesAt }),
    resent: true,
    version: occurrence.version + 1,
  })
}

/**
 * A closed occurrence keeps the balance of its closing: it is counted again. If the occurrence is being closed at this moment, closing starts over.
 */
export async function redraw(ports: DecidingPorts, occurrenceId: string): Promise<void> {
  const { occurrences } = ports
  for (;;) {
    const occurrence = await occurrences.get(occurrenceId)
    if (!occurrence) return
    if (occurrence.state === 'open') {
      if ((await occurrences.update({ ...occurrence, version: occurrence.version + 1 })) === 'written') return
    } else if ((await drawBalance(ports, { occurrence, batches: await occurrences.batches(occurrenceId) })) !== 'lost') return
  }
}
