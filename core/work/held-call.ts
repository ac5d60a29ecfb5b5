/** Which calls wait while a grave case of their customer is open. */
import { type HoldRules, isHeldForCase, type OpenCase } from '#core/audience/open-case.ts'
import { promisedAt } from '#core/work/attempts.ts'
import { isCheckIn, type WorkItem } from '#core/work/work-item.ts'

/**
 * A call that a campaign opened, by which the company asks how the customer is. Not one for which a time was agreed with them, nor any that follows from
 * what they said, asked or rang for, and least of all the calls of the case itself.
 */
export const isHeldCall = (item: WorkItem, openCases: readonly OpenCase[] | undefined, rules: HoldRules): boolean =>
  isCheckIn(item) &&
  item.subject.contentClass !== 'transactional' &&
  promisedAt(item.events) === null &&
  isHeldForCase(openCases, rules)
