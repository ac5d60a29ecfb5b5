/** The volumes of a budget: the rehearsal of its period, as `care rehearse` runs it. */
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { type BudgetVolumes, budgetVolumes, type PriceMissing } from '#app/rehearsal/budget-volumes.ts'
import { rehearse } from '#app/rehearsal/rehearse.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import type { CheckedFolder } from '#cli/checked-folder.ts'
import { unknownYearLine } from '#cli/commands/country-files.ts'
import type { FileToImport } from '#cli/commands/import-file.ts'
import { baseFromFiles, baseFromStores, type RehearsalBase } from '#cli/rehearsal-base.ts'
import { rehearsedStaff } from '#cli/rehearsed-staff.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { fromPurchases } from '#core/campaign/from-purchases.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import type { Period } from '#core/kpi/period.ts'
import { unknownYears } from '#core/time/unknown-years.ts'
import { rehearsalPorts } from '#functions/wiring/rehearsal-ports.ts'

/** Voucher codes of a rehearsal never equal those of the real system. */
const REHEARSAL_SEAL = 'a rehearsal is not the real thing, its codes are worth nothing'

interface Rehearsed {
  readonly found: BudgetVolumes | PriceMissing
  readonly base: RehearsalBase
}

export async function rehearsedVolumes(
  { output, place }: CareFrame,
  {
    checked,
    companyRules,
    files,
    period,
  }: {
    readonly checked: CheckedFolder
    readonly companyRules: CompanyRules
    /** None: the customers that are stored. */
    readonly files: readonly FileToImport[]
    readonly period: Period
  },
): Promise<Rehearsed | { readonly refused: string }> {
  for (const calendar of companyRules.calendars)
    for (const unknown of unknownYears(calendar, period)) output.warn(unknownYearLine(unknown, 'en'))
  const seals = cryptoSeals({ secret: REHEARSAL_SEAL })
  const order = { output, companyRules, addressHash: seals.addressHash }
  const base =
    files.length > 0
      ? await baseFromFiles(files, order)
      : await baseFromStores({ ...(await place.stores()), suppressions: await place.suppressions() }, order)
  if ('refused' in base) return base
  const staff = await rehearsedStaff(checked.roster, files.length > 0 ? undefined : await place.stores())
  const without = base.hasPurchases ? [] : fromPurchases(checked.definitions).map(({ id }) => id)
  if (without.length > 0)
    output.warn(`there are no purchases, and these campaigns look for them and cost nothing here: ${without.join(', ')}`)

  if (base.suppressionsUnread)
    output.warn(
      `${base.suppressionsUnread.count} suppressed addresses and numbers could not be told apart (${base.suppressionsUnread.because}): on each occasion at most so many touches are budgeted too many`,
    )

  const tiers = await tiersOf(base)
  const volumes = budgetVolumes({ companyRules, tierOf: (customerId) => tiers.get(customerId) ?? null })
  const told = new Set<string>()
  const alarm = (name: string, values: object) => {
    const line = `${name}: ${JSON.stringify(values)}`
    // The planner says every day what stays so, and what the calendars lack is said above.
    if (name !== 'calendar.yearUnknown' && !told.has(line)) output.warn(line)
    told.add(line)
  }
  const sink = { event: () => {}, alarm }
  await rehearse(rehearsalPorts({ ...base, ...staff, seals, companyRules, sink }), {
    accepting: checked.accepting,
    ...period,
    finished: async (occurrence, batches) => {
      const campaign = checked.definitions.find(({ id }) => id === occurrence.campaignId)
      if (campaign) volumes.add(occurrence, batches, campaign)
    },
    progress: () => {},
  })
  return { found: volumes.volumes(), base }
}

async function tiersOf({ customers }: RehearsalBase): Promise<ReadonlyMap<string, string | null>> {
  const tiers = new Map<string, string | null>()
  for await (const page of customers.inPartitions({ first: 0, last: PARTITIONS - 1 }))
    for (const { customer } of page) tiers.set(customer.customerId, customer.tier)
  return tiers
}
