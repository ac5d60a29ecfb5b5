/** The published schemas: an editor completes and checks a file that names one in `$schema`. Made from the schemas that the system itself uses. */

import { z } from 'zod'
import { BudgetRatesSchema } from '#core/campaign/budget-rates.ts'
import { campaignSchema } from '#core/campaign/campaign-definition.ts'
import { CasePolicySchema } from '#core/campaign/case-policy.ts'
import { CompanySchema } from '#core/campaign/company.ts'
import { CompensationSchema } from '#core/campaign/compensation.ts'
import { DepartmentsSchema } from '#core/campaign/departments.ts'
import { PlaybookSchema } from '#core/campaign/playbook.ts'
import { policyPackSchema } from '#core/campaign/policy-pack.ts'
import { priceListSchema } from '#core/campaign/price-list.ts'
import { ScriptSchema } from '#core/campaign/script.ts'
import { ThemesSchema } from '#core/campaign/themes.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { RosterSchema } from '#core/staff/roster.ts'
import { CountryCalendarSchema } from '#core/time/country-calendar.ts'

const PUBLISHED = {
  'campaign.schema.json': { title: 'A campaign of Thăm Hỏi', schema: campaignSchema(OUR_CHANNELS) },
  'company.schema.json': { title: 'The company that sends', schema: CompanySchema },
  'cases.schema.json': { title: 'How cases are worked on', schema: CasePolicySchema },
  'departments.schema.json': { title: 'The departments that staff ask about cases', schema: DepartmentsSchema },
  'compensation.schema.json': { title: 'What customers may get for what went wrong', schema: CompensationSchema },
  'budget.schema.json': { title: 'What a budget is computed with beside the prices', schema: BudgetRatesSchema },
  'themes.schema.json': { title: 'What customers talk about', schema: ThemesSchema },
  'policy.schema.json': { title: 'The law of a country', schema: policyPackSchema(OUR_CHANNELS) },
  'prices.schema.json': { title: 'What things cost', schema: priceListSchema(OUR_CHANNELS) },
  'staff.schema.json': { title: 'Who works here, and what they may do in the staff app', schema: RosterSchema },
  'script.schema.json': { title: 'What staff say in a call', schema: ScriptSchema },
  'playbook.schema.json': { title: 'What staff do about complaints of a category', schema: PlaybookSchema },
  'calendar.schema.json': { title: 'The calendar of a country', schema: CountryCalendarSchema },
}

/** File name to text, as in campaigns/schema/. For files that people write, so a field with a default may be left out. */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(PUBLISHED).map(([name, { title, schema }]) => [
      name,
      `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`,
    ]),
  )
