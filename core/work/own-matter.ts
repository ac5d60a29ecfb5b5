/** What is to be solved for a customer: "was it solved?" is asked about that alone, and only when nothing of it is open any more. */
import { isCallerUnknown } from '#core/work/caller-unknown.ts'
import { CONSEQUENCES } from '#core/work/disposition.ts'
import { closingOf, isOpen } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/**
 * Something of the customer's own: a low score, a missed call to the hotline, what they complained of, requested or wrote. A call or contact that the
 * company began is so by its outcome, and a further call by the call in which it was agreed, which is looked for in `work`, all of the customer's. A
 * further call of one that is no longer kept is not.
 */
export function isOwnMatter(item: WorkItem, work: readonly WorkItem[]): boolean {
  const { subject, holds } = item
  switch (subject.is) {
    case 'low-score':
    case 'missed-hotline':
    case 'complaint':
    case 'request':
    case 'told':
    case 'unclear-reply':
    case 'many-replies':
      return true
    case 'right':
      return holds.some(({ is }) => is === 'complaint' || is === 'request')
    case 'check-in':
    case 'contact':
      return raisedSomething(item)
    case 'follow-up': {
      const others = work.filter((other) => other.workId !== item.workId)
      const agreedIn = others.find(({ workId }) => workId === subject.workId)
      return raisedSomething(item) || (agreedIn !== undefined && isOwnMatter(agreedIn, others))
    }
  }
}

/** Whether it can be an own matter at all, without the customer's other work. */
export const mayBeOwnMatter = (item: WorkItem): boolean => item.subject.is === 'follow-up' || isOwnMatter(item, [])

/**
 * Asked when the question is planned, and again before it leaves: not of a customer of whom it is not known whether they were the caller. `work` is all
 * of the customer's, with the item itself.
 */
export function mayAskWhetherSolved(item: WorkItem, work: readonly WorkItem[]): boolean {
  const closing = closingOf(item)
  return isOwnMatter(item, work) && !hasOpenMatter(work) && !(closing && isCallerUnknown(item, closing))
}

/** `work` is all of the customer's. */
export const hasOpenMatter = (work: readonly WorkItem[]): boolean =>
  work.some((other) => isOpen(other) && isOwnMatter(other, work))

/** In the call or contact the customer complained, or requested something. */
const raisedSomething = ({ events }: Pick<WorkItem, 'events'>): boolean =>
  events.some((event) => event.is === 'attempted' && CONSEQUENCES[event.disposition].opens !== null)
