/** Books the money for a slice before its batches are written. A customer whom the budget cannot carry is skipped with that reason. */
import { type CostPorts, costOfBatches } from '#app/gifts/cost-of-batches.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { OutcomeState, Verdict } from '#core/audience/outcome.ts'
import {
  affordable,
  costOf,
  emptyBudget,
  NO_COST,
  periodKey,
  plusTouches,
  reservationKey,
  reserve,
} from '#core/budget/reserve.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { type DecidedMember, isTaken } from '#core/planning/arrange-batches.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { touchCost } from '#core/planning/touch-cost.ts'

interface Reservation {
  readonly occurrence: Occurrence
  readonly campaign: CampaignDefinition
  readonly slice: number
  readonly members: readonly DecidedMember[]
  readonly existing: readonly Batch[]
}

const OUT_OF_BUDGET: Verdict = { state: 'skipped', reason: 'budget-exhausted' }
const COSTS: ReadonlySet<OutcomeState> = new Set(['planned', 'deferred', 'sent', 'unknown'])

interface ReservePorts extends CostPorts {
  readonly budgets: BudgetStore
}

export async function reserveForSlice(ports: ReservePorts, work: Reservation): Promise<readonly DecidedMember[]> {
  const { campaign, occurrence, slice, members, existing } = work
  if (!campaign.budget) return members
  const period = periodKey(campaign.budget.period, occurrence.date)
  const limit = { amount: campaign.budget.amount, currency: campaign.budget.currency }
  const cost = touchCost({ campaign, companyRules: ports.companyRules, date: occurrence.date })
  const key = reservationKey({ occurrenceId: occurrence.occurrenceId, slice })

  const batches = existing.filter(isTaken)
  // Rows that senders have taken keep their cost, whatever the file says now.
  const spent = (await costOfBatches(ports, { occurrence, batches, counted: COSTS })).get(period) ?? NO_COST
  const fixed = new Set(batches.flatMap(({ recipients }) => recipients.map(({ customerId }) => customerId)))
  const wanting = members.filter(({ customerId, verdict }) => verdict.state === 'planned' && !fixed.has(customerId))

  for (;;) {
    const stored = await ports.budgets.get(campaign.id, period)
    // When marketing lowers the limit below what is spent, no place is left; nothing is taken back.
    const budget = { ...(stored ?? emptyBudget({ campaignId: campaign.id, period, limit })), limit }
    if (affordable({ budget, key, cost: spent, wanted: 1 }) < 1) return within(work, wanting, 0)
    const carried = affordable({ budget, key, cost, wanted: wanting.length, spent })
    // The reservation is lowered only after the rows are rewritten: until then senders may still send them as they are.
    const amount = Math.max(costOf(plusTouches(spent, cost, carried), 1), budget.reserved[key] ?? 0)
    const unchanged = stored && stored.limit.amount === limit.amount && (stored.reserved[key] ?? 0) === amount
    const next = { ...reserve({ budget, key, amount }), version: stored ? stored.version + 1 : 0 }
    if (unchanged || (await ports.budgets.put(next)) === 'written') return within(work, wanting, carried)
  }
}

/** After the rows are written: gives back what they no longer need. */
export async function trimReservation(
  ports: ReservePorts,
  { campaign, occurrence, slice, standing }: Omit<Reservation, 'members' | 'existing'> & { readonly standing: readonly Batch[] },
): Promise<void> {
  if (!campaign.budget) return
  const period = periodKey(campaign.budget.period, occurrence.date)
  const key = reservationKey({ occurrenceId: occurrence.occurrenceId, slice })
  const needed = (await costOfBatches(ports, { occurrence, batches: standing, counted: COSTS })).get(period) ?? NO_COST
  const amount = costOf(needed, 1)
  for (;;) {
    const stored = await ports.budgets.get(campaign.id, period)
    if (!stored || (stored.reserved[key] ?? 0) <= amount) return
    if ((await ports.budgets.put(reserve({ budget: stored, key, amount }))) === 'written') return
  }
}

/** The first `places` of the customers who want one. The order is a hash: it prefers no customer and is the same on every run. */
function within({ members, campaign }: Reservation, wanting: readonly DecidedMember[], places: number): readonly DecidedMember[] {
  if (places >= wanting.length) return members
  const order = wanting.toSorted((a, b) => lot(campaign, a) - lot(campaign, b))
  const without = new Set(order.slice(places).map(({ customerId }) => customerId))
  return members.map((member) => (without.has(member.customerId) ? { ...member, verdict: OUT_OF_BUDGET } : member))
}

const lot = ({ id }: CampaignDefinition, { customerId, occasionKey }: DecidedMember) =>
  stableHash(`budget|${id}|${occasionKey}|${customerId}`)
