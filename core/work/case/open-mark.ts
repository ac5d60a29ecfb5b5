/** What the customer's row says of a case: how grave it is while it is open. */
import type { Grade } from '#core/audience/open-case.ts'
import { typeOf } from '#core/work/case/case-standing.ts'
import { isOpen } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** Null for what holds nothing back: a case that is closed, and other work. By hand against any rule, by rule against the type, as everywhere. */
export function gradeOf(item: WorkItem): Grade | null {
  if (item.kind !== 'case' || !isOpen(item)) return null
  const set = item.events.findLast((event) => event.is === 'severity-set')
  return set?.is === 'severity-set' ? set.severity : typeOf(item)
}
