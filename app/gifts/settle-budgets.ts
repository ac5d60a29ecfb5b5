/** Books what a closed occurrence truly cost, by the campaign versions its batches were planned with, and releases what it had set aside. */
import { settlePlanned } from '#app/gifts/book-planned.ts'
import { type CostPorts, costOfBatches, costOverParts } from '#app/gifts/cost-of-batches.ts'
import type { InParts } from '#app/ports/base-parts.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { OutcomeState } from '#core/audience/outcome.ts'
import type { Budget } from '#core/budget/budget.ts'
import { costOf, isReservedFor, settle } from '#core/budget/reserve.ts'
import { isPlannedBook } from '#core/planned-budget/planned-book.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'

interface SettlePorts extends CostPorts, InParts {
  readonly budgets: BudgetStore
}

/** An unknown touch may have left: it is counted as having cost its mail and its gift. */
const SPENT: ReadonlySet<OutcomeState> = new Set(['sent', 'unknown'])

/** Those of the campaign's file. */
const isOwn = (budget: Budget): boolean => !isPlannedBook(budget)

export async function settleBudgets(
  ports: SettlePorts,
  { occurrence, batches }: { occurrence: Occurrence; batches: readonly Batch[] },
): Promise<void> {
  const { campaignId, occurrenceId } = occurrence
  await settlePlanned(ports, { occurrence, batches, counted: SPENT })
  const costs = await costOfBatches(ports, { occurrence, batches, counted: SPENT })
  for (const { period, reserved, settled } of (await ports.budgets.ofCampaign(campaignId)).filter(isOwn)) {
    const amount = costOf(await costOverParts(ports, `settled ${occurrenceId} ${period}`, costs.get(period)), 1)
    if (amount > 0 || occurrenceId in settled || isReservedFor(reserved, occurrenceId))
      await book(ports.budgets, { campaignId, period, occurrenceId, amount })
  }
}

async function book(
  budgets: BudgetStore,
  { campaignId, period, occurrenceId, amount }: { campaignId: string; period: string; occurrenceId: string; amount: number },
): Promise<void> {
  for (;;) {
    const stored = await budgets.get(campaignId, period)
    if (!stored) return
    if ((await budgets.put(settle({ budget: stored, occurrenceId, amount }))) === 'written') return
  }
}
