/** Why an item is due when it is: since when its clock runs, and by which rule. The same constants and clocks as in `deadlines.ts`, for people to read. */
import type { Length } from '#core/campaign/case-policy.ts'
import type { Severity } from '#core/campaign/case-terms.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { attemptsOf } from '#core/work/attempts.ts'
import { nextOfCase } from '#core/work/case/case-clocks.ts'
import type { CaseClockName } from '#core/work/case/case-event.ts'
import { clocksOf, REOPENED_RIGHT_WORKING_DAYS } from '#core/work/deadlines.ts'
import { type FollowUpAfter, followUpAfter } from '#core/work/follow-up-after.ts'
import { isExtended, reopeningsOf } from '#core/work/standing.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'

export interface WhyDue {
  /** The clock runs from here. */
  readonly since: Instant
  readonly after: 'opened' | 'reopened' | 'attempted' | 'customer-wrote' | 'waiting'
  /** By when staff must begin. */
  readonly begin: BeginRule
  /** By when it must be done; null where no law says so. */
  readonly done: { readonly country: string; readonly days: number; readonly extension: number | null } | null
}

/**
 * a-day: 24 hours, put off to the next working day. as-written: no policy pack gives the clock. promise: the time agreed with the customer.
 * day-of-campaign: the hours of the day for which the campaign asked.
 * an-hour: a customer rang the hotline in vain; of the hours in which the company contacts customers.
 * next-attempt: the customer was not reached, and is rung in another part of the next working day.
 */
export type BeginRule =
  | { readonly is: 'a-day' }
  | { readonly is: 'working-days'; readonly days: number }
  | { readonly is: 'law'; readonly country: string; readonly workingDays: number }
  | { readonly is: 'as-written' }
  | { readonly is: 'promise' }
  | { readonly is: 'next-attempt' }
  | { readonly is: 'day-of-campaign' }
  /** So many working days after the call, the closing or the handing back. */
  | { readonly is: 'follow-up'; readonly days: number; readonly after: FollowUpAfter }
  | { readonly is: 'an-hour' }
  /** Of a case: the clock that runs out first. `by` is null for the law's. */
  | {
      readonly is: 'case'
      readonly clock: CaseClockName
      readonly by: { readonly severity: Severity; readonly length: Length } | null
    }

/** What a clock of a case counts from, where that is not the opening. */
const BEGUN_BY: Partial<Readonly<Record<CaseClockName, WhyDue['after']>>> = {
  reply: 'customer-wrote',
  'ask-again': 'waiting',
  law: 'opened',
}

export function whyDue(item: WorkItem, rules: CompanyRules): WhyDue {
  const reopening = reopeningsOf(item).at(-1)
  const since = reopening?.at ?? openedAt(item)
  const after = reopening ? 'reopened' : 'opened'
  const { subject } = item
  const last = attemptsOf(item.events).at(-1)
  if (last) {
    const begin = last.callBackAt === null ? ({ is: 'next-attempt' } as const) : ({ is: 'promise' } as const)
    return { since: last.at, after: 'attempted', begin, done: null }
  }
  switch (subject.is) {
    case 'missed-hotline':
      return { since, after, begin: { is: 'an-hour' }, done: null }
    case 'low-score':
    case 'contact':
      return { since, after, begin: { is: 'a-day' }, done: null }
    case 'follow-up':
      return {
        since,
        after,
        begin: reopening ? { is: 'a-day' } : { is: 'follow-up', days: subject.workingDays, after: followUpAfter(subject, item) },
        done: null,
      }
    case 'check-in':
      return { since, after, begin: reopening ? { is: 'a-day' } : { is: 'day-of-campaign' }, done: null }
    case 'complaint':
    case 'request':
    case 'unclear-reply':
    case 'many-replies':
    case 'told': {
      const { is: clock, since, by } = nextOfCase({ events: item.events, subject }, rules)
      const begun = BEGUN_BY[clock]
      return { since, after: begun ?? after, begin: { is: 'case', clock, by }, done: null }
    }
    case 'right': {
      const { law, ask } = subject
      const clocks = clocksOf(law, { at: openedAt(item), rules })
      const done =
        law.by === 'as-written' || !clocks
          ? null
          : { country: law.country, days: clocks.doneDays[ask], extension: isExtended(item) ? clocks.extensionDays : null }
      if (reopening) return { since, after, begin: { is: 'working-days', days: REOPENED_RIGHT_WORKING_DAYS }, done }
      if (!done || !clocks) return { since, after, begin: { is: 'as-written' }, done: null }
      return { since, after, begin: { is: 'law', country: done.country, workingDays: clocks.acknowledgeWorkingDays }, done }
    }
  }
}
