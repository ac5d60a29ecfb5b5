/** Stores in memory for imports, with a count of what is written to them. */

import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import type { ImportListener } from '#app/importing/import-report.ts'
import type { RowProblem, RowRemark } from '#core/customer/table-row.ts'

export function importStores() {
  const customers = memoryCustomerStore({ addressHash: (address) => address.toLowerCase() })
  const purchases = memoryPurchaseStore()
  const consents = memoryConsentLog()
  const writes = { customers: 0, purchases: 0, consents: 0, states: 0, noticed: 0 }
  return {
    writes,
    customers: {
      ...customers,
      put: (put: Parameters<typeof customers.put>[0]) => {
        writes.customers += put.length
        return customers.put(put)
      },
      setConsents: (...args: Parameters<typeof customers.setConsents>) => {
        writes.states++
        return customers.setConsents(...args)
      },
      noticePurchases: (dates: Parameters<typeof customers.noticePurchases>[0]) => {
        writes.noticed += dates.length
        return customers.noticePurchases(dates)
      },
    },
    purchases: {
      ...purchases,
      put: (put: Parameters<typeof purchases.put>[0]) => {
        writes.purchases += put.length
        return purchases.put(put)
      },
    },
    ledgers: memoryLedgerStore(),
    consents: {
      ...consents,
      append: (record: Parameters<typeof consents.append>[0]) => {
        writes.consents++
        return consents.append(record)
      },
    },
  }
}

export function collectingListener() {
  const problems: RowProblem[] = []
  const warnings: RowRemark[] = []
  const progress: number[] = []
  const listener: ImportListener = {
    problem: (problem) => void problems.push(problem),
    warning: (warning) => void warnings.push(warning),
    progress: (read) => void progress.push(read),
  }
  return { listener, problems, warnings, progress }
}

/** Rows as a reader of files gives them, the heading being row 1. */
export const rowsOf = <Column extends string>(rows: readonly Partial<Record<Column, string>>[]) =>
  async function* () {
    for (const [at, cells] of rows.entries()) yield { row: at + 2, cells }
  }
