/**
 * A date has passed in every zone: what is still open gets its final word, unknowns are settled where the provider has spoken since, and
 * the balance is drawn from the rows. When it does not add up to the person, an alarm says so. Money not used goes back.
 */
import type { Events } from '#app/events.ts'
import type { BudgetStore, OccurrenceStore, TouchStore } from '#app/ports.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { costOf, periodKey, settle } from '#core/budget/reserve.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import { addsUp, balanceOf } from '#core/planning/balance.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { touchCost } from '#core/planning/touch-cost.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

interface ClosePorts {
  readonly occurrences: OccurrenceStore
  readonly touches: TouchStore
  readonly budgets: BudgetStore
  readonly house: HouseRules
  readonly events: Events
}

/** A batch taken this recently may still be at work: the next hour closes the occurrence. */
const AT_WORK_MS = 20 * MINUTE_MS

interface Closing {
  readonly occurrence: Occurrence
  /** Undefined when the campaign is no longer known. */
  readonly campaign: CampaignDefinition | undefined
  readonly now: Instant
}

export async function closeOccurrence(ports: ClosePorts, { occurrence, campaign, now }: Closing): Promise<'closed' | 'at-work'> {
  const { occurrenceId } = occurrence
  const batches = await ports.occurrences.batches(occurrenceId)
  if (batches.some(({ state, takenAt }) => state === 'sending' && (takenAt ?? '') > plusMs(now, -AT_WORK_MS))) return 'at-work'

  const final: Batch[] = []
  for (const batch of batches) {
    const settled = await settleBatch(ports, batch, now)
    if (settled === 'lost') return 'at-work'
    final.push(settled)
  }
  const balance = balanceOf(final.flatMap(({ recipients }) => recipients.map(({ outcome }) => outcome)))
  const slices = await ports.occurrences.slices(occurrenceId)
  const audience = slices.reduce((sum, slice) => sum + slice.audience, 0)
  // A slice that was never planned hides people whom no row could show.
  const mismatch = slices.length < occurrence.slices || !addsUp({ balance, audience })
  if (mismatch) ports.events.balanceMismatch({ occurrenceId, audience, counted: balance.audience })

  if (campaign?.budget)
    await settleBudget(ports, { occurrence, campaign, budget: campaign.budget, touches: balance.sent + balance.unknown })
  const closed: Occurrence = { ...occurrence, state: 'closed', balance, mismatch, version: occurrence.version + 1 }
  if ((await ports.occurrences.update(closed)) === 'lost') return 'at-work'
  ports.events.occurrenceClosed(occurrenceId, balance)
  return 'closed'
}

/** The row with a final outcome for everyone; written only where something changed. */
async function settleBatch({ occurrences, touches }: ClosePorts, batch: Batch, now: Instant): Promise<Batch | 'lost'> {
  const { occurrenceId } = batch
  const doubtful = batch.recipients.filter(
    ({ outcome }) => outcome.state === 'unknown' || (batch.state === 'sending' && isOpen(outcome)),
  )
  const made = new Map(
    (await touches.getMany(doubtful.map(({ customerId }) => ({ customerId, occurrenceId })))).map((touch) => [
      touch.customerId,
      touch,
    ]),
  )
  const recipients = batch.recipients.map((recipient) => {
    const touch = made.get(recipient.customerId)
    const outcome: Outcome = touch
      ? touch.result === 'sent'
        ? { state: 'sent', at: touch.at, providerId: touch.providerId ?? '' }
        : { state: 'failed', at: touch.at, reason: touch.reason ?? '' }
      : finalOutcome(recipient.outcome, batch, now)
    return outcome === recipient.outcome ? recipient : { ...recipient, outcome }
  })
  const changed = recipients.some((recipient, index) => recipient !== batch.recipients[index])
  if (!changed && batch.state === 'done') return batch
  const settled: Batch = { ...batch, recipients, state: 'done', version: batch.version + 1 }
  return (await occurrences.putBatch(settled)) === 'written' ? settled : 'lost'
}

/** Whoever waited to the end of the last day was never contacted: the time has passed. Whoever a dead sender left may have been. */
function finalOutcome(outcome: Outcome, { state, takenAt }: Batch, now: Instant): Outcome {
  if (isOpen(outcome) && state === 'sending') {
    return { state: 'unknown', since: takenAt ?? now, evidence: `its batch was taken at ${takenAt} and never given back` }
  }
  return isOpen(outcome) ? { state: 'skipped', reason: 'window-passed' } : outcome
}

const isOpen = ({ state }: Outcome) => state === 'planned' || state === 'deferred'

async function settleBudget(
  { budgets, house }: ClosePorts,
  {
    occurrence,
    campaign,
    budget,
    touches,
  }: { occurrence: Occurrence; campaign: CampaignDefinition; budget: NonNullable<CampaignDefinition['budget']>; touches: number },
): Promise<void> {
  const amount = costOf(touchCost({ campaign, prices: house.prices, date: occurrence.date }), touches)
  for (;;) {
    const stored = await budgets.get(campaign.id, periodKey(budget.period, occurrence.date))
    if (!stored) return
    if ((await budgets.put(settle({ budget: stored, occurrenceId: occurrence.occurrenceId, amount }))) === 'written') return
  }
}
