/** What customers bought. */
import type { PartitionRange } from '#app/ports/partition-range.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** What an import needs of them. */
export type ImportedPurchases = Pick<PurchaseStore, 'getMany' | 'put'>

export interface PurchaseStore {
  put(purchases: readonly Purchase[]): Promise<void>
  getMany(keys: readonly { readonly customerId: string; readonly purchaseId: string }[]): Promise<readonly Purchase[]>
  /** Purchases made (or delivered) on one of the days by customers of the partitions, page by page. */
  onDays(query: {
    readonly by: 'purchase' | 'delivery'
    readonly days: readonly LocalDate[]
    readonly range: PartitionRange
  }): AsyncIterable<readonly Purchase[]>
  ofCustomer(customerId: string): Promise<readonly Purchase[]>
  /** The same, page by page. */
  pagesOfCustomer(customerId: string): AsyncIterable<readonly Purchase[]>
}
