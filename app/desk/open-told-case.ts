/** Staff open a case of what a customer told them, whatever the outcome of a call, and also beside all calls. A complaint interrupts at once. */
import { caseSaid } from '#app/desk/case-said.ts'
import { openItem } from '#app/desk/open-item.ts'
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { eventStaff } from '#core/work/event-staff.ts'
import { caseOfStaff, idOfToldCase } from '#core/work/told-case.ts'
import { type CallTask, openedAt, type Told } from '#core/work/work-item.ts'

export interface OpenToldCasePorts {
  readonly customers: Pick<CustomerStore, 'get'>
  readonly work: Pick<WorkStore, 'get' | 'open' | 'ofCustomer'>
  readonly listOrders: ListOrders
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'workOpened'>
}

export interface CaseTold {
  /** Of the form: the same one sent again is the same case. */
  readonly caseId: string
  readonly customerId: string
  /** Null where the form does not tell it. */
  readonly what: Told | null
  readonly note: string
  /** In which the customer said it; null beside all calls. */
  readonly call: CallTask | null
  readonly by: string
  readonly address?: string | undefined
  readonly at: Instant
}

export type OpenedCase =
  | { readonly opened: string; readonly again: boolean }
  | { readonly refused: 'no-such-customer' | 'which-case' | 'case-needs-note' }
  | TooLong

export async function openToldCase(ports: OpenToldCasePorts, told: CaseTold): Promise<OpenedCase> {
  const { caseId, customerId, what, call, at } = told
  const note = staffText(told.note)
  const long = tooLong({ note })
  if (long) return long
  if (what === null) return { refused: 'which-case' }
  if (note === '') return { refused: 'case-needs-note' }
  if (!(await ports.customers.get(customerId))) return { refused: 'no-such-customer' }
  const said = await caseSaid(ports, { workId: idOfToldCase(told), customerId, text: note })
  const item = caseOfStaff({ caseId, customerId, what, note, call, said, at, by: eventStaff(told) }, ports.companyRules)
  const again = (await openItem(ports, item)) === 'lost'
  const stored = again ? await ports.work.get(item.workId) : item
  // After a crash the same form orders it: an order that comes twice does no harm, and names the moment at which the complaint came in.
  if (what === 'complaint') await ports.listOrders.makeAgain({ workId: item.workId, at: openedAt(stored ?? item) })
  return { opened: item.workId, again }
}
