/** Books the money for a slice before its batches are written. A customer whom the budget cannot carry is skipped with that reason. */
import { reservePlanned } from '#app/gifts/book-planned.ts'
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
import { insteadOfCalls } from '#core/campaign/call-touch.ts'
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
  const { companyRules } = ports
  const costOfOne = (made: CampaignDefinition) => touchCost({ campaign: made, companyRules, date: occurrence.date })
  const [cost, letterCost] = [costOfOne(campaign), costOfOne(insteadOfCalls(campaign, companyRules.channels) ?? campaign)]
  const key = reservationKey({ occurrenceId: occurrence.occurrenceId, slice })

  const batches = existing.filter(isTaken)
  // Rows that senders have taken keep their cost, whatever the file says now.
  const spent = (await costOfBatches(ports, { occurrence, batches, counted: COSTS })).get(period) ?? NO_COST
  const fixed = new Set(batches.flatMap(({ recipients }) => recipients.map(({ customerId }) => customerId)))
  const open = members.filter(({ customerId, verdict }) => verdict.state === 'planned' && !fixed.has(customerId))
  // In a campaign of calls: the calls, and after them the letters instead.
  const wanting = open.filter(({ instead }) => !instead)
  const letters = open.filter(({ instead }) => instead)

  for (;;) {
    const stored = await ports.budgets.get(campaign.id, period)
    // When marketing lowers the limit below what is spent, no place is left; nothing is taken back.
    const budget = { ...(stored ?? emptyBudget({ campaignId: campaign.id, period, limit })), limit }
    if (affordable({ budget, key, cost: spent, wanted: 1 }) < 1) return without(work, [...wanting, ...letters])
    const carried = affordable({ budget, key, cost, wanted: wanting.length, spent })
    const withCalls = plusTouches(spent, cost, carried)
    const written = affordable({ budget, key, cost: letterCost, wanted: letters.length, spent: withCalls })
    const left = [...beyond(work, wanting, carried), ...beyond(work, letters, written)]
    // The reservation is lowered only after the rows are rewritten: until then senders may still send them as they are.
    const amount = Math.max(costOf(plusTouches(withCalls, letterCost, written), 1), budget.reserved[key] ?? 0)
    const unchanged = stored && stored.limit.amount === limit.amount && (stored.reserved[key] ?? 0) === amount
    const next = { ...reserve({ budget, key, amount }), version: stored ? stored.version + 1 : 0 }
    if (unchanged || (await ports.budgets.put(next)) === 'written') return without(work, left)
  }
}

/** After the rows are written: gives back what they no longer need, and books on the locked budget of the period what they do. */
export async function trimReservation(
  ports: ReservePorts,
  { campaign, occurrence, slice, standing }: Omit<Reservation, 'members' | 'existing'> & { readonly standing: readonly Batch[] },
): Promise<void> {
  await reservePlanned(ports, { occurrence, slice, batches: standing, counted: COSTS })
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

/**
 * Those for whom the money does not reach. The order is that of the calls, where the team has time for some only; else a hash: it prefers no customer and
 * is the same on every run.
 */
function beyond(
  { campaign }: Pick<Reservation, 'campaign'>,
  wanting: readonly DecidedMember[],
  places: number,
): readonly DecidedMember[] {
  if (places >= wanting.length) return []
  const order = (a: DecidedMember, b: DecidedMember) =>
    a.place !== undefined && b.place !== undefined ? (a.place < b.place ? -1 : 1) : lot(campaign, a) - lot(campaign, b)
  return wanting.toSorted(order).slice(places)
}

function without({ members }: Pick<Reservation, 'members'>, left: readonly DecidedMember[]): readonly DecidedMember[] {
  if (left.length === 0) return members
  const ids = new Set(left.map(({ customerId }) => customerId))
  return members.map((member) => (ids.has(member.customerId) ? { ...member, verdict: OUT_OF_BUDGET } : member))
}

const lot = ({ id }: CampaignDefinition, { customerId, occasionKey }: DecidedMember) =>
  stableHash(`budget|${id}|${occasionKey}|${customerId}`)
