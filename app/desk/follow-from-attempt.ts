/** What follows from an attempt whatever becomes of its task: a stop is carried out, a complaint or a request becomes a case, an agreed call is opened. */
import { caseSaid } from '#app/desk/case-said.ts'
import { openItem } from '#app/desk/open-item.ts'
import type { CallStop, StopCallsPorts } from '#app/desk/stop-calls.ts'
import { stopInCall } from '#app/desk/stop-in-call.ts'
import type { Events } from '#app/events.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { agreedFollowUp } from '#core/work/agreed-follow-up.ts'
import { CONSEQUENCES } from '#core/work/disposition.ts'
import { toldCase } from '#core/work/told-case.ts'
import type { Attempted, Owner } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'

export interface FollowFromPorts extends StopCallsPorts {
  readonly work: Pick<WorkStore, 'get' | 'update' | 'open' | 'ofCustomer' | 'ofNumber'>
  readonly listOrders: ListOrders
  readonly companyRules: CompanyRules
  readonly events: Events
}

/** A call agreed with a customer who was spoken with: in so many working days, on the desk of the member of staff who agreed on it. */
export interface AgreedCall {
  readonly workingDays: number
  readonly to: Owner
}

interface Following {
  readonly item: CallTask
  readonly attemptId: string
  readonly event: Attempted
  readonly stop: CallStop
  readonly followUp: AgreedCall | null
}

export type Kept = 'stop-in-force' | 'case-open' | 'follow-up-open'

/** Null where nothing does. Harmless when repeated with the same id. */
export async function followFromAttempt(ports: FollowFromPorts, following: Following): Promise<Kept | null> {
  const { item, attemptId, event, stop, followUp } = following
  const { ends, opens } = CONSEQUENCES[event.disposition]
  const { customerId } = item
  if (ends === 'stopped') return stopInCall(ports, { item, event, stop })
  const agreed = followUp && customerId !== null ? { ...followUp, customerId, attemptId, event } : null
  if (agreed) await openItem(ports, agreedFollowUp(item, agreed, ports.companyRules))
  if (!opens) return agreed ? 'follow-up-open' : null
  const said = await caseSaid(ports, { workId: item.workId, customerId, text: event.note })
  const told = toldCase(item, { what: opens, attemptId, event, said }, ports.companyRules)
  await openItem(ports, told)
  if (opens === 'complaint') await ports.listOrders.makeAgain({ workId: told.workId, at: event.at })
  return 'case-open'
}
