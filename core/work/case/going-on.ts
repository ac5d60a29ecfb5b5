/**
 * A case whose history is full takes nothing more, and its customer may still not be content: then it goes on in a new case, and becomes a part of it. The new one begins as
 * what the full one is: about the same, as grave, as far up, on the same desk.
 */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { contentId } from '#core/customer/content-id.ts'
import type { Instant } from '#core/time/instant.ts'
import { merged, tookOver } from '#core/work/case/merging.ts'
import { isProposal, lawRunsFrom } from '#core/work/case/parts-of-case.ts'
import type { EventStaff } from '#core/work/event-by.ts'
import { opened } from '#core/work/opened.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'

interface GoingOn {
  readonly by: EventStaff
  readonly at: Instant
  /** What the customer waits for, as the person read it in the full history. */
  readonly note: string
}

/** One of each full case, however often the form comes. */
export const idOfGoingOn = ({ workId, customerId }: Pick<Case, 'workId' | 'customerId'>): string =>
  `on_${contentId(workId)}${customerId === null ? '' : `_${customerId}`}`

/** The clocks begin anew, as when a case is opened again; the law's does not while the customer has no proposal. */
export function goingOn(full: Case, { by, at, note }: GoingOn, rules: CompanyRules): Case {
  const { events, subject, customerId, holds } = full
  const [graded, described, to] = [
    events.findLast((event) => event.is === 'severity-set'),
    events.findLast((event) => event.is === 'described'),
    ownerOf(full),
  ]
  const about = {
    kind: 'case' as const,
    workId: idOfGoingOn(full),
    customerId,
    subject,
    holds,
    events: [
      { is: 'opened' as const, at, by },
      ...(graded ? [{ ...graded, at }] : []),
      ...(described ? [{ ...described, at }] : []),
      ...(to.is === 'everybody' ? [] : [{ is: 'assigned' as const, at, by, to }]),
    ] satisfies Case['events'],
  }
  const since = events.some(isProposal) ? null : lawRunsFrom(full)
  const taken = tookOver(full, { ...about, dueAt: at, version: 0 }, { by, at, note })
  const later = taken.map((event) => (event.is === 'took-over' && since !== null ? { ...event, since } : event))
  const [first, ...others] = about.events
  return opened({ ...about, events: [first, ...others, ...later] satisfies Case['events'] }, rules)
}

export const endedByGoingOn = (full: Case, doing: GoingOn, zone: string) => merged(idOfGoingOn(full), doing, zone)
