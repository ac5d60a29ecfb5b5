/** What the screen of one item of work is drawn from. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { MayRing } from '#core/work/may-ring.ts'
import type { WhyDue } from '#core/work/why-due.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { CorrectionOutcome } from '#web/staff/customers/correct-profile.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import type { CustomerBeside } from '#web/staff/work/item-customer.ts'
import type { ItemForms } from '#web/staff/work/item-forms.ts'
import type { ShownScript } from '#web/staff/work/script-card.ts'
import type { SharingNumber } from '#web/staff/work/shared-number.ts'

export interface ItemShown extends Omit<ItemForms, 'frame'> {
  readonly behind: Behind
  readonly why: WhyDue
  readonly campaigns: CampaignNames
  readonly companyRules: CompanyRules
  /** Null where the customer is not known, or gone. */
  readonly beside: CustomerBeside | null
  /** Whether the customer may be rung now; null where that is no question. */
  readonly ring: MayRing | null
  /** The others who have the number of an open call. */
  readonly sharing: readonly SharingNumber[]
  /** Other customers with whom the number is noted as wrong. */
  readonly wrongWith: readonly Customer[]
  /** What the member of staff says; null for work that is no call. */
  readonly script: ShownScript | null
  /** What became of a correction of the customer. */
  readonly correction: CorrectionOutcome | null
  /** Whether the visitor can ring by the company's telephone system. */
  readonly canRing: boolean
  /** What is left of the limit of compensation; null where there is no catalogue, and for what is no case. */
  readonly compensationRoom: number | null
  /** The item itself, or the case of which it became a part, by whose sum it goes what may be approved. */
  readonly goesOn: WorkItem
  /** The customer's mails that joined a case, with something attached. */
  readonly mails: readonly Reply[]
  /** What became of the form that was sent last. */
  readonly said: string | undefined
}
