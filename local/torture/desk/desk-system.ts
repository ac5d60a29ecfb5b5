/** What a request of staff works with. */
import type { Events } from '#app/events.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'

export interface DeskSystem {
  readonly stores: StaffStores
  readonly companyRules: CompanyRules
  readonly events: Events
  readonly clock: () => Instant
}
