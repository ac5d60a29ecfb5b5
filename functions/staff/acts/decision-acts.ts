/** Settling an outcome that is unknown, and writing once more. */
import { countResends, findRecipient, type Seen } from '#app/claims/decided-outcome.ts'
import { type ResendPorts, resend } from '#app/operating/resend.ts'
import { settleUnknown } from '#app/operating/settle-unknown.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { Money } from '#core/budget/money.ts'
import { costOf } from '#core/budget/reserve.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { touchCost } from '#core/planning/touch-cost.ts'
import type { StaffAct } from '#functions/staff/acts/act-flow.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { DECISION_ACTS, type DecisionAct, decisionActView, refusedDecision } from '#web/staff/acts/decision-acts.ts'
import { busyBecause } from '#web/staff/frame.ts'
import { occurrenceTitle } from '#web/staff/occurrence-title.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'

interface DecisionSystem extends Pick<StaffSystem, 'alone' | 'companyRules'> {
  readonly stores: ResendPorts & { readonly customers: Pick<CustomerStore, 'getMany'> }
}

export const decisionActs = (system: DecisionSystem): readonly StaffAct[] => DECISION_ACTS.map((act) => decisionAct(system, act))

function decisionAct(system: DecisionSystem, act: DecisionAct): StaffAct<Seen> {
  const { stores, alone } = system
  return {
    act,
    path: `/occurrences/:id/people/:customer/${act}`,
    needs: 'decide-outcome',
    missing: 'occurrence',
    look: async ({ frame, part }) => {
      const [occurrenceId, customerId] = [part('id'), part('customer')]
      const found = await findRecipient(stores.occurrences, { occurrenceId, customerId })
      if ('refused' in found) return found.refused === 'not-in-occurrence' ? { missing: 'recipient' } : null
      const [campaigns, [person], [touch], cost, resends] = await Promise.all([
        knownCampaigns({ stores }, frame.locale),
        stores.customers.getMany([customerId]),
        stores.touches.getMany([{ customerId, occurrenceId }]),
        costOfOneMore(system, found),
        countResends(stores.occurrences, { occurrenceId, customerId }),
      ])
      const title = occurrenceTitle(occurrenceId, campaigns, frame.locale)
      const { outcome } = found.recipient
      const name = person?.customer.fullName
      const deciding = { act, occurrenceId, title, customerId, name, outcome, resends, touch, cost, busy: busyBecause(frame) }
      return {
        view: decisionActView(frame, deciding),
        on: { kind: 'occurrence', id: occurrenceId },
        customerId,
        people: 1,
        seen: { resends },
      }
    },
    carryOut: async ({ frame, part }, word, seen) => {
      const [occurrenceId, customerId] = [part('id'), part('customer')]
      const about = { occurrenceId, customerId, ...word, ...(seen && { seen }) }
      const answer = await alone(async () =>
        act === 'resend'
          ? resend(stores, about)
          : settleUnknown(stores, { ...about, as: act === 'settle-sent' ? 'sent' : 'not-sent' }),
      )
      if ('refused' in answer) return { refused: refusedDecision(answer.refused, frame) }
      return { goTo: pathWith(occurrencePath(occurrenceId), { done: 'recorded' in answer ? 'recorded' : act }) }
    },
  }
}

async function costOfOneMore(
  { stores, companyRules }: DecisionSystem,
  { occurrence, batch }: { readonly occurrence: Occurrence; readonly batch: Batch },
): Promise<Money | null> {
  const campaign = (await stores.campaigns.version(occurrence.campaignId, batch.campaignVersion))?.definition
  if (!campaign) return null
  const amount = costOf(touchCost({ campaign, companyRules, date: occurrence.date }), 1)
  return { amount, currency: companyRules.company.currency }
}
