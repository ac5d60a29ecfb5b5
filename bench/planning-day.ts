/** One day planned for so many people, in this process: prints a `PlannedDay` as JSON. Started by planning.ts. */
import { join, resolve } from 'node:path'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { readCampaignFolder } from '#adapters/files/campaign-folder.ts'
import { memoryBatchAlarms } from '#adapters/memory/batch-alarms.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { planOccurrences } from '#app/planning/plan-occurrences.ts'
import { planSlice } from '#app/planning/plan-slice.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { addDays } from '#core/time/local-date.ts'
import { checkCampaignFiles } from '#functions/wiring/check-campaign-files.ts'
import { rehearsalPorts } from '#functions/wiring/rehearsal-ports.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { aCustomer, aPurchase } from '#test/support/builders.ts'

export interface PlannedDay {
  readonly people: number
  /** Members of the ten audiences, each decided once. */
  readonly members: number
  readonly seconds: number
  readonly cpuSeconds: number
  /** The largest memory of the process while it planned, less what it held before. */
  readonly grownMb: number
  readonly batches: number
}

const DATE = '2027-09-02'
/** A little more than a day before the first zone's date: the hour in which all ten are opened. */
const NOW = '2027-08-31T12:00:00.000Z'
const CAMPAIGNS = [
  'national-day',
  'birthday-gift',
  'purchase-anniversary',
  'after-delivery',
  'csat-after-delivery',
  'csat-reminder',
  'ces-after-case',
  'fcr-after-call',
  'nps-relationship',
  'nps-reminder',
]
const PUT_AT_ONCE = 10_000

const people = Number(process.argv[2])
const root = resolve(import.meta.dirname, '..')
const { templates } = await compileTemplates(join(root, 'templates'))
const { companyRules, accepting } = checkCampaignFiles(
  readCampaignFolder(join(root, 'campaigns'), join(root, 'campaigns')),
  templates,
)
if (!companyRules) throw new Error('campaigns/ has mistakes: see care check')

const customers = memoryCustomerStore({ addressHash })
const purchases = memoryPurchaseStore()
for (let start = 0; start < people; start += PUT_AT_ONCE) {
  const numbers = Array.from({ length: Math.min(PUT_AT_ONCE, people - start) }, (_, at) => start + at)
  await customers.put(numbers.map(customer))
  await purchases.put(numbers.map(purchase))
}

const ports = rehearsalPorts({
  customers,
  purchases,
  suppressions: memorySuppressionList(),
  doNotCall: memoryDoNotCallList(),
  roster: memoryRosterStore(),
  dutyBook: memoryDutyBook(),
  seals: cryptoSeals({ secret: 'a secret of the bench, long enough to be one' }),
  companyRules,
  sink: { event: () => {}, alarm: (name, values) => console.error(name, values) },
})
const counted = { members: 0, batches: 0 }
const planning = {
  ...ports,
  occurrences: forgetting(memoryOccurrenceStore()),
  alarms: { ...memoryBatchAlarms(), set: async () => {} },
}
const lives = { from: DATE, to: DATE }
await acceptCampaigns(planning, {
  accepting: accepting
    .filter(({ definition }) => CAMPAIGNS.includes(definition.id))
    .map(({ definition, words }) => ({ definition: { ...definition, lives }, words })),
  at: NOW,
  by: 'bench',
})

globalThis.gc?.()
const held = process.memoryUsage().rss
let most = held
const cpu = process.cpuUsage()
const began = performance.now()
await planOccurrences(planning, NOW)
for (let order = ports.queues.takeSlice(); order; order = ports.queues.takeSlice()) {
  await planSlice(planning, order, NOW)
  most = Math.max(most, process.memoryUsage().rss)
}
const seconds = (performance.now() - began) / 1_000
const { user, system } = process.cpuUsage(cpu)
const day: PlannedDay = {
  people,
  ...counted,
  seconds,
  cpuSeconds: (user + system) / 1e6,
  grownMb: (most - held) / 1e6,
}
console.log(JSON.stringify(day))

/** Rows leave the process as they would to a table, and are counted. */
function forgetting(store: OccurrenceStore): OccurrenceStore {
  return {
    ...store,
    batchesOfSlice: async () => [],
    putBatch: async () => {
      counted.batches++
      return 'written'
    },
    putSlice: async (slice) => {
      counted.members += slice.audience
      await store.putSlice(slice)
    },
  }
}

function customer(number: number): Customer {
  const born = addDays('1950-01-01', (number * 7_919) % 20_000)
  return aCustomer({
    customerId: `c-${number.toString(36).padStart(6, '0')}`,
    email: `c${number}@example.com`,
    birthday: {
      kind: 'solar',
      day: Number(born.slice(8)),
      month: Number(born.slice(5, 7)),
      year: Number(born.slice(0, 4)),
    },
    firstPurchaseOn: boughtOn(number),
    lastPurchaseOn: boughtOn(number),
  })
}

function purchase(number: number): Purchase {
  const purchasedOn = boughtOn(number)
  return aPurchase({
    customerId: `c-${number.toString(36).padStart(6, '0')}`,
    purchaseId: `o-${number}`,
    purchasedOn,
    deliveredOn: addDays(purchasedOn, 2),
  })
}

/** Spread over the two years before the day. */
function boughtOn(number: number) {
  return addDays(DATE, -1 - ((number * 104_729) % 730))
}
