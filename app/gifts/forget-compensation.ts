/**
 * Bookings forget the cases of a customer who is erased: the id of a case may name the customer. What they were given stays in the sum, what they were
 * not is given back. Before their work is removed, which alone tells whose cases they are. A case that was deleted after its time is told by its id
 * alone, and what it still had open is given back.
 */
import { endBooking } from '#app/gifts/book-compensation.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { type BookEntry, COMPENSATION_BOOK, entriesOf } from '#core/budget/compensation-book.ts'
import { compensationNamed } from '#core/work/case/compensations.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface ForgetCompensationPorts {
  readonly budgets: Pick<BudgetStore, 'get' | 'put' | 'ofCampaign'>
  readonly work: Pick<WorkStore, 'pagesOfCustomer' | 'getMany'>
}

export async function forgetCompensation({ budgets, work }: ForgetCompensationPorts, customerId: string): Promise<void> {
  const theirs = new Map<string, WorkItem>()
  for await (const page of work.pagesOfCustomer(customerId)) for (const item of page) theirs.set(item.workId, item)
  for (const stored of await budgets.ofCampaign(COMPENSATION_BOOK)) {
    const entries = entriesOf(stored)
    const gone = await deletedOf(work, { entries, customerId })
    for (const { compensationId, workId } of entries) {
      const item = theirs.get(workId)
      if (!item && !gone.has(workId)) continue
      const isGiven = item !== undefined && compensationNamed(item, compensationId)?.state === 'given'
      await endBooking({ budgets }, { compensationId, workId, period: stored.period, isGiven })
    }
  }
}

/** The id of another customer may begin like theirs: a case that still stands is left to those whose it is. */
async function deletedOf(
  work: Pick<WorkStore, 'getMany'>,
  { entries, customerId }: { readonly entries: readonly BookEntry[]; readonly customerId: string },
): Promise<ReadonlySet<string>> {
  const named = entries.flatMap(({ workId }) => (workId.includes(customerId) ? [workId] : []))
  const standing = new Set((await work.getMany(named)).map(({ workId }) => workId))
  return new Set(named.filter((workId) => !standing.has(workId)))
}
