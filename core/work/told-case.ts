/** The case of what a customer told staff: in a call by its outcome, or as staff open it whatever the outcome, also beside all calls. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { type CaseSaid, severityByRule } from '#core/work/case/severity-by-rule.ts'
import type { EventStaff } from '#core/work/event-by.ts'
import { opened } from '#core/work/opened.ts'
import type { Attempted } from '#core/work/work-event.ts'
import type { CallTask, Case, Told, WorkItem } from '#core/work/work-item.ts'

interface ToldIn {
  readonly what: 'complaint' | 'request'
  readonly attemptId: string
  readonly event: Attempted
  readonly said: CaseSaid
}

/**
 * One of each attempt, also of one that comes again after a crash, and of one that finds the task ended by a colleague: what the customer said is
 * theirs. It stands in the first note.
 */
export function toldCase(call: CallTask, { what, attemptId, event, said }: ToldIn, rules: CompanyRules): Case {
  const { workId, customerId } = call
  return caseOf({ ...event, workId: `told_${workId}_${attemptId}`, customerId, what, call, said }, rules)
}

interface ToldStaff {
  /** Of the form. */
  readonly caseId: string
  readonly customerId: string
  readonly what: Told
  readonly note: string
  readonly call: CallTask | null
  readonly said: CaseSaid
  readonly at: Instant
  readonly by: EventStaff
}

/** One of each form and customer, however often it comes. */
export const idOfToldCase = ({ caseId, customerId }: Pick<ToldStaff, 'caseId' | 'customerId'>): string =>
  `case_${caseId}_${customerId}`

export const caseOfStaff = ({ caseId, ...told }: ToldStaff, rules: CompanyRules): Case =>
  caseOf({ ...told, workId: idOfToldCase({ caseId, customerId: told.customerId }) }, rules)

interface Opening extends Omit<ToldStaff, 'caseId' | 'customerId' | 'note'> {
  readonly workId: string
  readonly customerId: string | null
  readonly note: string | null
}

function caseOf({ workId, customerId, what, note, call, said, at, by }: Opening, rules: CompanyRules): Case {
  const { campaignId, occurrenceId } = call?.subject ?? { campaignId: null, occurrenceId: null }
  return opened(
    {
      kind: 'case',
      workId,
      customerId,
      subject: { is: 'told', what, workId: call?.workId ?? null, replyId: null, campaignId, occurrenceId },
      holds: [],
      events: [
        { is: 'opened', at, by },
        ...severityByRule({ ...said, type: what, score: starsBehind(call), at }, rules),
        ...(note === null ? [] : [{ is: 'noted' as const, at, by, note }]),
      ],
    },
    rules,
  )
}

/** What the customer gave before the call that asks about it: as a mail with that score is, their complaint is as grave. An index of several ratings is no such score. */
const starsBehind = (call: CallTask | null): number | null =>
  call?.subject.is === 'low-score' && call.subject.outOf === undefined ? call.subject.score : null

/** What the customer told the member of staff who opened the case, as they noted it; null for all other work, and for a case opened without words. */
export function toldWords({ subject, events }: Pick<WorkItem, 'subject' | 'events'>): string | null {
  if (subject.is !== 'told') return null
  const noted = events.find((event) => event.is === 'noted' && event.at === events[0].at)
  return noted?.is === 'noted' ? noted.note : null
}
