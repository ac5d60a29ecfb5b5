/**
 * Adds an event to an item of work. An item is one row with its events in it, so its history has a limit: beyond it nothing is added but a closing,
 * which is always possible, and the few things that others were asked for while there was room. A full item is closed, stays closed, and what comes later is work of its own; a full case goes on in a new one (case/going-on.ts).
 */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import type { AddedFile } from '#core/work/case/case-file.ts'
import type { CompensationEvent } from '#core/work/case/compensation-event.ts'
import type { ToldNews } from '#core/work/case/news-event.ts'
import type { QuestionEvent } from '#core/work/case/question-event.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { type CallNews, callOfAttempt, type TelephoneCall, withNews } from '#core/work/telephone-call.ts'
import type { Assigned, Attempted, Closed, Extended, Noted, Reopened } from '#core/work/work-event.ts'
import type { CallTask, Case, DataRequest, WorkItem } from '#core/work/work-item.ts'

/** The most events of an item that is still noted on. */
export const MOST_EVENTS = 500
/**
 * A row may have 400 kB. The longest closing is 2,000 characters of note, 100 of a name and 254 of an address in ASCII: at most 13 kB as JSON, where
 * a control character takes six bytes. What an item holds beside its events stays below 5 kB.
 */
export const MOST_HISTORY_BYTES = 256_000

/** The item with a note of staff, as its next version. */
export const noted = (item: WorkItem, note: Noted, rules: CompanyRules): WorkItem | 'full' => unlessFull(item, note, rules)

/** The item on another desk, as its next version. */
export const assigned = (item: WorkItem, handing: Assigned, rules: CompanyRules): WorkItem | 'full' =>
  unlessFull(item, handing, rules)

/** The item open again, as its next version, with its time to begin counted anew. The caller has made sure that it is closed. */
export const reopened = (item: WorkItem, reopening: Reopened, rules: CompanyRules): WorkItem | 'full' =>
  unlessFull(item, reopening, rules)

/** The case after what staff did, as its next version. */
export const withCaseEvent = (item: Case, event: CaseEvent, rules: CompanyRules): Case | 'full' =>
  withEvents(item, [event], rules)

/** The case after several things that belong together, as one next version. */
export function withEvents(item: Case, events: readonly (CaseEvent | Reopened | Closed)[], rules: CompanyRules): Case | 'full' {
  const next = withAlways(item, events, rules)
  return isFull(next) ? 'full' : next
}

/** The case after what a department said, as its next version. Always possible: few questions are open at once (question-act.ts), with few files. */
export const withDepartmentEvents = (item: Case, events: readonly (QuestionEvent | AddedFile)[], rules: CompanyRules): Case =>
  withAlways(item, events, rules)

/** Beyond the limit; each has less than 7 kB, with all that it leads to. */
const MOST_WORDS_BEYOND = 2

/**
 * The same of what the customer says to the question whether it is solved: they were asked, and their word decides whether the case is closed. Full once
 * they have said it so often beyond the limit.
 */
export function withCustomersWord(
  item: Case,
  events: readonly (CaseEvent | Reopened | Closed)[],
  rules: CompanyRules,
): Case | 'full' {
  const beyond = item.events.filter(
    ({ is }, at) => is === 'customer-said' && isFull({ events: item.events.slice(0, at + 1) as unknown as Case['events'] }),
  )
  const next = withEvents(item, events, rules)
  return next === 'full' && beyond.length < MOST_WORDS_BEYOND ? withAlways(item, events, rules) : next
}

/** The same of what was decided about compensation, given or withdrawn: little of it is open at once (compensation-act.ts). */
export const withDecidedCompensation = (item: Case, event: CompensationEvent, rules: CompanyRules): Case =>
  withAlways(item, [event], rules)

/** The same of the note that staff were told of either: one of each of those few, and of what waits for approval no more than case-rings.ts lets a full case have. */
export const withToldNews = (item: Case, event: ToldNews, rules: CompanyRules): Case => withAlways(item, [event], rules)

/** The full case closed as a part of the one in which it goes on: a closing, and a mark of 300 bytes. */
export const withEndOfFull = (item: Case, events: readonly (CaseEvent | Closed)[], rules: CompanyRules): Case =>
  withAlways(item, events, rules)

function withAlways(item: Case, events: readonly (CaseEvent | Reopened | Closed)[], rules: CompanyRules): Case {
  const isClosing = events.some(({ is }) => is === 'closed')
  const next = { ...item, events: [...item.events, ...events], ...(isClosing && { lease: undefined }) } satisfies Case
  return { ...next, dueAt: deadlinesOf(next, rules).begin, version: item.version + 1 }
}

/** The item closed, as its next version. Always possible, however long its history is. */
export const closed = (item: WorkItem, closing: Closed, rules: CompanyRules): WorkItem => ({
  ...dated(added(item, closing), rules),
  lease: undefined,
})

/** The request with its time extended, as its next version. The caller has made sure that it happens once. */
export const withExtension = (item: DataRequest, extension: Extended, rules: CompanyRules): DataRequest => {
  const next = { ...item, events: [...item.events, extension] } satisfies DataRequest
  return { ...next, dueAt: deadlinesOf(next, rules).begin, version: item.version + 1 }
}

/**
 * The call task with an attempt, as its next version; with a closing when it was the last one. An attempt that ends the task is always possible, like
 * a closing: together they add at most 26 kB. The member of staff who was on the call is so no longer.
 */
export function attempted(
  item: CallTask,
  { attempt, closing }: { readonly attempt: Attempted; readonly closing: Closed | null },
  rules: CompanyRules,
): CallTask | 'full' {
  const callId = callOfAttempt(item, attempt)
  const made = callId === undefined ? attempt : { ...attempt, callId }
  const next: CallTask = { ...item, events: [...item.events, made, ...(closing ? [closing] : [])] }
  if (closing === null && isFull(next)) return 'full'
  return { ...next, dueAt: deadlinesOf(next, rules).begin, lease: undefined, version: item.version + 1 }
}

/** Calls that are started again and again must not fill the row: one takes some 300 bytes. */
export const MOST_CALLS = 100

/** The call task with a call that the telephone system makes for it, as its next version. */
export const withCall = (item: CallTask, call: TelephoneCall): CallTask | 'full' =>
  (item.calls?.length ?? 0) >= MOST_CALLS ? 'full' : { ...item, calls: [...(item.calls ?? []), call], version: item.version + 1 }

/** With what the telephone system told of one of its calls, as its next version; undefined where that is nothing new. */
export function withCallNews(item: CallTask, news: CallNews): CallTask | undefined {
  const { calls = [] } = item
  const next = calls.map((call) => (call.callId === news.callId ? withNews(call, news) : call))
  return next.every((call, at) => call === calls[at]) ? undefined : { ...item, calls: next, version: item.version + 1 }
}

function unlessFull(item: WorkItem, event: Noted | Assigned | Reopened, rules: CompanyRules): WorkItem | 'full' {
  const next = added(item, event)
  return isFull(next) ? 'full' : dated(next, rules)
}

function added(item: WorkItem, event: Noted | Assigned | Closed | Reopened): WorkItem {
  switch (item.kind) {
    case 'call-task':
      return { ...item, events: [...item.events, event] }
    case 'case':
      return { ...item, events: [...item.events, event] }
    case 'data-request':
      return { ...item, events: [...item.events, event] }
  }
}

/** The store's index value follows from the events, like every deadline. */
const dated = (item: WorkItem, rules: CompanyRules): WorkItem => ({
  ...item,
  dueAt: deadlinesOf(item, rules).begin,
  version: item.version + 1,
})

const isFull = ({ events }: Pick<WorkItem, 'events'>): boolean =>
  events.length > MOST_EVENTS || bytesOf(events) > MOST_HISTORY_BYTES

/** More than the longest note takes, and what a clock adds. */
const ONE_EVENT_BYTES = 14_000

/** Whether one more event may find no room: then nothing may be asked for that would have to be noted first. */
export const mayTakeNoMore = ({ events }: Pick<WorkItem, 'events'>): boolean =>
  events.length >= MOST_EVENTS || bytesOf(events) > MOST_HISTORY_BYTES - ONE_EVENT_BYTES

const bytesOf = (events: WorkItem['events']): number => new TextEncoder().encode(JSON.stringify(events)).length
