/**
 * The sample company's shop, as time goes by: every night the day's purchases come in through the same import that `care import` uses, as a
 * real shop's nightly export would. So deliveries, and the words that follow them, happen in the demonstration too.
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

/** When a shop's export is usually ready. */
const EXPORT_AT = '02:00'

export interface SampleShop {
  /** The table of purchases to come. */
  readonly file: string
  readonly stores: { readonly customers: CustomerStore; readonly purchases: PurchaseStore }
  readonly company: Company
  readonly now: Instant
}

/** Brings in everything before today at once (harmless when it is there already), and each later day in its night. */
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
