/** The sample company over a year: in parts and day by day give the same rows, for its mails, surveys, reminders and calls. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import type { Person } from '#app/ports/customers.ts'
import { importFileInto } from '#cli/commands/import.ts'
import { rightFolder } from '#cli/right-folder.ts'
import { storesForImport } from '#cli/stores-for-import.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { rehearsedStaff } from '#local/rehearsal/rehearsed-staff.ts'
import { SEALS } from '#test/support/random-base.ts'
import { dayByDay, inParts } from './in-parts.ts'

const CAMPAIGNS = join(import.meta.dirname, '../../../campaigns')

async function sampleCompany() {
  const folder = await rightFolder(CAMPAIGNS)
  if ('refused' in folder) throw new Error(folder.refused.join('\n'))
  const { companyRules, accepting, roster } = folder
  const customers = memoryCustomerStore(SEALS)
  const bought = memoryPurchaseStore()
  const stores = async () => storesForImport({ customers, purchases: bought, companyRules })
  const output = { print: () => {}, warn: () => {}, refuse: (reasons: readonly string[]) => expect.fail(reasons.join()) }
  for (const kind of ['customers', 'purchases'] as const)
    await importFileInto({ output, stores }, { kind, file: join(CAMPAIGNS, 'sample', `${kind}.csv`), format: 'csv' })
  const people: Person[] = []
  const purchases: Purchase[] = []
  for await (const page of customers.inPartitions({ first: 0, last: PARTITIONS - 1 })) people.push(...page)
  for (const { customer } of people) purchases.push(...(await bought.ofCustomer(customer.customerId)))
  return {
    base: { people, purchases, suppressions: [] },
    ...{ accepting, companyRules, staff: await rehearsedStaff(roster, undefined) },
    ...{ from: '2026-01-01', to: '2026-12-31' },
  }
}

test.each([2, 8])('in %i parts', async (count) => {
  const order = await sampleCompany()
  const whole = await dayByDay(order)
  expect(whole.rows.length).toBeGreaterThan(order.base.people.length * 4)
  const parted = await inParts(order, count)
  expect(parted.rows).toEqual(whole.rows)
  expect(parted.balances).toEqual(whole.balances)
  expect(parted.lacking).toEqual(whole.lacking)
})
