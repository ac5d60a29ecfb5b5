/** A customer who writes outside working time is told when staff will look: once for each stretch without work, by one automatic mail. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { contentId } from '#core/customer/content-id.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { nextWorked } from '#core/time/work-time.ts'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { workingTimeOf } from '#core/work/case/case-time.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import { type Case, openedAt, type WorkItem } from '#core/work/work-item.ts'

export type ToldHours = Extract<CaseEvent, { is: 'told-hours' }>

/**
 * The event beside the opening, or beside what the customer wrote in an open case at that moment; null where nothing is told. The gravest are looked at around the clock, so
 * they are told by when; the others from when. Its mail has one id for the customer and the stretch, so that two mails at one moment are told once.
 */
export function hoursToTell(
  item: Pick<Case, 'events' | 'subject' | 'customerId'>,
  others: readonly Pick<WorkItem, 'events'>[],
  rules: CompanyRules,
  at: Instant = openedAt(item),
): ToldHours | null {
  const { customerId } = item
  const { tellHours } = rules.cases
  if (customerId === null || tellHours === 'never') return null
  const time = workingTimeOf(rules)
  const opens = nextWorked(time, at)
  const isWorked = opens === at
  if (isWorked && tellHours === 'outside-hours') return null
  const begin = caseClocks(item, rules).find(
    ({ is, metAt, dueAt }) => (is === 'acknowledge' || is === 'reply') && metAt === null && dueAt !== null && dueAt > at,
  )
  const isAlways = begin?.budget?.time.is === 'around-the-clock'
  const promise: Pick<ToldHours, 'says' | 'when'> | null =
    isAlways || isWorked ? (begin?.dueAt ? { says: 'by', when: begin.dueAt } : null) : { says: 'from', when: opens }
  if (promise === null || others.some((other) => other.events.some(wasTold))) return null
  const mailId = contentId(`hours ${customerId} ${isWorked ? at.slice(0, 10) : opens}`)
  return { is: 'told-hours', at, by: { is: 'system' }, mailId, ...promise }

  function wasTold(event: WorkEvent): boolean {
    if (event.is !== 'told-hours') return false
    return isWorked ? event.at > plusMs(at, -DAY_MS) : nextWorked(time, event.at) === opens
  }
}
