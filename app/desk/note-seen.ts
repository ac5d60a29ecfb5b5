/** Notes that a person to whom a case went up has opened it: the next person is not told any more. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { waitsFor } from '#core/staff/waits-for.ts'
import type { Instant } from '#core/time/instant.ts'
import { eventStaff } from '#core/work/event-staff.ts'
import { withCaseEvent } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Case, WorkItem } from '#core/work/work-item.ts'

export interface NoteSeenPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly companyRules: CompanyRules
}

/** The item as it stands then. It is read again only where there is something to note. */
export async function noteSeen(
  { work, companyRules }: NoteSeenPorts,
  { item, viewer, at }: { readonly item: WorkItem; readonly viewer: StaffMember; readonly at: Instant },
): Promise<WorkItem> {
  const waits = (one: WorkItem): one is Case => one.kind === 'case' && isOpen(one) && waitsFor(one, viewer)
  if (!waits(item)) return item
  const by = eventStaff({ by: viewer.name, address: viewer.address })
  const result = await changeWork(work, item.workId, (now): Change<Case, WorkItem> => {
    if (!waits(now)) return { instead: now }
    const next = withCaseEvent(now, { is: 'seen', at, by }, companyRules)
    return next === 'full' ? { instead: now } : { next }
  })
  if ('changed' in result) return result.changed
  return 'refused' in result.instead ? item : result.instead
}
