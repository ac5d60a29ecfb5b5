/**
 * Staff note how an attempt to ring a customer ended, with what follows from it: the task ends, or is rung again, or at an agreed time; a complaint or
 * a request becomes a case; a stop is carried out at once.
 */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import { openItem } from '#app/desk/open-item.ts'
import { callLawOn, preferredParts } from '#app/desk/preferred-parts.ts'
import type { CallStop, StopCallsPorts } from '#app/desk/stop-calls.ts'
import { stopInCall } from '#app/desk/stop-in-call.ts'
import type { Events } from '#app/events.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import type { RosterStore } from '#app/ports/staff.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import { type PromiseRefusal, promiseRefusal } from '#core/duty/promise.ts'
import { teamOf } from '#core/duty/team.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { attemptsFor, attemptsOf, countedAttempts } from '#core/work/attempts.ts'
import { type CallEnd, CONSEQUENCES, type ContactWay, type Disposition } from '#core/work/disposition.ts'
import { eventStaff } from '#core/work/event-staff.ts'
import { attempted } from '#core/work/history.ts'
import { isOpen, reopeningsOf } from '#core/work/standing.ts'
import { toldCase } from '#core/work/told-case.ts'
import type { Attempted, Closed } from '#core/work/work-event.ts'
import { type CallTask, reasonOf, type WorkItem } from '#core/work/work-item.ts'

export interface LogAttemptPorts extends StopCallsPorts {
  readonly work: Pick<WorkStore, 'get' | 'update' | 'open' | 'ofCustomer'>
  readonly roster: Pick<RosterStore, 'current' | 'plan'>
  readonly listOrders: ListOrders
  readonly companyRules: CompanyRules
  readonly events: Events
}

export interface Attempt {
  /** Of the form: the same one sent again is the same attempt. */
  readonly attemptId: string
  readonly workId: string
  readonly disposition: Disposition
  readonly way: ContactWay
  readonly note: string
  /** Of a `call-back`: the agreed time; null otherwise. */
  readonly callBackAt: Instant | null
  /** Of a `do-not-call`: who is not to be rung any more. */
  readonly stop: CallStop
  readonly by: string
  readonly address?: string | undefined
  /** The team of the person who rang: its hours bound a promise. */
  readonly team: string
  readonly at: Instant
  /** How often the task had been reopened when the person rang. */
  readonly round?: number
  /** How many attempts the task showed, since it was opened or reopened, when the person rang. */
  readonly seen?: number
}

export type LoggedAttempt =
  | { readonly logged: CallTask; readonly again: boolean }
  /** A colleague had ended the task, or reopened it, before: what the customer said is kept all the same. */
  | { readonly kept: 'stop-in-force' | 'case-open' }
  | { readonly refused: 'needs-note' | 'needs-time' | PromiseRefusal }
  | { readonly refused: 'no-such-work' | 'no-call' | 'already-closed' | 'changed-meanwhile' | 'full' | 'contended' }
  | TooLong

export async function logAttempt(ports: LogAttemptPorts, attempt: Attempt): Promise<LoggedAttempt> {
  const { work, companyRules } = ports
  const { attemptId, workId } = attempt
  const note = staffText(attempt.note)
  const refused = tooLong({ note, by: attempt.by }) ?? (await refusalOf(ports, { ...attempt, note }))
  if (refused) return refused
  const item = await work.get(workId)
  if (!item) return { refused: 'no-such-work' }
  if (item.kind !== 'call-task') return { refused: 'no-call' }
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
  }
  const isSentTwice = ({ events }: WorkItem) => events.some((each) => each.is === 'attempted' && each.attemptId === attemptId)
  if (isSentTwice(item)) return { logged: item, again: true }
  // Before the task is written, and whatever became of it meanwhile: what the customer said holds. When this breaks off, the same form does it again.
  const kept = await carryOut(ports, { item, attemptId, event, stop: attempt.stop })
  const result = await changeWork(work, workId, (now): Change<CallTask, LoggedAttempt> => {
    if (now.kind !== 'call-task') return { instead: { refused: 'no-call' } }
    if (isSentTwice(now)) return { instead: { logged: now, again: true } }
    if (!isOpen(now)) return { instead: { refused: 'already-closed' } }
    if (isFromBefore(now, attempt)) return { instead: { refused: 'changed-meanwhile' } }
    const next = attempted(now, { attempt: event, closing: closingOf(now, { event, companyRules }) }, companyRules)
    return next === 'full' ? { instead: { refused: 'full' } } : { next }
  })
  if ('instead' in result) return 'refused' in result.instead && kept ? { kept } : result.instead
  if (!isOpen(result.changed)) ports.events.workClosed({ workId, reason: reasonOf(result.changed) })
  return { logged: result.changed, again: false }
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

async function refusalOf(
  ports: LogAttemptPorts,
  { workId, disposition, note, callBackAt, team, at }: Attempt,
): Promise<LoggedAttempt | undefined> {
  const { asks } = CONSEQUENCES[disposition]
  if (asks === 'note' && note === '') return { refused: 'needs-note' }
  if (asks !== 'time') return undefined
  if (callBackAt === null) return { refused: 'needs-time' }
  const refused = await refusedPromise(ports, { workId, wanted: callBackAt, team, now: at })
  return refused === null ? undefined : { refused }
}

interface WantedPromise {
  readonly workId: string
  readonly wanted: Instant
  readonly team: string
  readonly now: Instant
}

async function refusedPromise(
  { work, customers, roster, companyRules }: LogAttemptPorts,
  { workId, wanted, team: name, now }: WantedPromise,
): Promise<PromiseRefusal | null> {
  const [published, item] = await Promise.all([roster.current(), work.get(workId)])
  const plan = await roster.plan(published?.planId ?? null)
  const customerId = item?.customerId
  const customer = customerId ? (await customers.get(customerId))?.customer : undefined
  const { company, calendar } = companyRules
  const law = callLawOn(companyRules, {
    item: item?.kind === 'call-task' ? item : undefined,
    customer: customer ?? company,
    at: wanted,
  })
  return promiseRefusal({ team: teamOf(plan, name), calendar, zone: company.zone, law }, { wanted, now })
}

/** Null while another attempt is to be made. */
function closingOf(
  item: CallTask,
  { event, companyRules: { company } }: { readonly event: Attempted; readonly companyRules: CompanyRules },
): Closed | null {
  const as = endOf(item, { event, most: attemptsFor(item, company), today: localDateAt(event.at, company.zone) })
  if (as === null) return null
  const { at, by } = event
  return { is: 'closed', at, on: localDateAt(at, company.zone), by, note: null, reached: as === 'reached', as }
}

interface Ending {
  readonly event: Attempted
  readonly most: number
  readonly today: LocalDate
}

function endOf({ events, subject }: CallTask, { event, most, today }: Ending): CallEnd | null {
  const { ends, isCounted } = CONSEQUENCES[event.disposition]
  if (ends !== null) return ends
  if (!isCounted) return null
  if (countedAttempts([...events, event]) >= most) return 'exhausted'
  // A promise was kept after the last day, and the customer did not answer.
  return subject.is === 'check-in' && subject.lastDay < today ? 'expired' : null
}

/** What holds whatever becomes of the task; null where nothing does. Harmless when repeated with the same id. */
async function carryOut(
  ports: LogAttemptPorts,
  { item, attemptId, event, stop }: Carrying,
): Promise<Extract<LoggedAttempt, { kept: unknown }>['kept'] | null> {
  const { ends, opens } = CONSEQUENCES[event.disposition]
  if (ends === 'stopped') return stopInCall(ports, { item, event, stop })
  if (!opens) return null
  await openItem(ports, toldCase(item, { what: opens, attemptId, event }, ports.companyRules))
  if (opens === 'complaint') await ports.listOrders.makeAgain(event.at)
  return 'case-open'
}

interface Carrying {
  readonly item: CallTask
  readonly attemptId: string
  readonly event: Attempted
  readonly stop: CallStop
}
