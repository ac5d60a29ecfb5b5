/**
 * The operator states the outcome of a mail that was unknown. The decision is logged first, then the row gets its final outcome, then a closed
 * occurrence its balance and budget. If this breaks off, the same statement again finishes it.
 */

import { DECISION_TRIES, type Found, findRecipient, type Refusal, type Word, withOutcome } from '#app/claims/decided-outcome.ts'
import type { Events } from '#app/events.ts'
import { drawBalance } from '#app/operating/close-occurrence.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { tooLong } from '#core/campaign/staff-text.ts'
import type { Decision } from '#core/planning/decision.ts'
import { outcomeOfTouch, singleLeg, type Touch } from '#core/planning/touch.ts'
import { perThousandOn } from '#core/planning/touch-cost.ts'

export interface SettlePorts {
  readonly occurrences: OccurrenceStore
  readonly campaigns: CampaignStore
  readonly touches: TouchStore
  readonly budgets: BudgetStore
  readonly companyRules: CompanyRules
  readonly events: Events
}

/** `again`: it was settled the same way before; this run did only the missing steps. */
export type Settled = { readonly settled: Outcome; readonly again: boolean }

export async function settleUnknown(
  ports: SettlePorts,
  { as, ...word }: Word & { as: 'sent' | 'not-sent' },
): Promise<Settled | Refusal> {
  const { occurrences, touches, events } = ports
  const { occurrenceId, customerId } = word
  const unfit = tooLong(word)
  if (unfit) return unfit
  const decision: Decision = { ...word, decision: as === 'sent' ? 'settled-sent' : 'settled-not-sent' }
  for (let attempt = 0; attempt < DECISION_TRIES; attempt++) {
    const found = await findRecipient(occurrences, word)
    if ('refused' in found) return found
    const { batch, recipient } = found
    const { outcome } = recipient
    if (outcome.state !== 'unknown') {
      if (!(await saidBefore(occurrences, { decision, outcome }))) return { refused: 'not-unknown', state: outcome.state }
      await redraw(ports, occurrenceId)
      return { settled: outcome, again: true }
    }
    if (batch.state === 'sending') return { refused: 'being-sent' }
    const [touch] = await touches.getMany([{ customerId, occurrenceId }])
    if (touch?.result === 'sent' && as === 'not-sent') return { refused: 'provider-took-it', at: touch.at }
    if (touch?.result === 'failed' && as === 'sent') return { refused: 'recorded-as-failed', reason: touch.reason ?? '' }

    await occurrences.decide(decision)
    const final = await finalOutcome(ports, { found, touch, decision })
    if ((await occurrences.putBatch(withOutcome(batch, customerId, final))) === 'lost') continue
    events.outcomeDecided({ occurrenceId, customerId, decision: decision.decision })
    await redraw(ports, occurrenceId)
    return { settled: final, again: false }
  }
  return { refused: 'contended' }
}

/** Whether the same decision was made before and the row shows it. */
async function saidBefore(
  occurrences: OccurrenceStore,
  { decision: { occurrenceId, customerId, decision }, outcome }: { decision: Decision; outcome: Outcome },
): Promise<boolean> {
  if (outcome.state !== (decision === 'settled-sent' ? 'sent' : 'failed')) return false
  const said = (await occurrences.decisions(occurrenceId)).filter((each) => each.customerId === customerId)
  return said.at(-1)?.decision === decision
}

async function finalOutcome(
  { campaigns, touches, companyRules }: SettlePorts,
  { found, touch, decision }: { found: Found; touch: Touch | undefined; decision: Decision },
): Promise<Outcome> {
  const { by, because, at } = decision
  if (touch) return outcomeOfTouch(touch)
  if (decision.decision === 'settled-not-sent') return { state: 'failed', at, reason: `settled as not sent by ${by}: ${because}` }
  const { occurrence, batch, recipient } = found
  const campaign = (await campaigns.version(occurrence.campaignId, batch.campaignVersion))?.definition
  if (!campaign) throw new Error(`batch ${batch.occurrenceId} ${batch.batchId} has no campaign`)
  const claimedAt = recipient.outcome.state === 'unknown' ? recipient.outcome.since : at
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
    reason: `settled as sent by ${by}: ${because}`,
    voucherCode: null,
    delivery: null,
  })
  // Lost to the provider's event, which came this moment and gives the exact time.
  if ((await touches.add(settled)) === 'written') return outcomeOfTouch(settled)
  const [word] = await touches.getMany([{ customerId: recipient.customerId, occurrenceId: occurrence.occurrenceId }])
  return outcomeOfTouch(word ?? settled)
}

/**
 * A closed occurrence keeps the balance of its closing: it is counted again. If the occurrence is being closed at this moment, closing starts over.
 */
async function redraw(ports: SettlePorts, occurrenceId: string): Promise<void> {
  const { occurrences } = ports
  for (;;) {
    const occurrence = await occurrences.get(occurrenceId)
    if (!occurrence) return
    if (occurrence.state === 'open') {
      if ((await occurrences.update({ ...occurrence, version: occurrence.version + 1 })) === 'written') return
    } else if ((await drawBalance(ports, { occurrence, batches: await occurrences.batches(occurrenceId) })) !== 'lost') return
  }
}
