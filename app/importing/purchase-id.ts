/** Ids of purchases: the shop's order number, or one made from the row's values: the same file again gives the same ids. */
import { contentId } from '#core/customer/content-id.ts'
import type { PurchaseColumn, PurchaseReading } from '#core/customer/purchase-row.ts'
import type { TableRow } from '#core/customer/table-row.ts'

/**
 * Numbers the rows of one file that would share an id: the lines of an order, or a customer who bought the same twice
 * on one day. The first keeps the plain id, the others get `~2`, `~3`, … A refused line of an order is counted too:
 * once it is mended, the others keep their numbers.
 */
export function purchaseNumbering(): (row: TableRow<PurchaseColumn>, reading: PurchaseReading) => string {
  const times = new Map<string, number>()
  return ({ cells }, reading) => {
    const order = 'ok' in reading ? reading.ok.order : (cells.purchase_id ?? '').trim() || null
    const base = order ?? ('ok' in reading ? idOfValues(reading) : '')
    const key = `${(cells.customer_id ?? '').trim()}|${base}`
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return time === 1 ? base : `${base}~${time}`
  }
}

/** The day, so that ids sort by it, and a hash of all the row says. */
function idOfValues({ ok }: Extract<PurchaseReading, { ok: unknown }>): string {
  const { customerId, purchasedOn, deliveredOn, product, units, amount } = ok
  const values = JSON.stringify([customerId, purchasedOn, deliveredOn, product, units, amount?.amount, amount?.currency])
  return `${purchasedOn}-${contentId(values)}`
}
