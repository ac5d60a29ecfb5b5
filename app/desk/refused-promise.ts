/** Why the time that a customer asked to be rung at is not promised, by the hours of the team of the member of staff, by the law where the customer lives, and by the company. */
import { callLawOn } from '#app/desk/preferred-parts.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { RosterStore } from '#app/ports/staff.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type PromiseRefusal, promiseRefusal } from '#core/duty/promise.ts'
import { teamOf } from '#core/duty/team.ts'
import type { Instant } from '#core/time/instant.ts'

export interface RefusedPromisePorts {
  readonly work: Pick<WorkStore, 'get'>
  readonly customers: Pick<CustomerStore, 'get'>
  readonly roster: Pick<RosterStore, 'current' | 'plan'>
  readonly companyRules: CompanyRules
}

interface WantedPromise {
  readonly workId: string
  readonly wanted: Instant
  readonly team: string
  readonly now: Instant
}

/** Null: it may be promised. */
export async function refusedPromise(
  { work, customers, roster, companyRules }: RefusedPromisePorts,
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
  const { zone, hours, blackouts } = company
  return promiseRefusal({ team: teamOf(plan, name), calendar, zone, law, hours, blackouts }, { wanted, now })
}
