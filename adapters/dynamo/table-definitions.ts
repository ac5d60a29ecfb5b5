/**
 * The tables as plain data: the one definition that the local engine, the contract suite and the infrastructure read. Single-item conditional writes
 * only; no transactions, no streams, no TTL as a timer (docs/adr/002).
 */

export interface IndexDefinition {
  readonly partitionKey: string
  readonly sortKey: string
  /** Holds the keys of its rows alone, and not every attribute: for an index that says whom to read. */
  readonly keysOnly?: true
}

export interface TableDefinition {
  readonly partitionKey: string
  readonly sortKey?: string
  /** Keys are text. Every attribute is projected, where the index does not say otherwise. */
  readonly indexes?: Readonly<Record<string, IndexDefinition>>
}

export const TABLES = {
  /**
   * customerId. Indexes: all customers under 16 keys; by birthday key (`S-02-29`), by first purchase's month-day, by address. `place` is
   * `<partition>#<customerId>`, so that a run of partitions is a range of the sort key.
   */
  customers: {
    partitionKey: 'customerId',
    indexes: {
      everybody: { partitionKey: 'everybodyKey', sortKey: 'place' },
      byBirthday: { partitionKey: 'birthdayKey', sortKey: 'place' },
      byFirstPurchase: { partitionKey: 'firstPurchaseDay', sortKey: 'place' },
      byAddress: { partitionKey: 'addressHash', sortKey: 'customerId' },
    },
  },
  /**
   * customerId: by what staff find a customer, folded (docs/adr/022). Indexes: by given and by full name, under the first two letters of the key
   * (`ng`) and sorted by `<key> #<customerId>`, so that all names with one beginning are one query in their order; by number; by who looks after them; and all customers in
   * the order of names, under 8 keys that are read together (docs/adr/026). `#ordered` is the mark that each customer has a place there.
   *
   * `ng` holds the Nguyễns and Ngôs, four names of ten: four of ten writes go to it, 400 a second while an import makes 1,000, and DynamoDB, which
   * allows 1,000 a second to one partition, splits a busy key by its sort key, as it does the days of a year. A search reads one page of it, wherever
   * the page begins: the size of the key does not matter.
   */
  finder: {
    partitionKey: 'customerId',
    indexes: {
      byGivenName: { partitionKey: 'givenNameStart', sortKey: 'givenNamePlace', keysOnly: true },
      byFullName: { partitionKey: 'fullNameStart', sortKey: 'fullNamePlace', keysOnly: true },
      byPhone: { partitionKey: 'phone', sortKey: 'customerId', keysOnly: true },
      byOwner: { partitionKey: 'ownerKey', sortKey: 'customerId', keysOnly: true },
      inNameOrder: { partitionKey: 'orderKey', sortKey: 'orderPlace', keysOnly: true },
    },
  },
  /**
   * customerId + purchaseId. Indexes by day; `place` is `<partition>#<customerId>#<purchaseId>`.
   */
  purchases: {
    partitionKey: 'customerId',
    sortKey: 'purchaseId',
    indexes: {
      byPurchaseDay: { partitionKey: 'purchaseDay', sortKey: 'place' },
      byDeliveryDay: { partitionKey: 'deliveryDay', sortKey: 'place' },
    },
  },
  /**
   * campaignId + `v#000012` (a version) or `state#<instant>` (a change of state, for the record; `#2` behind a second one of that instant).
   * `#campaigns` + campaignId is the newest version of each, `#states` + campaignId its state now (`unkept`: changes that have no row
   * yet); no campaign's id has a `#`.
   */
  campaigns: { partitionKey: 'scope', sortKey: 'item' },
  /** occurrenceId + `meta` | `slice#003` | `batch#<batchId>` | `mailed` | `trouble#0` to `trouble#7` (counters) | `bounced#<customerId>` |
   * `complained#<customerId>` (marks of who is counted) | `decision#<instant>#<customerId>#<decision>` |
   * `unknown#<batchId>` (marks of batches in which an outcome is unknown, or once was: unknown-marks.ts); only `meta` rows have a month and a dateAndId, only open ones an openKey.
   * `#retention` + `walk` | `proof#<instant>` is what the nightly deletion remembers and proves. */
  occurrences: {
    partitionKey: 'occurrenceId',
    sortKey: 'item',
    indexes: {
      byMonth: { partitionKey: 'month', sortKey: 'dateAndId' },
      byCampaign: { partitionKey: 'campaignId', sortKey: 'dateAndId' },
      stillOpen: { partitionKey: 'openKey', sortKey: 'dateAndId' },
    },
  },
  /** customerId + occurrenceId | `<occurrenceId>#delivery` | `ledger`, and `#erased` + customerId for each tombstone. No index: this is the hot path. */
  touches: { partitionKey: 'customerId', sortKey: 'item' },
  consents: { partitionKey: 'customerId', sortKey: 'recordId' },
  /**
   * `email#<keyed hash>` | `phone#<keyed hash>`, `soft#` + either for soft bounces, `#keyed` for the mark that all are stored so. The version before
   * used the plain hash of an address (suppression-rows.ts). The do-not-call register: `dnc#<run>#` + either, and `#do-not-call` for the list in force.
   */
  suppressions: { partitionKey: 'addressHash' },
  /** customerId + occurrenceId of the invitation. Index by the day of the first answer; `place` as in `purchases`. */
  responses: {
    partitionKey: 'customerId',
    sortKey: 'occurrenceId',
    indexes: { byDay: { partitionKey: 'answeredOn', sortKey: 'place' } },
  },
  /** customerId (or `#unmatched`) + replyId. Index by the day it came. */
  replies: {
    partitionKey: 'customerId',
    sortKey: 'replyId',
    indexes: { byDay: { partitionKey: 'receivedOn', sortKey: 'replyId' } },
  },
  /**
   * workId. Indexes: open items, by due time (only open items have an openKey), by team and due time (`team#<name>` or `#unassigned`), and by the
   * address of the person who has them and due time; by customer, or by the number of a caller who is none (`number#+84912345678`); closed items, by
   * kind and day (`call-task#2026-11-22`), with `place` as in `purchases`; all items, by the day of their latest event, in UTC. `#days` is the mark that
   * every item is found so. `#teams` and `#persons` are the marks that every open item is found by its team, and by its person. `call#<id>` leads from a
   * call of the telephone system to its task, `answered#<keyed name of a number>` tells until when its caller was last spoken with, `#drafts#<workId>`
   * holds what staff are typing about it.
   */
  work: {
    partitionKey: 'workId',
    indexes: {
      stillOpen: { partitionKey: 'openKey', sortKey: 'dueAt' },
      openByTeam: { partitionKey: 'teamKey', sortKey: 'dueAt', keysOnly: true },
      openByPerson: { partitionKey: 'personKey', sortKey: 'dueAt', keysOnly: true },
      byCustomer: { partitionKey: 'customerId', sortKey: 'workId' },
      byClosedDay: { partitionKey: 'closedDay', sortKey: 'place' },
      byChangedDay: { partitionKey: 'changedDay', sortKey: 'place', keysOnly: true },
    },
  },
  /** code. Index by the day on which it was redeemed, in UTC; `#days` is the mark that all are found so. */
  vouchers: {
    partitionKey: 'code',
    indexes: { byRedeemedDay: { partitionKey: 'redeemedDay', sortKey: 'code', keysOnly: true } },
  },
  /**
   * campaignId + period (`2027-Q1`), or + `planned#<budget id>` for the book of a locked budget; `#compensation` + period. Budgets of periods: `#plan#<budget id>` +
   * `v#000012`, and `#plans` + budget id (budget-plans.ts).
   */
  budgets: { partitionKey: 'campaignId', sortKey: 'period' },
  /**
   * `#roster` + `current` or `v#000012`; `session#<address>` + session id; `subject#<address>` + issuer; `audit#2026-11` + `<instant>#<id>`; `duty#<day>` +
   * the number of a change; `calls#<team>` + the day of a list of calls; `questions` + `<instant>#<question id>`: what departments were asked. An entry
   * of the audit log is never replaced.
   */
  staff: { partitionKey: 'scope', sortKey: 'item' },
  /**
   * `late` + a day whose facts are to be written again; `written` + a day whose facts are written; `roll-ups#<from>#<to>#<column>` + the column's value;
   * `hotline` + `<day>#<keyed number>`: who rang. `proposals#<period>#<segment>` + proposal id, `handed-in#<report id>` + `report`, `handed-in` +
   * `<instant>#<report id>`: what the head adds (report-book.ts). Only callers are in the indexes: by customer, and by number.
   */
  numbers: {
    partitionKey: 'scope',
    sortKey: 'item',
    indexes: {
      byCustomer: { partitionKey: 'customerId', sortKey: 'item', keysOnly: true },
      byNumber: { partitionKey: 'numberName', sortKey: 'item', keysOnly: true },
    },
  },
  /** `email`: the end of the taken places of the sending rate, and its tempo. */
  pace: { partitionKey: 'resource' },
} as const satisfies Record<string, TableDefinition>

export type TableName = keyof typeof TABLES
/** The physical name of each table. */
export type TableNames = Readonly<Record<TableName, string>>
