/**
 * Staff note how an attempt to ring a customer ended, with what follows from it: the task ends, or is rung again, or at an agreed time; a complaint or
 * a request becomes a case; a stop is carried out at once.
 */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import { openItem } from '#app/desk/open-item.ts'
import { type CallStop, type StopCallsPorts, stopCalls } from '#app/desk/stop-calls.ts'
import type { Events } from '#app/events.ts'
import type { RosterStore } from '#app/ports/staff.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import { type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import { spokenChannel } from '#core/channel/channel.ts'
import { type PromiseRefusal, promiseRefusal } from '#core/duty/promise.ts'
import { teamOf } from '#core/duty/team.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { attemptsOf, countedAttempts } from '#core/work/attempts.ts'
import { type CallEnd, CONSEQUENCES, type ContactWay, type Disposition } from '#core/work/disposition.ts'
import { eventStaff, isSameStaff } from '#core/work/event-staff.ts'
import { attempted } from '#core/work/history.ts'
import { isOpen, reopeningsOf } from '#core/work/standing.ts'
import { toldCase } from '#core/work/told-case.ts'
import type { Attempted, Closed } from '#core/work/work-event.ts'
import { type CallTask, reasonOf } from '#core/work/work-item.ts'

export interface LogAttemptPorts extends StopCallsPorts {
  readonly work: Pick<WorkStore, 'get' | 'update' | 'open'>
  readonly roster: Pick<RosterStore, 'current' | 'plan'>
  readonly companyRules: CompanyRules
  readonly events: Events
}

export interface Attempt {
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
  /** The team of whoever rang: its hours bound a promise. */
  readonly team: string
  readonly at: Instant
  /** How often the task had been reopened when the person rang. */
  readonly round?: number
}

export type LoggedAttempt =
  | { readonly logged: CallTask; readonly again: boolean }
  | { readonly refused: 'needs-note' | 'needs-time' | PromiseRefusal }
  | { readonly refused: 'no-such-work' | 'no-call' | 'already-closed' | 'changed-meanwhile' | 'full' | 'contended' }
  | TooLong

/** The same attempt by the same person within this time is the form sent twice. */
const SENT_TWICE_MS = MINUTE_MS

export async function logAttempt(ports: LogAttemptPorts, attempt: Attempt): Promise<LoggedAttempt> {
  const { work, companyRules } = ports
  const note = attempt.note.trim()
  const refused = tooLong({ note, by: attempt.by }) ?? (await refusalOf(ports, { ...attempt, note }))
  if (refused) return refused
  const event: Attempted = {
    is: 'attempted',
    at: attempt.at,
    by: eventStaff(attempt),
    disposition: attempt.disposition,
    way: attempt.way,
    note: note === '' ? null : note,
    callBackAt: attempt.disposition === 'call-back' ? attempt.callBackAt : null,
  }
  const result = await changeWork(work, attempt.workId, async (item): Promise<Change<CallTask, LoggedAttempt>> => {
    if (item.kind !== 'call-task') return { instead: { refused: 'no-call' } }
    if (isSentTwice(item, event)) return { instead: { logged: item, again: true } }
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    if (attempt.round !== undefined && reopeningsOf(item).length !== attempt.round)
      return { instead: { refused: 'changed-meanwhile' } }
    const next = attempted(item, { attempt: event, closing: closingOf(item, { event, companyRules }) }, companyRules)
    if (next === 'full') return { instead: { refused: 'full' } }
    // Before the task is written: when this breaks off, the task is still open, and the same attempt does it again.
    await carryOut(ports, { item, event, stop: attempt.stop })
    return { next }
  })
  if ('instead' in result) return result.instead
  if (!isOpen(result.changed)) ports.events.workClosed({ workId: attempt.workId, reason: reasonOf(result.changed) })
  return { logged: result.changed, again: false }
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
  const { company, calendar, channels } = companyRules
  const zone = customer?.zone ?? company.zone
  const law = touchRules(companyRules, {
    country: customer?.country ?? company.country,
    contentClass: 'care',
    channel: spokenChannel(channels).id,
    date: localDateAt(wanted, zone),
  })
  const lawful = { hours: law?.hours ?? null, zone }
  return promiseRefusal({ team: teamOf(plan, name), calendar, zone: company.zone, lawful }, { wanted, now })
}

function isSentTwice({ events }: CallTask, event: Attempted): boolean {
  const last = attemptsOf(events).at(-1)
  return (
    last !== undefined &&
    isSameStaff(last.by, event.by) &&
    last.disposition === event.disposition &&
    last.note === event.note &&
    last.callBackAt === event.callBackAt &&
    event.at < plusMs(last.at, SENT_TWICE_MS)
  )
}

/** Null while another attempt is to be made. */
function closingOf(
  item: CallTask,
  { event, companyRules: { company } }: { readonly event: Attempted; readonly companyRules: CompanyRules },
): Closed | null {
  const as = endOf(item, { event, most: company.calls.attempts })
  if (as === null) return null
  const { at, by } = event
  return { is: 'closed', at, on: localDateAt(at, company.zone), by, note: null, reached: as === 'reached', as }
}

function endOf({ events }: CallTask, { event, most }: { readonly event: Attempted; readonly most: number }): CallEnd | null {
  const { ends, isCounted } = CONSEQUENCES[event.disposition]
  if (ends !== null) return ends
  return isCounted && countedAttempts([...events, event]) >= most ? 'exhausted' : null
}

async function carryOut(
  ports: LogAttemptPorts,
  { item, event, stop }: { readonly item: CallTask; readonly event: Attempted; readonly stop: CallStop },
): Promise<void> {
  const { ends, opens } = CONSEQUENCES[event.disposition]
  const { customerId, workId } = item
  if (ends === 'stopped') await stopCalls(ports, { customerId, stop, at: event.at, evidence: workId })
  if (opens) await openItem(ports, toldCase(item, { what: opens, event }, ports.companyRules))
}
