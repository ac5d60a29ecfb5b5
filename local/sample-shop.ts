/**
 * The sample company's shop over time: every night the day's purchases are imported through the same import as `care import`, as from a real shop's
 * nightly export. So the demonstration has deliveries, and answers about them, too.
 */
import { PURCHASE_HEADINGS } from '#adapters/csv/purchase-headings.ts'
import { openTable } from '#adapters/csv/table-file.ts'
import { importPurchases } from '#app/importing/import-purchases.ts'
import type { ImportListener, Row } from '#app/importing/import-report.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { Company } from '#core/campaign/company.ts'
import { readDate } from '#core/customer/date-cell.ts'
import type { PurchaseColumn } from '#core/customer/purchase-row.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { instantAt, localDateAt } from '#core/time/zone.ts'
import type { DueEngine } from '#local/clock/due-engine.ts'

/** The usual time of a shop's export. */
const EXPORT_AT = '02:00'

export interface SampleShop {
  /** The table of future purchases. */
  readonly file: string
  readonly stores: { readonly customers: CustomerStore; readonly purchases: PurchaseStore }
  readonly company: Company
  readonly now: Instant
}

/** Imports everything before today at once (harmless when it was imported before), and each later day in its night. */
export async function sampleShop({ file, stores, company, now }: SampleShop): Promise<DueEngine> {
  const days = await rowsByDay(file)
  const waiting = [...days.keys()].sort()
  const exportOf = (day: LocalDate) => instantAt(addDays(day, 1), EXPORT_AT, company.zone)

  async function bringIn(until: LocalDate, at: Instant): Promise<LocalDate[]> {
    const due = waiting.filter((day) => day < until)
    if (due.length > 0) {
      const rows = due.flatMap((day) => days.get(day) ?? [])
      await importPurchases({ ...stores, company, now: at, rows: streamOf(rows), listener: QUIET })
      waiting.splice(0, due.length)
    }
    return due
  }
  await bringIn(localDateAt(now, company.zone), now)
  return {
    name: 'sample shop',
    nextDue: () => (waiting[0] === undefined ? undefined : exportOf(waiting[0])),
    fireDue: (at) => bringIn(localDateAt(at, company.zone), at),
  }
}

const QUIET: ImportListener = { problem: () => {}, warning: () => {}, progress: () => {} }

async function* streamOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

async function rowsByDay(file: string): Promise<Map<LocalDate, Row<PurchaseColumn>[]>> {
  const table = await openTable(file, PURCHASE_HEADINGS)
  if ('refused' in table) throw new Error(`${file}: ${table.refused}`)
  const days = new Map<LocalDate, Row<PurchaseColumn>[]>()
  for await (const row of table.rows()) {
    const date = 'cells' in row ? readDate(row.cells.purchased_on ?? '') : undefined
    if (!date || !('value' in date)) throw new Error(`${file}: row ${row.row} has no day`)
    days.set(date.value, [...(days.get(date.value) ?? []), row])
  }
  return days
}
