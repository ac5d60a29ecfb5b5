/**
 * Books on the locked budget of a period what planning reserves and what closed occurrences cost, for each slice of each occurrence, of letters and of calls alike. Every
 * amount is absolute under its own key: booking it again changes nothing. It stops no customer (docs/adr/053).
 */
import { type CostPorts, costOfBatches } from '#app/gifts/cost-of-batches.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { OutcomeState } from '#core/audience/outcome.ts'
import type { Budget } from '#core/budget/budget.ts'
import { costOf, NO_COST, reservationKey, settle } from '#core/budget/reserve.ts'
import { asPlanned, covers } from '#core/planned-budget/planned-book.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'

interface BookPorts extends CostPorts {
  readonly budgets: BudgetStore
}

interface Booking {
  readonly occurrence: Occurrence
  readonly batches: readonly Batch[]
  readonly counted: ReadonlySet<OutcomeState>
}

/** After the rows of a slice are written. */
export async function reservePlanned(
  ports: BookPorts,
  { slice, ...booking }: Booking & { readonly slice: number },
): Promise<void> {
  const { occurrenceId } = booking.occurrence
  const key = reservationKey({ occurrenceId, slice })
  await bookEach(ports, booking, (book, amount) => {
    // A late order of a slice whose occurrence has closed meanwhile: what it cost stands there already.
    if (occurrenceId in book.settled || (book.reserved[key] ?? 0) === amount) return null
    const { [key]: _before, ...others } = book.reserved
    return { ...book, reserved: amount > 0 ? { ...others, [key]: amount } : others, version: book.version + 1 }
  })
}

/** When an occurrence closes: what it set aside is given back. */
export async function settlePlanned(ports: BookPorts, booking: Booking): Promise<void> {
  const { occurrenceId } = booking.occurrence
  await bookEach(ports, booking, (book, amount) => settle({ budget: book, occurrenceId, amount }))
}

async function bookEach(
  ports: BookPorts,
  booking: Booking,
  change: (book: Budget, amount: number) => Budget | null,
): Promise<void> {
  const { campaignId, date } = booking.occurrence
  const books = (await ports.budgets.ofCampaign(campaignId)).filter((book) => covers(book, date))
  if (books.length === 0) return
  const costs = await costOfBatches(ports, { ...booking, periodOf: () => ALL })
  const cost = costs.get(ALL) ?? NO_COST
  for (const { period } of books) {
    for (;;) {
      const stored = await ports.budgets.get(campaignId, period)
      const next = stored && change(stored, costOf(asPlanned(cost, stored), 1))
      if (!next || (await ports.budgets.put(next)) === 'written') break
    }
  }
}

/** Every row of the occurrence, whatever budget its campaign has. */
const ALL = 'all'
