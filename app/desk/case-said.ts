/** What the rules of severity ask for when a case is opened; what no rule of the company asks for is not read. */
import type { CustomerStore } from '#app/ports/customers.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { CaseSaid } from '#core/work/case/severity-by-rule.ts'

export interface CaseSaidPorts {
  readonly customers: Pick<CustomerStore, 'get'>
  readonly work: Pick<WorkStore, 'ofCustomer'>
  readonly companyRules: Pick<CompanyRules, 'cases'>
}

interface Said {
  readonly workId: string
  readonly customerId: string | null
  readonly text: string | null
}

export async function caseSaid({ customers, work, companyRules }: CaseSaidPorts, said: Said): Promise<CaseSaid> {
  const { workId, customerId, text } = said
  const rules = Object.values(companyRules.cases.severities).map(({ when }) => when)
  const asksTier = customerId !== null && rules.some(({ tiers }) => tiers.length > 0)
  const asksOthers = customerId !== null && rules.some(({ repeat }) => repeat)
  const [person, others] = await Promise.all([
    asksTier ? customers.get(customerId) : undefined,
    asksOthers ? work.ofCustomer(customerId) : [],
  ])
  return { text, tier: person?.customer.tier ?? null, others: others.filter((other) => other.workId !== workId) }
}
