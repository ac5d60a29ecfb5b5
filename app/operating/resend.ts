/**
 * The operator decides to send a mail again, because the first one's outcome is unknown or it failed. The decision wins the row first, against any
 * other decision of the same moment. The order of the steps matters after a crash: no customer is lost, and none gets a mail without the logged
 * decision. Until the row says `deferred` no sender looks at the customer; from then on
 * the hourly planner finds them. The same order again continues where it broke off.
 */
import {
  claimRow,
  countResends,
  DECISION_TRIES,
  type Found,
  findRecipient,
  isLogged,
  isStillToDo,
  type Recorded,
  type Refusal,
  type Seen,
  type Word,
  whileSending,
} from '#app/claims/decided-outcome.ts'
import { type DecidingPorts, nextMinute, repeatResend, settle } from '#app/operating/carry-out-decision.ts'
import type { BatchAlarms } from '#app/ports/orders.ts'
import { affordable, costOf, emptyBudget, periodKey, resendKey, reserve } from '#core/budget/reserve.ts'
import { campaignOfBatch } from '#core/campaign/call-touch.ts'
import { tooLong } from '#core/campaign/staff-text.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import type { Decision } from '#core/planning/decision.ts'
import type { Batch } from '#core/planning/occurrence.ts'
import { touchCost } from '#core/planning/touch-cost.ts'
import { type Instant, later } from '#core/time/instant.ts'

export interface ResendPorts extends DecidingPorts {
  readonly alarms: BatchAlarms
}

/** When the row is due. A customer outside their hours then waits for the next ones. */
export type Resent = { readonly resent: Instant }

export async function resend(
  ports: ResendPorts,
  { seen, ...word }: Word & { readonly seen?: Seen },
): Promise<Resent | Recorded | Refusal> {
  const { occurrences, campaigns, touches } = ports
  const { occurrenceId, customerId, at } = word
  const unfit = tooLong(word)
  if (unfit) return unfit
  if (isErasedName(customerId)) return { refused: 'erased' }
  const decision: Decision = { ...word, decision: 'resend' }
  const known = seen?.resends ?? (await countResends(occurrences, word))
  let isWon = false
  let isBehind = false
  for (let attempt = 0; attempt < DECISION_TRIES; attempt++) {
    const found = await findRecipient(occurrences, word)
    if ('refused' in found) return found
    const { occurrence, batch, recipient } = found
    const { outcome } = recipient
    // Decided before, and the alarm may be missing.
    if (outcome.state === 'deferred' && outcome.because === 'resend')
      return wake(ports, { ...batch, dueAt: later(batch.dueAt, nextMinute(at)) })
    // Another who found this decision in the row has carried it out: what became of that mail needs a decision of its own.
    if (isWon && !isStillToDo(outcome) && (await isLogged(occurrences, decision))) return { resent: batch.dueAt }
    if (outcome.state !== 'unknown' && outcome.state !== 'failed') return { refused: 'not-unknown', state: outcome.state }
    if (batch.state === 'sending') return whileSending(outcome, decision)
    const { decided } = outcome
    if (decided && decided.decision !== 'resend') {
      await settle(ports, { found, outcome, decided })
      continue
    }
    // A decision that won the row is carried out in any case: the sender heeds the campaign's state.
    const state = decided ? 'active' : await campaigns.state(occurrence.campaignId)
    if (state !== 'active') return { refused: 'campaign-not-active', state }

    if (outcome.state === 'failed' && !(await reserveOneMore(ports, found))) return { refused: 'budget-exhausted' }
    if (decided) {
      const next = await repeatResend(ports, { found, outcome, decided, at })
      if (next !== 'lost') return wake(ports, next)
      continue
    }
    const [touch] = await touches.getMany([{ customerId, occurrenceId }])
    if (touch?.result === 'sent') return { refused: 'provider-took-it', at: touch.at }
    if ((await countResends(occurrences, word)) > known) {
      // The first time the row may be the one of before that mail: read anew, it holds what became of it.
      if (isBehind) return { refused: 'mailed-again' }
      isBehind = true
      continue
    }
    // Won or lost: the row then says whose decision is to be carried out.
    isWon = (await claimRow(ports, { batch, outcome, decision })) === 'written'
  }
  return isWon ? { recorded: word.at } : { refused: 'contended' }
}

async function wake({ alarms }: ResendPorts, { occurrenceId, batchId, dueAt }: Batch): Promise<Resent> {
  await alarms.set({ occurrenceId, batchId, dueAt })
  return { resent: dueAt }
}

/** A failed touch cost nothing, and the next one costs. Its own key is released with the others when the occurrence closes. */
async function reserveOneMore(
  { budgets, campaigns, companyRules }: ResendPorts,
  { occurrence, batch, recipient }: Found,
): Promise<boolean> {
  const accepted = await campaigns.version(occurrence.campaignId, batch.campaignVersion)
  const campaign = accepted && campaignOfBatch(batch, accepted.definition, companyRules.channels)
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
