/** Ends the open call tasks of a customer, or of a number, that is to get no more calls or reaches a stranger: a colleague would ring it from the list. */
import { changeWork } from '#app/desk/change-work.ts'
import type { Events } from '#app/events.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { CallEnd } from '#core/work/disposition.ts'
import type { EventStaff } from '#core/work/event-by.ts'
import { closed } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import { isCheckIn, reasonOf, type WorkItem } from '#core/work/work-item.ts'

export interface EndCallsPorts {
  readonly work: Pick<WorkStore, 'get' | 'update' | 'ofCustomer' | 'ofNumber'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'workClosed'>
}

interface Ending {
  /** The number of a caller who was no customer when they rang. */
  readonly whose: { readonly customerId: string } | { readonly phone: string }
  /** The task in which the person said it, which ends by its own attempt. */
  readonly except: string
  readonly as: Extract<CallEnd, 'stopped' | 'wrong-number'>
  readonly by: EventStaff
  readonly at: Instant
}

/**
 * Harmless when repeated. A wrong number ends the calls of campaigns alone: what the customer waits for can be answered in writing, and a missed call is rung
 * back by staff, whoever has the number.
 */
export async function endCalls(
  { work, companyRules, events }: EndCallsPorts,
  { whose, except, as, by, at }: Ending,
): Promise<void> {
  const on = localDateAt(at, companyRules.company.zone)
  const closing = { is: 'closed', at, on, by, note: null, reached: false, as } as const
  const all = 'customerId' in whose ? await work.ofCustomer(whose.customerId) : await work.ofNumber(whose.phone)
  const isMeant = (item: WorkItem) => as === 'stopped' || isCheckIn(item)
  const others = all.filter((item) => item.kind === 'call-task' && item.workId !== except && isOpen(item) && isMeant(item))
  for (const { workId } of others) {
    const ended = await changeWork(work, workId, (item) =>
      isOpen(item) ? { next: closed(item, closing, companyRules) } : { instead: 'ended-before' as const },
    )
    if ('changed' in ended) events.workClosed({ workId, reason: reasonOf(ended.changed) })
  }
}
