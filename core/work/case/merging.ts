/**
 * Which of a customer's cases may become part of which. The older one goes on, and is at least as grave, but for what made the newer one a repeat: no
 * clock begins anew, and none gets longer. So it was not opened again since the other came in, and goes up as far as the other was.
 */
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import { SEVERITIES } from '#core/campaign/case-terms.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { escalationOf, escalationRank, severityOf, typeOf } from '#core/work/case/case-standing.ts'
import { standingTotal } from '#core/work/case/compensations.ts'
import { hasPhoto } from '#core/work/case/files-of-case.ts'
import { isOpenQuestion, questionsOf } from '#core/work/case/questions.ts'
import type { EventStaff } from '#core/work/event-by.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Closed, History, WorkEvent } from '#core/work/work-event.ts'
import { type Case, openedAt, type WorkItem } from '#core/work/work-item.ts'

export const MERGE_REFUSALS = [
  'no-other-case',
  'newer-case',
  'reopened-since',
  'less-grave-case',
  'no-complaint',
  'department-asked-about-it',
] as const
export type MergeRefusal = (typeof MERGE_REFUSALS)[number]

/** Of which case it became a part; null also where it was opened again since. */
export function mergedInto({ events }: History): string | null {
  const last = events.findLast(({ is }) => is === 'merged' || is === 'reopened')
  return last?.is === 'merged' ? last.into : null
}

/** Why an open case may not become part of another one; null where it may. An answer of a department would find the case closed. */
export function mergeRefusal(item: Case, into: WorkItem | undefined, policy: CasePolicy): MergeRefusal | null {
  if (into?.kind !== 'case' || into.workId === item.workId || into.customerId === null) return 'no-other-case'
  if (into.customerId !== item.customerId || !isOpen(into)) return 'no-other-case'
  if (!isOlder(into, item)) return 'newer-case'
  // All clocks but the law's run from there.
  if (begunAt(into) > begunAt(item)) return 'reopened-since'
  if (rankOf(into, policy) > rankOf(withoutRepeat(item), policy)) return 'less-grave-case'
  // The clock of the law runs for complaints alone, and would end with the part.
  if (typeOf(item) === 'complaint' && typeOf(into) !== 'complaint') return 'no-complaint'
  return questionsOf(item).some(isOpenQuestion) ? 'department-asked-about-it' : null
}

/** Of two that were opened at the same instant one is older all the same, so that each cannot become part of the other. */
const isOlder = (one: Case, other: Case): boolean =>
  openedAt(one) === openedAt(other) ? one.workId < other.workId : openedAt(one) < openedAt(other)

const begunAt = (item: Case): Instant => item.events.findLast(({ is }) => is === 'reopened')?.at ?? openedAt(item)

const rankOf = (item: Case, policy: CasePolicy): number => SEVERITIES.indexOf(severityOf(item, policy).severity)

/** What made it graver is that the customer came again: as a part it is no repeat. */
const withoutRepeat = (item: Case): Case => {
  const isRepeat = (event: WorkEvent) =>
    event.is === 'severity-set' && event.because.is === 'rule' && event.because.rule === 'repeat'
  return { ...item, events: item.events.filter((event) => !isRepeat(event)) as unknown as Case['events'] }
}

/** The oldest first. */
export const mayBecomePartOf = (item: Case, others: readonly WorkItem[], policy: CasePolicy): readonly Case[] =>
  others
    .flatMap((other) => (other.kind === 'case' && mergeRefusal(item, other, policy) === null ? [other] : []))
    .toSorted((a, b) => (isOlder(a, b) ? -1 : 1))

/** Why it can become part of none of them, where one of them is older; null where it can, and where there is none. */
export function barredFromMerging(item: Case, others: readonly WorkItem[], policy: CasePolicy): MergeRefusal | null {
  const refusals = others.map((other) => mergeRefusal(item, other, policy))
  if (refusals.includes(null)) return null
  return refusals.find((refusal) => refusal !== 'no-other-case' && refusal !== 'newer-case') ?? null
}

interface Merging {
  readonly by: EventStaff
  readonly at: Instant
  readonly note: string
}

/**
 * The customer wrote once more, for the case that goes on: whom it waited for has come, and waits for an answer. It goes up as the part did, by the same
 * person or clock, so that those above are told of the case in which it is worked on.
 */
export function tookOver(part: Case, into: Case, { by, at, note }: Merging): readonly CaseEvent[] {
  const raised = escalationOf(part)
  const up = part.events.findLast((event) => event.is === 'escalated')
  const isHigher = escalationRank(raised) > escalationRank(escalationOf(into))
  const compensated = standingTotal(part)
  return [
    { is: 'customer-wrote', at, by, note },
    {
      is: 'took-over',
      at,
      by,
      from: part.workId,
      ...(compensated > 0 && { compensated }),
      ...(hasPhoto(part) && { hasPhoto: true }),
      ...(raised !== null && { raised }),
    },
    ...(isHigher && up?.is === 'escalated' ? [{ ...up, at }] : []),
  ]
}

/**
 * Whether the case that goes on has this from the part: said in the same words and with the part as it stands, since it was opened again last. Other words are of a later time,
 * also where the first try broke off: they are said as well.
 */
export function hasTakenOver({ events }: History, { part, note }: { readonly part: Case; readonly note: string }): boolean {
  const since = part.events.findLast(({ is }) => is === 'reopened')?.at ?? ''
  return events.some((event, at) => {
    if (event.is !== 'took-over' || event.from !== part.workId || event.at <= since) return false
    if ((event.compensated ?? 0) !== standingTotal(part) || (event.hasPhoto === true) !== hasPhoto(part)) return false
    if ((event.raised ?? null) !== escalationOf(part)) return false
    const said = events[at - 1]
    return said?.is === 'customer-wrote' && said.note === note
  })
}

/** Staff have nothing to say to the customer about the part alone: they do not ask whether it is solved, and no survey follows. */
export const merged = (into: string, { by, at, note }: Merging, zone: string): readonly (CaseEvent | Closed)[] => [
  { is: 'merged', at, by, into },
  { is: 'closed', at, on: localDateAt(at, zone), by, note, reached: false, contact: 'not-needed' },
]
