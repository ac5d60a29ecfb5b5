/** Bugs planted into the work on cases: each is an easy mistake that shows only when two hands meet, or a process dies. */
import { setTimeout as pause } from 'node:timers/promises'
import type { BudgetStore } from '#app/ports/money.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { COMPENSATION_BOOK } from '#core/budget/compensation-book.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import type { DeskAct } from '#local/torture/desk/acts.ts'
import type { DeskHandler } from '#local/torture/desk/desk-handler.ts'
import type { Plant } from '#local/torture/plants.ts'

/** Long enough for another hand, or a kill, to fall into it. */
const LATE_MS = 1_000

/** Who lost a race for the book writes what they had all the same. */
export const bookingOverwritten = (budgets: BudgetStore): BudgetStore => ({
  ...budgets,
  put: async (budget) => {
    const written = await budgets.put(budget)
    if (written === 'written' || budget.campaignId !== COMPENSATION_BOOK) return written
    const stored = await budgets.get(COMPENSATION_BOOK, budget.period)
    return budgets.put({ ...budget, version: (stored?.version ?? -1) + 1 })
  },
})

/** The part is closed, and the case that goes on is told of it later. */
export const wordsAfterAnswer = <Work extends Pick<WorkStore, 'update'>>(work: Work): Work => ({
  ...work,
  update: async (item) => {
    if (item.events.at(-1)?.is !== 'took-over') return work.update(item)
    void pause(LATE_MS)
      .then(() => work.update(item))
      .catch(() => {})
    return 'written'
  },
})

/** A form that added nothing takes away the file that it brought, which another has added meanwhile. */
export function withTidiedFiles(
  handler: DeskHandler,
  { stores, plant }: { stores: StaffStores; plant: Plant | null },
): DeskHandler {
  if (plant !== 'file-tidied-away') return handler
  return async (body) => {
    const act: DeskAct = JSON.parse(body)
    const answer = await handler(body)
    if (act.act === 'add-file' && JSON.stringify(answer) !== ADDED) await stores.caseFiles.removeOf(act.workId)
    return answer
  }
}

const ADDED = JSON.stringify({ is: 'done', again: false })
