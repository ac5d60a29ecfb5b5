/**
 * Staff ask for what a customer is to get, another person approves or refuses it where the role of the one who asked does not suffice, and it is given or
 * withdrawn. The limit of the period is booked before the case has the event, and freed after it.
 */
import { caseThatGoesOn } from '#app/desk/case-that-goes-on.ts'
import { type Change, changeWork } from '#app/desk/change-work.ts'
import { bookCompensation, endBooking } from '#app/gifts/book-compensation.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { agreesToAdvertising } from '#core/audience/advertising-consent.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import {
  type CompensationAct,
  type CompensationRefusal,
  eventOfCompensationAct,
  textsOfCompensationAct,
} from '#core/work/case/compensation-act.ts'
import type { CompensationEvent } from '#core/work/case/compensation-event.ts'
import { type CaseCompensation, compensationNamed } from '#core/work/case/compensations.ts'
import type { EventStaff } from '#core/work/event-by.ts'
import { type Actor, eventStaff, isBy } from '#core/work/event-staff.ts'
import { withCaseEvent, withDecidedCompensation } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Case } from '#core/work/work-item.ts'

export interface CompensatePorts {
  readonly work: Pick<WorkStore, 'get' | 'update' | 'getMany'>
  readonly budgets: Pick<BudgetStore, 'get' | 'put'>
  readonly customers: Pick<CustomerStore, 'get'>
  readonly companyRules: CompanyRules
}

export interface Compensating extends Actor {
  readonly workId: string
  readonly act: CompensationAct
  /** Of the roster, at this moment. */
  readonly role: string
  readonly at: Instant
}

/** Why nothing came of it beside what the act itself demands. */
export const COMPENSATING_REFUSALS = ['limit-reached', 'too-many-open', 'voucher-no-consent'] as const

/** `again`: the same form had done it before. */
export type Compensated =
  | { readonly item: Case; readonly compensation: CaseCompensation; readonly again: boolean }
  | {
      readonly refused:
        | CompensationRefusal
        | (typeof COMPENSATING_REFUSALS)[number]
        | 'needs-words'
        | 'who-and-what'
        | 'no-case'
        | 'no-such-work'
        | 'already-closed'
        | 'full'
        | 'contended'
    }
  | TooLong

export async function compensate(ports: CompensatePorts, asking: Compensating): Promise<Compensated> {
  const { work, budgets, companyRules } = ports
  const { act, at, role, workId } = asking
  const by = eventStaff({ by: staffText(asking.by), address: asking.address })
  if (by.name === '') return { refused: 'who-and-what' }
  const unfit = tooLong({ by: asking.by, ...textsOfCompensationAct(act) })
  if (unfit) return unfit
  let bookedIn: string | null = null
  const result = await changeWork(
    work,
    workId,
    async (item): Promise<Change<Case, Case | Exclude<Compensated, { item: Case }>>> => {
      if (item.kind !== 'case') return { instead: { refused: 'no-case' } }
      if (isDone(item, { act, by })) return { instead: item }
      // What was promised may be approved, given or withdrawn after the customer was content; nothing new is.
      if (act.is === 'ask' && !isOpen(item)) return { instead: { refused: 'already-closed' } }
      const sumCounts = act.is === 'ask' || act.is === 'approve' || act.is === 'refuse'
      const goesOn = sumCounts ? await caseThatGoesOn(work, item) : item
      const event = eventOfCompensationAct(item, { act, by, role, at, goesOn }, companyRules)
      if ('refused' in event) return { instead: event }
      if (await lacksConsent(ports, { item, event })) return { instead: { refused: 'voucher-no-consent' } }
      if (event.is !== 'compensation-asked') return { next: withDecidedCompensation(item, event, companyRules) }
      const next = withCaseEvent(item, event, companyRules)
      if (next === 'full') return { instead: { refused: 'full' } }
      const { compensationId, amount, period } = event
      const limit = companyRules.compensation?.limit ?? 0
      const booked = await bookCompensation(ports, { entry: { compensationId, at, workId, amount }, period, limit })
      if (booked !== 'booked') return { instead: { refused: booked } }
      bookedIn = period
      return { next }
    },
  )
  const done = 'instead' in result ? result.instead : result.changed
  if ('refused' in done) {
    // An earlier try had booked it, and nothing came of it. Where the case is contended, the same form may be writing it at this moment.
    if (done.refused !== 'contended' && bookedIn !== null)
      await endBooking({ budgets }, { compensationId: act.compensationId, workId, period: bookedIn, isGiven: false })
    return done
  }
  const compensation = compensationNamed(done, act.compensationId)
  if (!compensation) return { refused: 'which-compensation' }
  // Also of a form that comes again: the first may have ended before it freed what it had booked.
  if (act.is !== 'ask' && act.is !== 'approve') {
    const { period } = compensation.asked
    await endBooking({ budgets }, { compensationId: act.compensationId, workId, period, isGiven: act.is === 'give' })
  }
  return { item: done, compensation, again: 'instead' in result }
}

const ENDS = {
  approve: 'compensation-approved',
  refuse: 'compensation-refused',
  withdraw: 'compensation-withdrawn',
  give: 'compensation-given',
} as const

/** By the same form. What a colleague did with other words is told: two who gave it have given it twice. */
function isDone(item: Case, { act, by }: { readonly act: CompensationAct; readonly by: EventStaff }): boolean {
  const one = compensationNamed(item, act.compensationId)
  if (!one) return false
  if (act.is === 'ask') return true
  const { last } = one
  if (last.is !== ENDS[act.is]) return false
  return act.is === 'approve' || (isBy(last.by, by) && wordsOf(last) === staffText(act.text))
}

const wordsOf = (event: CompensationEvent): string => ('because' in event ? event.because : 'note' in event ? event.note : '')

/** A voucher is asked for, or given, and its customer has not agreed to advertising, or not any more. */
async function lacksConsent(
  { customers }: Pick<CompensatePorts, 'customers'>,
  { item, event }: { readonly item: Case; readonly event: CompensationEvent },
): Promise<boolean> {
  const isPassedOn = event.is === 'compensation-asked' || event.is === 'compensation-given'
  if (!isPassedOn) return false
  const kind = event.is === 'compensation-asked' ? event.kind : compensationNamed(item, event.compensationId)?.asked.kind
  if (kind !== 'voucher') return false
  const person = item.customerId === null ? undefined : await customers.get(item.customerId)
  return !agreesToAdvertising(person?.consents)
}
