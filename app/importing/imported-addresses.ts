/** Which customers of a table share an address: within the file, with those stored before, and no longer with the address that one gave up. */
import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { Row } from '#app/importing/import-report.ts'
import type { ImportedCustomers, Person } from '#app/ports/customers.ts'
import type { SharedAddress } from '#core/audience/shared-address.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { letterChannel } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { CustomerColumn } from '#core/customer/customer-column.ts'
import { type CustomerDefaults, customerFromRow } from '#core/customer/customer-row.ts'
import type { RowRemark, TableRow } from '#core/customer/table-row.ts'

interface AddressImport {
  readonly customers: ImportedCustomers
  readonly companyRules: Pick<CompanyRules, 'channels'>
  readonly rows: () => AsyncIterable<Row<CustomerColumn>>
}

interface Imported {
  readonly customer: Customer
  readonly row: TableRow<CustomerColumn>
  /** As stored before; undefined for a new customer. */
  readonly before: Person | undefined
}

const WRITES_AT_ONCE = 20

/**
 * The row that counts, for customers with several good rows; and the customers who share an address, by address. While counting it holds every id and
 * address, never a row.
 */
export async function firstLook(task: AddressImport, defaults: CustomerDefaults) {
  const addressOf = letterAddress(task)
  const last = new Map<string, number>()
  const lastRows = new Map<string, number>()
  const firstWith = new Map<string, string>()
  const sharing = new Map<string, Set<string>>()
  for await (const row of task.rows()) {
    if ('broken' in row) continue
    const reading = customerFromRow(row, defaults)
    if ('problems' in reading) continue
    const { customer } = reading.ok
    const { customerId } = customer
    const address = addressOf(customer)?.toLowerCase()
    if (last.has(customerId)) lastRows.set(customerId, row.row)
    last.set(customerId, row.row)
    if (address === undefined) continue
    const first = firstWith.get(address) ?? customerId
    firstWith.set(address, first)
    if (first !== customerId) sharing.set(address, (sharing.get(address) ?? new Set([first])).add(customerId))
  }
  return { lastRows, sharing }
}

/**
 * Asks only about addresses that are new to their customer, shared within the file, or marked already: an unchanged list costs nothing. Fewer
 * customers may now share the address that a customer gave up.
 */
export async function markAddresses(
  task: AddressImport,
  { news, sharing }: { readonly news: readonly Imported[]; readonly sharing: ReadonlyMap<string, ReadonlySet<string>> },
): Promise<readonly RowRemark[]> {
  const addressOf = letterAddress(task)
  const addresses = new Map<string, Imported[]>()
  for (const one of news) {
    const [now, before] = [addressOf(one.customer), one.before ? addressOf(one.before.customer) : null]
    const isMarked = one.before?.sharedAddress !== undefined
    if (before !== null && before !== now && isMarked) addresses.set(before, addresses.get(before) ?? [])
    if (now !== null && (before !== now || isMarked || sharing.has(now.toLowerCase())))
      addresses.set(now, [...(addresses.get(now) ?? []), one])
  }
  const remarks: RowRemark[] = []
  await eachBounded([...addresses], {
    limit: WRITES_AT_ONCE,
    act: async ([address, ones]) => {
      const also = [...(sharing.get(address.toLowerCase()) ?? []), ...ones.map(({ customer }) => customer.customerId)]
      const mark = await markSharedAddress(task, { address, also })
      if (mark) for (const { customer, row } of ones) remarks.push(sharedRemark(mark, { address, customer, row: row.row }))
    },
  })
  return remarks.sort((a, b) => a.row - b.row)
}

const letterAddress = ({ companyRules }: AddressImport) => letterChannel(companyRules.channels).contactPoint.of

const sharedRemark = (
  { customers, writtenTo }: SharedAddress,
  { address, customer, row }: { readonly address: string; readonly customer: Customer; readonly row: number },
): RowRemark => ({
  row,
  column: 'email',
  value: address,
  note: `the same address as ${customers.filter((id) => id !== customer.customerId).join(', ')}: a greeting that is the same for all goes to ${writtenTo} alone, or to the next of them where that one may not get it`,
})
