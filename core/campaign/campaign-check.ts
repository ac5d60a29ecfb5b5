/** One check of a campaign: what it is given, and what it finds. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Problem } from '#core/campaign/problem.ts'

export interface Checked {
  readonly campaign: CampaignDefinition
  readonly companyRules: CompanyRules
}

export type Finding = Omit<Problem, 'file'>
export type Check = (checked: Checked) => readonly Finding[]
