/** Import of a customer table: repeatable, in chunks, and no bad row stops the others. */

import { type RecordConsentsPorts, recordConsents } from '#app/consent/record-consents.ts'
import { eachBounded } from '#app/each-bounded.ts'
import { fontsIn } from '#app/importing/fonts-in-list.ts'
import { newConsents } from '#app/importing/import-consents.ts'
import {
  IMPORT_CHUNK,
  type ImportListener,
  type ImportReport,
  importTally,
  inChunks,
  type Row,
} from '#app/importing/import-report.ts'
import { firstLook, markAddresses } from '#app/importing/imported-addresses.ts'
import { sameProfile } from '#app/importing/same-profile.ts'
import type { ConsentLog } from '#app/ports/consent.ts'
import type { ImportedCustomers, Person } from '#app/ports/customers.ts'
import type { ConsentRecord } from '#core/audience/consent.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { letterChannel } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { CustomerColumn } from '#core/customer/customer-column.ts'
import { type CustomerDefaults, customerFromRow, readCustomerId } from '#core/customer/customer-row.ts'
import type { RowRemark, TableRow } from '#core/customer/table-row.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface CustomerImport {
  readonly customers: ImportedCustomers
  readonly consents: ConsentLog
  readonly ledgers: RecordConsentsPorts['ledgers']
  readonly companyRules: Pick<CompanyRules, 'company' | 'channels'>
  readonly now: Instant
  /** Name of the file, for the proof of consent. */
  readonly file: string
  /** The table from its first row; it is read three times. */
  readonly rows: () => AsyncIterable<Row<CustomerColumn>>
  readonly listener: ImportListener
}

/**
 * The table is read three times: to learn the script of its names, to learn which row of a repeated customer counts (the last good one), and to
 * import it. Which rows are good depends on the first reading, and no row is kept in between. Only rows with a change are written: the same file
 * again writes nothing.
 */
export async function importCustomers(task: CustomerImport): Promise<ImportReport> {
  const { companyRules, now } = task
  const { zone, locale, country } = companyRules.company
  const fonts = await fontsIn(task.rows())
  const defaults: CustomerDefaults = { zone, locale, country, today: localDateAt(now, zone), fonts }
  const { lastRows, sharing } = await firstLook(task, defaults)
  const tally = importTally(task.listener)
  for await (const chunk of inChunks(task.rows(), IMPORT_CHUNK)) {
    const known = await knownAmong(task.customers, chunk)
    const news: News[] = []
    for (const row of chunk) {
      tally.counts.read++
      if ('broken' in row) {
        await tally.refuse([row.broken])
        continue
      }
      const person = known.get((row.cells.customer_id ?? '').trim())
      const reading = customerFromRow(row, defaults, person?.customer)
      if ('problems' in reading) {
        await tally.refuse(reading.problems)
        continue
      }
      const { customer, decisions } = reading.ok
      const counts = lastRows.get(customer.customerId) ?? row.row
      if (counts !== row.row) {
        tally.counts.superseded++
        await tally.warn([superseded(row, counts)])
        continue
      }
      await tally.warn(reading.warnings)
      const { records, remarks } = await newConsents({
        ...task,
        company: companyRules.company,
        channel: letterChannel(companyRules.channels).id,
        customerId: customer.customerId,
        person,
        row: row.row,
        decisions,
      })
      await tally.warn(remarks)
      const profile = person === undefined ? 'added' : sameProfile(person.customer, customer) ? 'unchanged' : 'changed'
      tally.counts[profile === 'unchanged' && records.length > 0 ? 'changed' : profile]++
      news.push({ customer, isNew: profile !== 'unchanged', records, row, before: person })
    }
    await write(task, news)
    await tally.warn(await markAddresses(task, { news, sharing }))
    task.listener.progress(tally.counts.read)
  }
  return tally.counts
}

const WRITES_AT_ONCE = 20

interface News {
  readonly customer: Customer
  readonly isNew: boolean
  readonly records: readonly ConsentRecord[]
  readonly row: TableRow<CustomerColumn>
  readonly before: Person | undefined
}

/** Profiles first: a consent state can only be set on a customer who exists. */
async function write({ customers, consents, ledgers }: CustomerImport, news: readonly News[]) {
  const profiles = news.filter(({ isNew }) => isNew).map(({ customer }) => customer)
  if (profiles.length > 0) await customers.put(profiles)
  const decided = news.filter(({ records }) => records.length > 0)
  await eachBounded(decided, {
    limit: WRITES_AT_ONCE,
    act: ({ customer: { customerId }, records }) => recordConsents({ customers, consents, ledgers }, { customerId, records }),
  })
}

async function knownAmong(
  customers: ImportedCustomers,
  chunk: readonly Row<CustomerColumn>[],
): Promise<ReadonlyMap<string, Person>> {
  const ids = new Set<string>()
  for (const row of chunk) {
    const id = 'cells' in row ? readCustomerId(row.cells.customer_id ?? '') : undefined
    if (id !== undefined && 'value' in id) ids.add(id.value)
  }
  const people = ids.size === 0 ? [] : await customers.getMany([...ids])
  return new Map(people.map((person) => [person.customer.customerId, person]))
}

const superseded = ({ row, cells }: TableRow<CustomerColumn>, later: number): RowRemark => ({
  row,
  column: 'customer_id',
  value: cells.customer_id ?? '',
  note: `rows ${row} and ${later} are the same customer: row ${later} counts`,
})
