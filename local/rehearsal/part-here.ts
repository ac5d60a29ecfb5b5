/** A part whose customers are in this process, or in this thread. */

import { normalAddress } from '#adapters/crypto/address-hash.ts'
import { csvSheet } from '#adapters/csv/csv-sheet.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import type { DoNotCallList, SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { countedOutcomes } from '#app/rehearsal/counted-outcomes.ts'
import { lackingLetters } from '#app/rehearsal/lacking-letters.ts'
import { decisionRows, TOUCH_COLUMNS } from '#app/rehearsal/rehearsal-report.ts'
import { rehearse } from '#app/rehearsal/rehearse.ts'
import { assembleCompanyRules } from '#core/campaign/company-rules.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { instantOf } from '#core/time/instant.ts'
import { rehearsalPorts } from '#functions/wiring/rehearsal-ports.ts'
import type { ContactLists, Part, PartPorts } from '#local/rehearsal/part.ts'
import { rehearsalSeals } from '#local/rehearsal/rehearsal-seals.ts'
import { slimCustomers } from '#local/rehearsal/slim-customers.ts'
import { slimPurchases } from '#local/rehearsal/slim-purchases.ts'

export function partHere(): Part {
  const seals = rehearsalSeals()
  // Hashes hide addresses in tables; here the addresses lie beside them, and a hash is as long as two of them.
  const customers = memoryCustomerStore({ addressHash: normalAddress })
  const purchases = memoryPurchaseStore()
  const slim = slimCustomers()
  const bought = slimPurchases()
  return {
    customers: {
      ...customers,
      put: (some) => customers.put(some.map(slim)),
      noticePurchases: (some) => customers.noticePurchases(some.map(bought.noticed)),
    },
    purchases: { ...purchases, put: (some) => purchases.put(some.map(bought.purchase)) },
    count: () => countIn(customers),
    async rehearse(order, { parts, staff, finished, progress, alarm, pause }) {
      const { rules, accepting, from, to, lists, hand } = order
      const companyRules = assembleCompanyRules({ ...rules, channels: OUR_CHANNELS })
      const lacking = lackingLetters()
      const tiers = hand === 'tiers' ? await tiersIn(customers) : undefined
      const sheet = order.sheet && csvSheet(order.sheet.file, { columns: TOUCH_COLUMNS, header: order.sheet.withHeader })
      const named = new Map(accepting.map(({ definition }) => [definition.id, definition]))
      const ports = rehearsalPorts({
        ...{ customers, purchases, parts, companyRules, seals: isEmpty(lists) ? withoutHashes(seals) : seals },
        ...staff,
        ...(await listsOf(lists)),
        sink: { event: () => {}, alarm },
        watch: lacking.watch,
      })
      await rehearse(
        { ...ports, occurrences: pausing(ports.occurrences, pause) },
        {
          ...{ accepting, from, to, progress },
          finished: async (occurrence, batches) => {
            const counted = hand === 'each' ? batches : countedOutcomes(batches, tiers && ((id) => tiers.get(id) ?? null))
            const campaign = named.get(occurrence.campaignId)
            if (sheet && campaign) await sheet.writeAll(decisionRows({ occurrence, batches, campaign, companyRules }))
            finished({ occurrence, batches: counted })
          },
        },
      ).finally(() => sheet?.close())
      return lacking.all()
    },
    end: async () => {},
  }
}

const EVERYBODY = { first: 0, last: PARTITIONS - 1 }

async function countIn(customers: CustomerStore): Promise<number> {
  let count = 0
  for await (const page of customers.inPartitions(EVERYBODY)) count += page.length
  return count
}

async function tiersIn(customers: CustomerStore): Promise<ReadonlyMap<string, string | null>> {
  const tiers = new Map<string, string | null>()
  for await (const page of customers.inPartitions(EVERYBODY))
    for (const { customer } of page) tiers.set(customer.customerId, customer.tier)
  return tiers
}

async function listsOf({
  suppressions,
  unreadable,
  doNotCall,
}: ContactLists): Promise<{ readonly suppressions: SuppressionList; readonly doNotCall: DoNotCallList }> {
  const list = memorySuppressionList()
  for (const suppression of suppressions) await list.add(suppression)
  const register = memoryDoNotCallList()
  if (doNotCall) await register.replace({ asOf: doNotCall.asOf, contactKeys: new Set(doNotCall.contactKeys), at: instantOf(0) })
  return { suppressions: withUnreadable(list, new Set(unreadable)), doNotCall: register }
}

const withUnreadable = (list: SuppressionList, unreadable: ReadonlySet<string>): SuppressionList => ({
  ...list,
  among: async (keys) =>
    new Map([...(await list.among(keys)), ...keys.flatMap((key) => (unreadable.has(key) ? [[key, 'unreadable'] as const] : []))]),
})

const isEmpty = ({ suppressions, unreadable, doNotCall }: ContactLists): boolean =>
  suppressions.length === 0 && unreadable.length === 0 && (doNotCall?.contactKeys.length ?? 0) === 0

/** Nothing is looked up under a name in empty lists, and a million hashes for each day of a greeting take seconds. */
const withoutHashes = <Sealed extends ReturnType<typeof rehearsalSeals>>(seals: Sealed): Sealed => ({
  ...seals,
  contactKey: ({ kind, value }: { readonly kind: string; readonly value: string }) => `${kind}:${value}`,
})

/** All is in memory, so nothing else lets a signal in. Every batch and every rehearsed hour begins by reading its occurrences. */
const pausing = (occurrences: OccurrenceStore, pause: PartPorts['pause']): OccurrenceStore => ({
  ...occurrences,
  get: async (occurrenceId) => {
    await pause()
    return occurrences.get(occurrenceId)
  },
  between: async (from, to) => {
    await pause()
    return occurrences.between(from, to)
  },
})
