/** A call-back that was agreed for later on the same day is rung from the list of calls of that day, by the member of staff who agreed on it. */
import type { DayLists } from '#app/ports/day-lists.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { Attempted } from '#core/work/work-event.ts'

export interface ListPromisePorts {
  readonly dayLists: Pick<DayLists, 'get'>
  readonly listOrders: ListOrders
  readonly companyRules: CompanyRules
}

interface Promised {
  readonly workId: string
  /** Of the member of staff who agreed on the time. */
  readonly team: string
  readonly event: Attempted
}

/**
 * Has the lists made again where the task does not stand with that member: work that was due on a later day, or a colleague's line. Otherwise the time
 * would pass without the agent or the lead seeing it on their page. Harmless when repeated.
 */
export async function listPromise(
  { dayLists, listOrders, companyRules: { company } }: ListPromisePorts,
  { workId, team, event: { at, by, callBackAt } }: Promised,
): Promise<void> {
  const date = localDateAt(at, company.zone)
  if (callBackAt === null || localDateAt(callBackAt, company.zone) !== date) return
  const list = await dayLists.get({ team, date })
  const isListed = list?.lines.some(({ agent, workIds }) => agent === by.address && workIds.includes(workId)) ?? false
  if (!isListed) await listOrders.makeAgain({ workId: null, at })
}
