/** Writes the sample company's tables to campaigns/sample. `node local/sample-company/generate.ts` again changes nothing. */
import { writeFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { SAMPLE_CUSTOMER_HEADING } from '#local/sample-company/sample-customer.ts'
import { sampleCustomers } from '#local/sample-company/sample-customers.ts'
import { sampleMistakes } from '#local/sample-company/sample-mistakes.ts'
import { SAMPLE_PURCHASE_HEADING, samplePurchases } from '#local/sample-company/sample-purchases.ts'

/** File names and contents, with a byte order mark in files that a spreadsheet opens by double click. */
export function sampleTables(): Readonly<Record<string, string>> {
  const customers = sampleCustomers()
  const { past, toCome } = samplePurchases(customers)
  const rows = customers.map((customer) => SAMPLE_CUSTOMER_HEADING.map((heading) => customer[heading]))
  return {
    'customers.csv': stringify([[...SAMPLE_CUSTOMER_HEADING], ...rows], { bom: true }),
    'purchases.csv': stringify([[...SAMPLE_PURCHASE_HEADING], ...past], { bom: true }),
    'purchases-to-come.csv': stringify([[...SAMPLE_PURCHASE_HEADING], ...toCome], { bom: true }),
    'customers-with-mistakes.csv': sampleMistakes(),
  }
}

if (import.meta.main) {
  const folder = new URL('../../campaigns/sample/', import.meta.url)
  for (const [name, table] of Object.entries(sampleTables())) writeFileSync(new URL(name, folder), table)
}
