/**
 * The tables as plain data: the one place that the local engine, the contract suite and the infrastructure all read.
 * Single-item conditional writes only; no transactions, no streams, no TTL as a timer (docs/adr/002).
 */

export interface IndexDefinition {
  readonly partitionKey: string
  readonly sortKey: string
}

export interface TableDefinition {
  readonly partitionKey: string
  readonly sortKey?: string
  /** Every attribute is projected. Keys are text. */
  readonly indexes?: Readonly<Record<string, IndexDefinition>>
}

export const TABLES = {
  /**
   * customerId. Indexes: everybody by hash partition; by birthday key and by first purchase's month-day, each with a shard
   * (`S-02-29#3`); by address. `place` is `<partition>#<customerId>`, so that a run of partitions is a range of the sort key.
   */
  customers: {
    partitionKey: 'customerId',
    indexes: {
      byPartition: { partitionKey: 'partition', sortKey: 'customerId' },
      byBirthday: { partitionKey: 'birthdayShard', sortKey: 'place' },
      byFirstPurchase: { partitionKey: 'firstPurchaseShard', sortKey: 'place' },
      byAddress: { partitionKey: 'addressHash', sortKey: 'customerId' },
    },
  },
  /**
   * customerId + purchaseId. Indexes by day with a shard (`2027-02-06#3`); `purchaseKey` is
   * `<partition>#<customerId>#<purchaseId>`.
   */
  purchases: {
    partitionKey: 'customerId',
    sortKey: 'purchaseId',
    indexes: {
      byPurchaseDay: { partitionKey: 'purchaseDayShard', sortKey: 'purchaseKey' },
      byDeliveryDay: { partitionKey: 'deliveryDayShard', sortKey: 'purchaseKey' },
    },
  },
  /**
   * campaignId + `v#000012` (a version) or `state#<instant>` (a change of state, for the record).
   * `#campaigns` + campaignId is the newest version of each, `#states` + campaignId its state now; no campaign's id has a `#`.
   */
  campaigns: { partitionKey: 'scope', sortKey: 'item' },
  /** occurrenceId + `meta` | `slice#003` | `batch#<batchId>`; only `meta` rows have a month. */
  occurrences: {
    partitionKey: 'occurrenceId',
    sortKey: 'item',
    indexes: { byMonth: { partitionKey: 'month', sortKey: 'dateAndId' } },
  },
  /** customerId + occurrenceId | `ledger`. No index: this is the hot path. */
  touches: { partitionKey: 'customerId', sortKey: 'item' },
  consents: { partitionKey: 'customerId', sortKey: 'recordId' },
  suppressions: { partitionKey: 'addressHash' },
  vouchers: { partitionKey: 'code' },
  budgets: { partitionKey: 'campaignId', sortKey: 'period' },
} as const satisfies Record<string, TableDefinition>

export type TableName = keyof typeof TABLES
/** The physical name of each table. */
export type TableNames = Readonly<Record<TableName, string>>
