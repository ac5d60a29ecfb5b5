/** What the facts of a day are gathered from. */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { ReplyStore, ResponseStore } from '#app/ports/listening.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import type { HotlineCallers } from '#app/ports/numbers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { NumberOf } from '#core/facts/who.ts'

export interface GatherPorts {
  readonly occurrences: Pick<OccurrenceStore, 'between' | 'batchPages'>
  readonly campaigns: Pick<CampaignStore, 'version'>
  readonly touches: Pick<TouchStore, 'getMany'>
  readonly responses: Pick<ResponseStore, 'answeredOn'>
  readonly replies: Pick<ReplyStore, 'receivedOn'>
  readonly purchases: Pick<PurchaseStore, 'onDays'>
  readonly vouchers: Pick<VoucherStore, 'getMany' | 'redeemedDuring'>
  readonly work: Pick<WorkStore, 'changedDuring'>
  readonly hotlineCallers: Pick<HotlineCallers, 'rungOn'>
  readonly customers: Pick<CustomerStore, 'whoAre'>
  readonly numberOf: NumberOf
  readonly companyRules: CompanyRules
}
