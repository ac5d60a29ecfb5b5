/** Closed cases that are like one on the desk, by the category that staff chose, and what was done in them. */
import { productKey } from '#core/customer/product-key.ts'
import { descriptionOf } from '#core/work/case/case-standing.ts'
import { mergedInto } from '#core/work/case/merging.ts'
import { isOpen } from '#core/work/standing.ts'
import type { History, WorkEvent } from '#core/work/work-event.ts'
import type { Case, WorkItem } from '#core/work/work-item.ts'

/** Of the same category, and closed by itself: a part of another case has nothing that was done in it. None while no category is chosen. */
export function isSimilar(item: Case, other: WorkItem): other is Case {
  if (other.kind !== 'case' || other.workId === item.workId || isOpen(other) || mergedInto(other) !== null) return false
  const category = descriptionOf(item)?.category
  return category !== undefined && descriptionOf(other)?.category === category
}

/** Also about the same product, however it is spelled. */
export function isSameProduct(item: Case, other: Case): boolean {
  const [ours, theirs] = [item, other].map((one) => descriptionOf(one)?.fields.product)
  return ours !== undefined && theirs !== undefined && productKey(ours) === productKey(theirs)
}

/** What was proposed, answered, given and said at last; the oldest first. */
export const whatWasDone = ({ events }: History): readonly WorkEvent[] => events.filter(isDoing)

function isDoing(event: WorkEvent): boolean {
  switch (event.is) {
    case 'moved':
      return event.to === 'propose' || event.to === 'follow-up'
    case 'department-answered':
    case 'compensation-given':
    case 'customer-said':
    case 'reopened':
    case 'closed':
      return true
    default:
      return false
  }
}
