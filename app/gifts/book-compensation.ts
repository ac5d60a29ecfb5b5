/**
 * Books compensation against the limit of its period before the case has it, and takes the booking away when it was given or given up. After a crash between
 * the two a booking stands without its event, or beyond its end: it counts against the limit, never for it, and is put right when the limit is reached.
 */
import type { BudgetStore } from '#app/ports/money.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Budget } from '#core/budget/budget.ts'
import { type BookEntry, COMPENSATION_BOOK, entriesOf, withEntry, withoutEntry } from '#core/budget/compensation-book.ts'
import { HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { compensationNamed } from '#core/work/case/compensations.ts'

export interface BookPorts {
  readonly budgets: Pick<BudgetStore, 'get' | 'put'>
  readonly work: Pick<WorkStore, 'getMany'>
}

/** Longer than any run takes: an entry so old has its event in the case, or never will. */
const ON_ITS_WAY_MS = HOUR_MS

interface Booking {
  readonly entry: BookEntry
  readonly period: string
  readonly limit: number
}

/** The same compensation once more is booked once. */
export async function bookCompensation(
  ports: BookPorts,
  booking: Booking,
): Promise<'booked' | 'limit-reached' | 'too-many-open'> {
  const { entry, period } = booking
  for (let isSettled = false; ; ) {
    const stored = await ports.budgets.get(COMPENSATION_BOOK, period)
    const next = withEntry(stored, booking)
    if (typeof next !== 'string') {
      if ((await ports.budgets.put(next)) === 'written') return 'booked'
    } else if (isSettled || stored === undefined) return next
    else {
      await settleLeftOver(ports, { stored, now: entry.at })
      isSettled = true
    }
  }
}

/** Given, or given back. Once: a booking that has ended is left as it is. */
export async function endBooking(
  { budgets }: Pick<BookPorts, 'budgets'>,
  {
    period,
    ...ended
  }: { readonly compensationId: string; readonly workId: string; readonly period: string; readonly isGiven: boolean },
): Promise<void> {
  for (;;) {
    const stored = await budgets.get(COMPENSATION_BOOK, period)
    const next = stored && withoutEntry(stored, ended)
    if (!next || (await budgets.put(next)) === 'written') return
  }
}

/** Ends what runs that broke off left behind, by what the cases say. */
async function settleLeftOver({ budgets, work }: BookPorts, { stored, now }: { readonly stored: Budget; readonly now: Instant }) {
  const old = entriesOf(stored).filter(({ at }) => at <= plusMs(now, -ON_ITS_WAY_MS))
  const cases = new Map((await work.getMany(old.map(({ workId }) => workId))).map((item) => [item.workId, item]))
  for (const { compensationId, workId } of old) {
    const item = cases.get(workId)
    const state = item && compensationNamed(item, compensationId)?.state
    if (state === 'asked' || state === 'approved') continue
    await endBooking({ budgets }, { compensationId, workId, period: stored.period, isGiven: state === 'given' })
  }
}
