/**
 * The operator decides to send a mail again, because the first one's outcome is unknown or it failed. The order of the steps matters after a crash:
 * no customer is lost, and none gets a mail without the logged decision. Until the row says `deferred` no sender looks at the customer; from then on
 * the hourly planner finds them. The same order again continues where it broke off.
 */
import { DECISION_TRIES, type Found, findRecipient, type Refusal, type Word, withOutcome } from '#app/claims/decided-outcome.ts'
import { giveClaimBack } from '#app/claims/give-claim-back.ts'
import type { Events } from '#app/events.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { BatchAlarms } from '#app/ports/orders.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { Written } from '#app/ports/written.ts'
import { affordable, costOf, emptyBudget, periodKey, resendKey, reserve } from '#core/budget/reserve.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { tooLong } from '#core/campaign/staff-text.ts'
import type { Decision } from '#core/planning/decision.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { touchCost } from '#core/planning/touch-cost.ts'
import { DAY_MS, epochMsOf, type Instant, instantOf, later, MINUTE_MS, plusMs } from '#core/time/instant.ts'

export interface ResendPorts {
  readonly occurrences: OccurrenceStore
  readonly campaigns: CampaignStore
  readonly touches: TouchStore
  readonly ledgers: LedgerStore
  readonly budgets: BudgetStore
  readonly alarms: BatchAlarms
  readonly companyRules: CompanyRules
  readonly events: Events
}

/** When the row is due. A customer outside their hours then waits for the next ones. */
export type Resent = { readonly resent: Instant }

export async function resend(ports: ResendPorts, word: Word): Promise<Resent | Refusal> {
  const { occurrences, campaigns, touches, events } = ports
  const { occurrenceId, customerId, at } = word
  const unfit = tooLong(word)
  if (unfit) return unfit
  const decision: Decision = { ...word, decision: 'resend' }
  for (let attempt = 0; attempt < DECISION_TRIES; attempt++) {
    const found = await findRecipient(occurrences, word)
    if ('refused' in found) return found
    const { occurrence, batch, recipient } = found
    const { outcome } = recipient
    // Decided before, and the alarm may be missing.
    if (outcome.state === 'deferred' && outcome.because === 'resend')
      return wake(ports, { ...batch, dueAt: later(batch.dueAt, nextMinute(at)) })
    if (outcome.state !== 'unknown' && outcome.state !== 'failed') return { refused: 'not-unknown', state: outcome.state }
    if (batch.state === 'sending') return { refused: 'being-sent' }
    const state = await campaigns.state(occurrence.campaignId)
    if (state !== 'active') return { refused: 'campaign-not-active', state }

    if ((await keepOpen(occurrences, { occurrence, at })) === 'lost') continue
    if (outcome.state === 'failed' && !(await reserveOneMore(ports, found))) return { refused: 'budget-exhausted' }
    const [touch] = await touches.getMany([{ customerId, occurrenceId }])
    if (touch?.result === 'sent') return { refused: 'provider-took-it', at: touch.at }
    await occurrences.decide(decision)
    // An old failure must not be read as the new mail's.
    if (touch) await touches.removeFailed({ customerId, occurrenceId })
    // The claim of the mail that the decision is about, never a claim that a sender has made since.
    const madeUntil = outcome.state === 'unknown' ? outcome.since : outcome.at
    await giveClaimBack(ports.ledgers, { customerId, occurrenceId, madeUntil })

    const waiting = withOutcome(batch, customerId, { state: 'deferred', until: at, because: 'resend' })
    const next: Batch = { ...waiting, state: 'planned', dueAt: nextMinute(at) }
    if ((await occurrences.putBatch(next)) === 'lost') continue
    events.outcomeDecided({ occurrenceId, customerId, decision: decision.decision })
    return wake(ports, next)
  }
  return { refused: 'contended' }
}

/** Schedules are exact to the minute. */
const nextMinute = (at: Instant) => instantOf(Math.ceil((epochMsOf(at) + 1) / MINUTE_MS) * MINUTE_MS)

async function wake({ alarms }: ResendPorts, { occurrenceId, batchId, dueAt }: Batch): Promise<Resent> {
  await alarms.set({ occurrenceId, batchId, dueAt })
  return { resent: dueAt }
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

/** A failed touch cost nothing, and the next one costs. Its own key is released with the others when the occurrence closes. */
async function reserveOneMore(
  { budgets, campaigns, companyRules }: ResendPorts,
  { occurrence, batch, recipient }: Found,
): Promise<boolean> {
  const campaign = (await campaigns.version(occurrence.campaignId, batch.campaignVersion))?.definition
  if (!campaign?.budget) return true
  const period = periodKey(campaign.budget.period, occurrence.date)
  const limit = { amount: campaign.budget.amount, currency: campaign.budget.currency }
  const cost = touchCost({ campaign, companyRules: companyRules, date: occurrence.date })
  const key = resendKey({ occurrenceId: occurrence.occurrenceId, customerId: recipient.customerId })
  for (;;) {
    const stored = await budgets.get(campaign.id, period)
    const budget = { ...(stored ?? emptyBudget({ campaignId: campaign.id, period, limit })), limit }
    if (budget.reserved[key] !== undefined) return true
    if (affordable({ budget, key, cost, wanted: 1 }) < 1) return false
    const next = { ...reserve({ budget, key, amount: costOf(cost, 1) }), version: stored ? stored.version + 1 : 0 }
    if ((await budgets.put(next)) === 'written') return true
  }
}
