/** How a case stands, as its events leave it: its step, what it is about, how grave it is and why, whether the customer is waited for, how far up it went. */
import { type CasePolicy, categoryOf } from '#core/campaign/case-policy.ts'
import {
  type CaseRequirement,
  type CaseType,
  ESCALATION_LEVELS,
  type EscalationLevel,
  type Severity,
} from '#core/campaign/case-terms.ts'
import {
  type CaseEvent,
  type CaseStep,
  type Described,
  isAboutTelling,
  isCaseEvent,
  type SeveritySet,
} from '#core/work/case/case-event.ts'
import { isAnswer } from '#core/work/case/case-pauses.ts'
import type { NotMailed } from '#core/work/case/customer-event.ts'
import { hasPhoto } from '#core/work/case/files-of-case.ts'
import type { History, WorkEvent } from '#core/work/work-event.ts'
import type { CaseSubject } from '#core/work/work-item.ts'

export interface CaseAbout extends History {
  readonly subject: CaseSubject
}

/** Since it was opened, or reopened last: what a case is worked on anew. The event that began it is left out. */
export function roundOf({ events }: History): readonly WorkEvent[] {
  const reopened = events.findLastIndex(({ is }) => is === 'reopened')
  return events.slice(reopened === -1 ? 1 : reopened + 1)
}

/** While it is open. A customer who says that it is not solved brings it back to finding a solution. */
export function stepOf(item: History): CaseStep {
  const last = steppedLast(item)
  if (last?.is === 'customer-said') return 'propose'
  return last?.is === 'moved' ? last.to : 'confirm'
}

const steppedLast = (item: History): WorkEvent | undefined =>
  roundOf(item).findLast((event) => event.is === 'moved' || (event.is === 'customer-said' && !event.solved))

/** Whether the customer said that it is not solved, and staff have not gone on since. */
export const isUnsolved = (item: History): boolean => steppedLast(item)?.is === 'customer-said'

/** What the customer said last in this round to the question whether it is solved; null where they said nothing. */
export function saysSolved(item: History): boolean | null {
  const last = roundOf(item).findLast((event) => event.is === 'customer-said')
  return last?.is === 'customer-said' ? last.solved : null
}

/** The last description holds, also after the case was reopened. */
export function descriptionOf({ events }: History): Described | undefined {
  const last = events.findLast((event) => event.is === 'described')
  return last?.is === 'described' ? last : undefined
}

/** What the customer came with: as staff found it, else as it was opened. A mail that is not understood is a question until it is read. */
export function typeOf(item: CaseAbout): CaseType {
  const told = item.events.findLast((event) => event.is === 'described' && event.type !== undefined)
  if (told?.is === 'described' && told.type !== undefined) return told.type
  const { subject } = item
  switch (subject.is) {
    case 'complaint':
    case 'request':
      return subject.is
    case 'unclear-reply':
    case 'many-replies':
      return 'question'
    case 'told':
      return subject.what
  }
}

/** A complaint whose customer was not told a solution yet: staff do not ask whether it is solved, and close it only where nothing was to be said. */
export const lacksProposal = (item: CaseAbout): boolean => typeOf(item) === 'complaint' && stepOf(item) !== 'follow-up'

export interface SeverityNow {
  readonly severity: Severity
  /** type: no rule met it and staff set none. */
  readonly because: SeveritySet['because'] | { readonly is: 'type'; readonly type: CaseType }
}

/** What was set last: staff set it by hand against a rule, and a rule sets it against the type. What the customer said later may be graver than either. */
export function severityOf(item: CaseAbout, { types }: Pick<CasePolicy, 'types'>): SeverityNow {
  const set = item.events.findLast((event) => event.is === 'severity-set')
  if (set?.is === 'severity-set') return { severity: set.severity, because: set.because }
  const type = typeOf(item)
  return { severity: types[type], because: { is: 'type', type } }
}

/** What its category asks for and neither the description nor a file of the case says; null while no category is chosen, or one that the company has no more. */
export function missingFields(item: History, policy: Pick<CasePolicy, 'categories'>): readonly CaseRequirement[] | null {
  const described = descriptionOf(item)
  const category = described && categoryOf(policy, described.category)
  if (!described || !category) return null
  return category.requires.filter((asked) => (asked === 'photo' ? !hasPhoto(item) : described.fields[asked] === undefined))
}

/** Up; or down again: handed back, or opened again after it was closed. A complaint that comes back is its owner's, and goes up anew. */
export const movesBetweenLevels = ({ is }: WorkEvent): boolean => is === 'escalated' || is === 'handed-back' || is === 'reopened'

/** How far up it is now; null where it is not up. */
export function escalationOf({ events }: History): EscalationLevel | null {
  const last = events.findLast(movesBetweenLevels)
  return last?.is === 'escalated' ? last.to : null
}

/** 0 where it is with its owner. */
export const escalationRank = (level: EscalationLevel | null): number =>
  level === null ? 0 : ESCALATION_LEVELS.indexOf(level) + 1

/** Why a mail of the case did not go out, or may not have; undefined where nothing of that is known. */
export function notMailedBecause({ events }: History, mailId: string): NotMailed | undefined {
  const lost = events.find((event) => event.is === 'not-mailed' && event.mailId === mailId)
  return lost?.is === 'not-mailed' ? lost.because : undefined
}

/** How often the customer was asked for something since they answered last, in this round. Whom the mail did not reach was not asked. */
export function triesOf(item: History): number {
  const round = roundOf(item)
  return round.slice(round.findLastIndex(isAnswer) + 1).filter((event) => isAsking(item, event)).length
}

const isAsking = (item: History, event: WorkEvent): boolean =>
  event.is === 'waiting' && (event.mail === undefined || notMailedBecause(item, event.mail.mailId) === undefined)

/** What was done to the case itself; notes, files, hand-overs and mails to staff are left out, and what follows from a rule alone. */
export const isDoneTo = (event: WorkEvent): event is CaseEvent =>
  isCaseEvent(event) && event.is !== 'added-file' && !isAboutTelling(event) && !isByRule(event)

const isByRule = (event: CaseEvent): boolean => event.is === 'severity-set' && event.because.is === 'rule'

const doneTo = ({ events }: History): readonly CaseEvent[] => events.filter(isDoneTo)

export const lastDoneTo = (item: History): CaseEvent | undefined => doneTo(item).at(-1)

/** A form tells by it what its person saw: after another act on the case it acts no more. */
export const seenOf = (item: History): number =>
  doneTo(item).length + item.events.filter(({ is }) => is === 'reopened' || is === 'closed').length
