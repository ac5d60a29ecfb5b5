/** The reference of bench/rehearsal.ts, a process of its own: the rows of a rehearsal day by day, with everything kept, as a hash. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { csvSheet } from '#adapters/csv/csv-sheet.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { TOUCH_COLUMNS } from '#app/rehearsal/rehearsal-report.ts'
import { importFileInto } from '#cli/commands/import.ts'
import { rightFolder } from '#cli/right-folder.ts'
import { storesForImport } from '#cli/stores-for-import.ts'
import { rehearsalSeals } from '#local/rehearsal/rehearsal-seals.ts'
import { rehearsedStaff } from '#local/rehearsal/rehearsed-staff.ts'
import { dayByDay } from '#test/support/day-by-day.ts'

const [campaigns = '', customersFile = '', purchasesFile = '', from = '', to = '', out = ''] = process.argv.slice(2)
const folder = await rightFolder(campaigns)
if ('refused' in folder) throw new Error(folder.refused.join('\n'))
const { companyRules, accepting, roster } = folder
const seals = rehearsalSeals()
const customers = memoryCustomerStore(seals)
const purchases = memoryPurchaseStore()
const stores = storesForImport({ customers, purchases, companyRules })
const output = { print: console.log, warn: console.error, refuse: console.error }
await importFileInto({ output, stores: async () => stores }, { kind: 'customers', file: customersFile, format: 'csv' })
await importFileInto({ output, stores: async () => stores }, { kind: 'purchases', file: purchasesFile, format: 'csv' })
const rows: (readonly string[])[] = []
await dayByDay(
  {
    base: {
      ...{ customers, purchases, seals, companyRules },
      suppressions: memorySuppressionList(),
      doNotCall: memoryDoNotCallList(),
      ...(await rehearsedStaff(roster, undefined)),
      sink: { event: () => {}, alarm: () => {} },
    },
    ...{ accepting, from, to },
  },
  { row: (row) => rows.push(row) },
)
const sheet = csvSheet(out, { columns: TOUCH_COLUMNS })
await sheet.writeAll(rows)
await sheet.close()
console.log(createHash('sha256').update(readFileSync(out, 'utf8').split('\n').toSorted().join('\n')).digest('hex'))
