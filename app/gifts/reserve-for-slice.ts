/** Books the money for a slice before its batches are written. A customer whom the budget cannot carry is skipped with that reason. */
import { reservePlanned } from '#app/gifts/book-planned.ts'
import { type CostPorts, costOfBatches, costOverParts } from '#app/gifts/cost-of-batches.ts'
import { type InParts, WHOLE_BASE } from '#app/ports/base-parts.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { OutcomeState, Verdict } from '#core/audience/outcome.ts'
import { affordable, costOf, emptyBudget, periodKey, plusTouches, reservationKey, reserve } from '#core/budget/reserve.ts'
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

interface ReservePorts extends CostPorts, InParts {
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
  const spentHere = (await costOfBatches(ports, { occurrence, batches, counted: COSTS })).get(period)
  const spent = await costOverParts(ports, `spent ${key} ${occurrence.pass}`, spentHere)
  const fixed = new Set(batches.flatMap(({ recipients }) => recipients.map(({ customerId }) => customerId)))
  const open = members.filter(({ customerId, verdict }) => verdict.state === 'planned' && !fixed.has(customerId))
  // In a campaign of calls: the calls, and after them the letters instead.
  const wanting = open.filter(({ instead }) => !instead)
  const letters = open.filter(({ instead }) => instead)
  const { parts = WHOLE_BASE } = ports
  const [calls = 0, written = 0] = await parts.sum(`wanted ${key} ${occurrence.pass}`, [wanting.length, letters.length])

  for (;;) {
    const stored = await ports.budgets.get(campaign.id, period)
    // When marketing lowers the limit below what is spent, no place is left; nothing is taken back.
    const budget = { ...(stored ?? emptyBudget({ campaignId: campaign.id, period, limit })), limit }
    if (affordable({ budget, key, cost: spent, wanted: 1 }) < 1) return without(work, [...wanting, ...letters])
    const carried = affordable({ budget, key, cost, wanted: calls, spent })
    const withCalls = plusTouches(spent, cost, carried)
    const mailed = affordable({ budget, key, cost: letterCost, wanted: written, spent: withCalls })
    const left = [
      ...(carried < calls ? await beyond(ports, { ...work, wanting, places: carried }) : []),
      ...(mailed < written ? await beyond(ports, { ...work, wanting: letters, places: mailed }) : []),
    ]
    // The reservation is lowered only after the rows are rewritten: until then senders may still send them as they are.
    const amount = Math.max(costOf(plusTouches(withCalls, letterCost, mailed), 1), budget.reserved[key] ?? 0)
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
  const here = (await costOfBatches(ports, { occurrence, batches: standing, counted: COSTS })).get(period)
  const needed = await costOverParts(ports, `needed ${key} ${occurrence.pass}`, here)
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
async function beyond(
  { parts = WHOLE_BASE }: InParts,
  { campaign, occurrence, slice, wanting, places }: Omit<Reservation, 'members' | 'existing'> & Wanting,
): Promise<readonly DecidedMember[]> {
  const turns = new Map(wanting.map((member) => [member, turnOf(campaign, member)]))
  const all = await parts.all(`turns ${occurrence.occurrenceId} ${slice} ${occurrence.pass}`, [...turns.values()])
  const last = all.toSorted()[places - 1]
  return wanting.filter((member) => last === undefined || (turns.get(member) ?? '') > last)
}

interface Wanting {
  readonly wanting: readonly DecidedMember[]
  /** For how many of all parts together the money reaches. */
  readonly places: number
}

function without({ members }: Pick<Reservation, 'members'>, left: readonly DecidedMember[]): readonly DecidedMember[] {
  if (left.length === 0) return members
  const ids = new Set(left.map(({ customerId }) => customerId))
  return members.map((member) => (ids.has(member.customerId) ? { ...member, verdict: OUT_OF_BUDGET } : member))
}

/** Sorts in the order of their turns, no two alike. */
const turnOf = (campaign: CampaignDefinition, { customerId, occasionKey, place }: DecidedMember): string => {
  const lot = stableHash(`budget|${campaign.id}|${occasionKey}|${customerId}`)
  return `${place ?? lot.toString(16).padStart(8, '0')} ${customerId}`
}
