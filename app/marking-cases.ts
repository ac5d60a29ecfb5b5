/**
 * A store of work that writes on the customer's row how grave each of their open cases is. So whatever changes a case, opens it again or closes it writes
 * that too, and none can forget to. The case's row first: it is the truth, and what a crash leaves out follows from it (app/desk/repair-open-cases.ts).
 */
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { gradeOf } from '#core/work/case/open-mark.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface MarkingPorts {
  readonly customers: Pick<CustomerStore, 'setOpenCase'>
  readonly ledgers: Pick<LedgerStore, 'noteStop'>
}

/** Each change reads the case before it, and once more after a mark was written: other work costs nothing. */
export const markingCases = (work: WorkStore, ports: MarkingPorts): WorkStore => ({
  ...work,
  open: async (item) => {
    const written = await work.open(item)
    // A case that is stored already may be of a try that ended before its mark was written.
    if (isOfCustomer(item)) await markAsStored({ ...ports, work }, written === 'written' ? item : await work.get(item.workId))
    return written
  },
  update: async (item) => {
    const before = isOfCustomer(item) ? await work.get(item.workId) : undefined
    const written = await work.update(item)
    const isSame = before !== undefined && gradeOf(before) === gradeOf(item)
    if (written === 'written' && isOfCustomer(item) && !isSame) await markAsStored({ ...ports, work }, item)
    return written
  },
})

const isOfCustomer = ({ kind, customerId }: WorkItem): boolean => kind === 'case' && customerId !== null

/** Other writers of one case before giving up: the repair finds it. */
const TRIES = 10

/**
 * Again while the case changes: a writer who is overtaken between their two writes must not leave what they saw. The ledger last, as with every stop
 * (docs/adr/011): a sender who read the customer before loses the claim.
 */
export async function markAsStored(
  { customers, ledgers, work }: MarkingPorts & { readonly work: Pick<WorkStore, 'get'> },
  item: WorkItem | undefined,
): Promise<void> {
  let stored = item
  for (let attempt = 0; attempt < TRIES && stored && stored.customerId !== null; attempt++) {
    const { workId, customerId, version } = stored
    const grade = gradeOf(stored)
    const written = await customers.setOpenCase({ customerId, workId, version, grade })
    if (grade !== null && written === 'written') await ledgers.noteStop([customerId])
    const now = await work.get(workId)
    if (now?.version === version) return
    stored = now
  }
}
