/** Staff work on an open case: move it on, describe it, say how grave it is, wait for the customer or hear from them, take it up or hand it back down. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import { openCourtesyCall } from '#app/desk/open-courtesy-call.ts'
import type { Events } from '#app/events.ts'
import type { RosterStore } from '#app/ports/staff.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import { mayHandBack } from '#core/staff/may-hand-back.ts'
import type { Instant } from '#core/time/instant.ts'
import { type CaseAct, type CaseRefusal, eventOfAct } from '#core/work/case/case-act.ts'
import type { CaseEvent, SeveritySet } from '#core/work/case/case-event.ts'
import { isDoneTo, lastDoneTo, seenOf } from '#core/work/case/case-standing.ts'
import { repeatOf, severityByRepeat } from '#core/work/case/repeat.ts'
import { severityByWords } from '#core/work/case/severity-by-rule.ts'
import { type Actor, eventStaff, isBy } from '#core/work/event-staff.ts'
import { withEvents } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Case, WorkItem } from '#core/work/work-item.ts'

export interface WorkOnCasePorts {
  readonly work: Pick<WorkStore, 'get' | 'update' | 'open' | 'ofCustomer'>
  readonly roster: Pick<RosterStore, 'current'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'workOpened'>
}

export interface CaseWork extends Actor {
  readonly workId: string
  readonly act: CaseAct
  readonly at: Instant
  /** How much had been done to the case when the person decided; left out by the `care` command, which decides and acts at once. */
  readonly seen?: number
}

/** `again`: the same member of staff had just done the same. `changed-meanwhile`: a colleague has worked on it after the page was shown. */
export type WorkedOnCase =
  | { readonly item: Case; readonly again: boolean }
  | {
      readonly refused:
        | CaseRefusal
        | 'who-and-what'
        | 'no-case'
        | 'no-such-work'
        | 'already-closed'
        | 'changed-meanwhile'
        | 'full'
        | 'contended'
    }
  | TooLong

export async function workOnCase({ work, roster, companyRules, events }: WorkOnCasePorts, done: CaseWork): Promise<WorkedOnCase> {
  const { act, at, workId, seen } = done
  const by = eventStaff({ by: staffText(done.by), address: done.address })
  if (by.name === '') return { refused: 'who-and-what' }
  const unfit = tooLong({ by: done.by, ...textOf(act) })
  if (unfit) return unfit
  const result = await changeWork(work, workId, async (item): Promise<Change<Case, WorkedOnCase>> => {
    if (item.kind !== 'case') return { instead: { refused: 'no-case' } }
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    const event = eventOfAct(item, { act, by, at }, companyRules.cases)
    const last = lastDoneTo(item)
    if (seen !== undefined && seen !== seenOf(item)) {
      const isMine = last !== undefined && seenOf(item) === seen + 1 && isSame(last, asEvent(item, { act, by, at }, companyRules))
      return { instead: isMine ? { item, again: true } : { refused: 'changed-meanwhile' } }
    }
    if ('refused' in event) return { instead: event }
    if (event.is === 'handed-back' && !(await isAbove(item))) return { instead: { refused: 'only-above' } }
    const next = withEvents(item, [event, ...(await gradedBy(event, item))], companyRules)
    return next === 'full' ? { instead: { refused: 'full' } } : { next }
  })
  const worked = 'instead' in result ? result.instead : { item: result.changed, again: false }
  // Also when it comes again: the run before may have broken off between the two.
  if (act.is === 'hand-back' && 'item' in worked) await openCourtesyCall({ work, roster, companyRules, events }, worked.item)
  return worked

  /** The command line knows a name alone: one that is on no roster is the operator's, who may. */
  async function isAbove(item: Case): Promise<boolean> {
    const member = (await roster.current())?.people.find((person) => isBy(by, person))
    return member === undefined || mayHandBack(item, member)
  }

  /** A complaint that turns out to be a repeat is as grave as the rule of repeats says; a case in which the customer says more, as the words do. */
  async function gradedBy(event: CaseEvent, item: Case): Promise<readonly SeveritySet[]> {
    const { customerId } = item
    if (event.is === 'customer-wrote') return severityByWords(item, { text: event.note, at }, companyRules)
    if (event.is !== 'described' || customerId === null) return []
    const [opened, ...later] = item.events
    const described = { ...item, events: [opened, ...later, event] } satisfies Case
    if (!repeatOf(described, await work.ofCustomer(customerId), companyRules.cases)) return []
    const graded = severityByRepeat(described, at, companyRules.cases)
    return graded ? [graded] : []
  }
}

/** Why it is grave, or goes up and down, is a reason; what was said or proposed may be as long as a note. */
function textOf(act: CaseAct) {
  switch (act.is) {
    case 'describe':
      return { because: staffText(act.text ?? '') }
    case 'grade':
    case 'escalate':
    case 'hand-back':
      return { because: staffText(act.text) }
    case 'move':
    case 'wait':
    case 'heard':
    case 'wrote':
      return { note: staffText(act.text) }
  }
}

/** What the act would have made of the case before its last event: the form sent twice says the same once more. */
function asEvent(
  item: Case & WorkItem,
  acting: { readonly act: CaseAct; readonly by: ReturnType<typeof eventStaff>; readonly at: Instant },
  { cases }: CompanyRules,
): CaseEvent | undefined {
  const [opened, ...later] = item.events
  const last = later.findLastIndex(isDoneTo)
  const before = { ...item, events: [opened, ...later.slice(0, last)] }
  const event = eventOfAct(before, acting, cases)
  return 'refused' in event ? undefined : event
}

const isSame = (a: CaseEvent, b: CaseEvent | undefined): boolean =>
  b !== undefined && JSON.stringify({ ...a, at: '' }) === JSON.stringify({ ...b, at: '' })
