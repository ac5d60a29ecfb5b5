/** How every item of work begins: its first event, and the store's index value that follows from it. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type Dated, deadlinesOf } from '#core/work/deadlines.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export const opened = <About extends Dated & Pick<WorkItem, 'kind'>>(about: About, rules: CompanyRules) => ({
  ...about,
  dueAt: deadlinesOf(about, rules).begin,
  version: 0,
})
