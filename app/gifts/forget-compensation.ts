/**
 * Bookings forget the cases of a customer who is erased: the id of a case may name the customer. What they were given stays in the sum, what they were
 * not is given back. Before their work is removed, which alone tells whose cases they are.
 */
import { endBooking } from '#app/gifts/book-compensation.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { COMPENSATION_BOOK, entriesOf } from '#core/budget/compensation-book.ts'
import { compensationNamed } from '#core/work/case/compensations.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface ForgetCompensationPorts {
  readonly budgets: Pick<BudgetStore, 'get' | 'put' | 'ofCampaign'>
  readonly work: Pick<WorkStore, 'pagesOfCustomer'>
}

export async function forgetCompensation({ budgets, work }: ForgetCompensationPorts, customerId: string): Promise<void> {
  const theirs = new Map<string, WorkItem>()
  for await (const page of work.pagesOfCustomer(customerId)) for (const item of page) theirs.set(item.workId, item)
  if (theirs.size === 0) return
  for (const stored of await budgets.ofCampaign(COMPENSATION_BOOK))
    for (const { compensationId, workId } of entriesOf(stored)) {
      const item = theirs.get(workId)
      if (!item) continue
      const isGiven = compensationNamed(item, compensationId)?.state === 'given'
      await endBooking({ budgets }, { compensationId, workId, period: stored.period, isGiven })
    }
}
