/**
 * Staff note how an attempt to ring a customer ended, with what follows from it: the task ends, or is rung again, or at an agreed time; a complaint or
 * a request becomes a case; a stop is carried out at once.
 */
import { type Attempt, type AttemptLacks, lackOf } from '#app/desk/attempt.ts'
import { type Change, changeWork } from '#app/desk/change-work.ts'
import { endCalls } from '#app/desk/end-calls.ts'
import { type AgreedCall, type FollowFromPorts, followFromAttempt, type Kept } from '#app/desk/follow-from-attempt.ts'
import { keepContact } from '#app/desk/keep-contact.ts'
import { type ListPromisePorts, listPromise } from '#app/desk/list-promise.ts'
import { noteStop } from '#app/desk/note-stop.ts'
import { type NoteWrongNumberPorts, noteWrongNumber } from '#app/desk/note-wrong-number.ts'
import { preferredParts } from '#app/desk/preferred-parts.ts'
import type { RosterStore } from '#app/ports/staff.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import { attemptsOf } from '#core/work/attempts.ts'
import { closingOfAttempt } from '#core/work/closing-of-attempt.ts'
import { contactItem } from '#core/work/contact.ts'
import { CONSEQUENCES } from '#core/work/disposition.ts'
import { eventStaff } from '#core/work/event-staff.ts'
import { attempted } from '#core/work/history.ts'
import { leaseOfOther } from '#core/work/lease.ts'
import { isSameAttempt } from '#core/work/same-attempt.ts'
import { isSolvable } from '#core/work/solvable.ts'
import { closingOf, isOpen, reopeningsOf } from '#core/work/standing.ts'
import type { Attempted } from '#core/work/work-event.ts'
import { type CallTask, reasonOf } from '#core/work/work-item.ts'

export interface LogAttemptPorts extends FollowFromPorts, ListPromisePorts {
  readonly customers: FollowFromPorts['customers'] & NoteWrongNumberPorts['customers']
  readonly companyRules: CompanyRules
  readonly roster: Pick<RosterStore, 'current' | 'plan'>
}

export type LoggedAttempt =
  | { readonly logged: CallTask; readonly again: boolean }
  /** A colleague had ended the task, or reopened it, before: what the customer said is kept all the same. */
  | { readonly kept: Kept | 'guide-asked' }
  | { readonly refused: AttemptLacks }
  | {
      readonly refused:
        | 'no-such-work'
        | 'no-call'
        | 'follow-up-no-customer'
        | 'nothing-to-solve'
        | 'already-closed'
        | 'held-by-colleague'
        | 'changed-meanwhile'
        | 'sent-already'
        | 'full'
        | 'contended'
    }
  | TooLong

export async function logAttempt(ports: LogAttemptPorts, attempt: Attempt): Promise<LoggedAttempt> {
  const { work, companyRules } = ports
  const { attemptId, workId } = attempt
  const note = staffText(attempt.note)
  const refused = tooLong({ note, by: attempt.by }) ?? (await lackOf(ports, { ...attempt, note }))
  if (refused) return refused
  const item = await work.get(workId)
  if (!item) return { refused: 'no-such-work' }
  if (item.kind !== 'call-task') return { refused: 'no-call' }
  if (attempt.followUpDays !== undefined && item.customerId === null) return { refused: 'follow-up-no-customer' }
  if (attempt.atFirst !== undefined && !isSolvable(item)) return { refused: 'nothing-to-solve' }
  const preferred = CONSEQUENCES[attempt.disposition].isCounted
    ? await preferredParts(ports, { item, at: attempt.at })
    : undefined
  const event: Attempted = {
    is: 'attempted',
    attemptId,
    at: attempt.at,
    by: eventStaff(attempt),
    disposition: attempt.disposition,
    way: attempt.way,
    note: note === '' ? null : note,
    callBackAt: attempt.disposition === 'call-back' ? attempt.callBackAt : null,
    ...(preferred && { preferred }),
    ...(attempt.guide && { guide: true as const }),
    ...(attempt.atFirst !== undefined && { atFirst: attempt.atFirst }),
    ...(attempt.followUpDays !== undefined && { followUpDays: attempt.followUpDays }),
    ...(attempt.stop === 'number' && CONSEQUENCES[attempt.disposition].ends === 'stopped' && { stop: attempt.stop }),
  }
  const sentBefore = sentTwice(item, event)
  if (sentBefore) {
    // The form before may have broken off behind its write.
    if ('logged' in sentBefore) await noteWrongNumber(ports, { item, event })
    if ('logged' in sentBefore && isOpen(item)) await listPromise(ports, { workId, team: attempt.team, event })
    if ('logged' in sentBefore) await endOthersAtWrongNumber(ports, { item, event })
    return sentBefore
  }
  if (isInWay(item, attempt)) return { refused: 'held-by-colleague' }
  // Before the task is written, and whatever became of it meanwhile: what the customer said holds. When this breaks off, the same form does it again.
  const kept = await followFromAttempt(ports, { item, attemptId, event, stop: attempt.stop, followUp: agreedCall(attempt) })
  const result = await changeWork(work, workId, (now): Change<CallTask, LoggedAttempt> => {
    if (now.kind !== 'call-task') return { instead: { refused: 'no-call' } }
    const sent = sentTwice(now, event)
    if (sent) return { instead: sent }
    if (!isOpen(now)) return { instead: { refused: 'already-closed' } }
    if (isInWay(now, attempt)) return { instead: { refused: 'held-by-colleague' } }
    if (isFromBefore(now, attempt)) return { instead: { refused: 'changed-meanwhile' } }
    const next = attempted(now, { attempt: event, closing: closingOfAttempt(now, { event, companyRules }) }, companyRules)
    return next === 'full' ? { instead: { refused: 'full' } } : { next }
  })
  if ('instead' in result) {
    const guide = await guideOfEnded(ports, { item, event, instead: result.instead })
    const answer = guide ?? ('refused' in result.instead && kept ? { kept } : result.instead)
    if (!('kept' in answer)) return answer
    await noteWrongNumber(ports, { item, event })
    if (answer.kept === 'stop-in-force') await noteStop(ports, { workId, event })
    return answer
  }
  await noteWrongNumber(ports, { item, event })
  if (isOpen(result.changed)) await listPromise(ports, { workId, team: attempt.team, event })
  else ports.events.workClosed({ workId, reason: reasonOf(result.changed) })
  await endOthersAtWrongNumber(ports, { item: result.changed, event })
  return { logged: result.changed, again: false }
}

/** Every other open call of the customer would ring the same stranger. After the task is written: an attempt that is refused ends nothing. */
async function endOthersAtWrongNumber(
  ports: LogAttemptPorts,
  { item, event: { by, at } }: { readonly item: CallTask; readonly event: Attempted },
): Promise<void> {
  const { customerId, workId } = item
  if (customerId === null || closingOf(item)?.as !== 'wrong-number') return
  await endCalls(ports, { whose: { customerId }, except: workId, as: 'wrong-number', by, at })
}

/**
 * A colleague ended the task before. The customer was spoken with all the same and waits for the guide: the talk becomes a contact of its own, on which
 * the mail follows like on any other.
 */
async function guideOfEnded(
  ports: LogAttemptPorts,
  { item, event, instead }: { readonly item: CallTask; readonly event: Attempted; readonly instead: LoggedAttempt },
): Promise<LoggedAttempt | undefined> {
  const { customerId } = item
  const isEnded = 'refused' in instead && instead.refused === 'already-closed'
  if (!isEnded || !event.guide || event.attemptId === undefined || customerId === null) return undefined
  const direction = 'out'
  const contact = contactItem({ contactId: event.attemptId, customerId, direction, event }, ports.companyRules)
  const entered = await keepContact(ports, { item: contact, direction, event })
  return 'refused' in entered ? entered : { kept: 'guide-asked' }
}

/**
 * A colleague rang since, or reopened the task: what they agreed with the customer is not overwritten unseen. A customer who wants no more calls is
 * heard whatever was agreed before.
 */
function isFromBefore(now: CallTask, { round, seen, disposition }: Attempt): boolean {
  if (round !== undefined && reopeningsOf(now).length !== round) return true
  if (CONSEQUENCES[disposition].ends === 'stopped') return false
  return seen !== undefined && attemptsOf(now.events).length !== seen
}

/** A colleague is on this call. A customer who wants no more calls is heard, also when a colleague holds it. */
const isInWay = (item: CallTask, attempt: Attempt): boolean =>
  CONSEQUENCES[attempt.disposition].ends !== 'stopped' && leaseOfOther(item, attempt, attempt.at) !== null

/** The form of an attempt that is logged: nothing is logged twice, and other words than those that are logged are not taken for them. */
function sentTwice(item: CallTask, event: Attempted): LoggedAttempt | undefined {
  const sent = item.events.find((each) => each.is === 'attempted' && each.attemptId === event.attemptId)
  if (sent?.is !== 'attempted') return undefined
  return isSameAttempt(sent, event) ? { logged: item, again: true } : { refused: 'sent-already' }
}

/** A name alone, as the command line knows it, has no desk: then it is the team's. */
const agreedCall = ({ followUpDays, by, address, team }: Attempt): AgreedCall | null =>
  followUpDays === undefined
    ? null
    : {
        workingDays: followUpDays,
        to: address === undefined ? { is: 'team', team } : { is: 'person', address, name: by, team },
      }
