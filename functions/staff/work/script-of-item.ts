/** What is said in a call for this work, with who speaks to whom about what; null for work that is no call, or whose customer is not known. */

import type { Customer } from '#core/customer/customer.ts'
import { orderOf } from '#core/occasion/subject.ts'
import { isCheckIn, isRungFor, reasonOf, type WorkItem } from '#core/work/work-item.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import type { ShownScript } from '#web/staff/work/script-card.ts'

interface Speaking {
  readonly item: WorkItem
  readonly customer: Customer | undefined
  /** As the roster writes the name of the member of staff. */
  readonly agent: string
}

type ScriptSystem = Pick<WorkSystem, 'companyRules'> & { readonly stores: Pick<WorkSystem['stores'], 'purchases'> }

export async function scriptOfItem(system: ScriptSystem, { item, customer, agent }: Speaking): Promise<ShownScript | null> {
  if (!isRungFor(item) || !customer) return null
  const { company, scripts } = system.companyRules
  // Of all other work the script has the name of the reason.
  const name = isCheckIn(item) ? item.subject.script : reasonOf(item)
  const product = await productOf(system, item)
  const script = scripts.find((each) => each.name === name)?.script
  return { name, script, speakers: { customer, agent, company: company.name, product } }
}

async function productOf({ stores }: ScriptSystem, item: WorkItem): Promise<string | null> {
  const purchaseId = isCheckIn(item) ? orderOf(item.subject.occasionKey) : undefined
  if (purchaseId === undefined || item.customerId === null) return null
  const [purchase] = await stores.purchases.getMany([{ customerId: item.customerId, purchaseId }])
  return purchase?.product ?? null
}
