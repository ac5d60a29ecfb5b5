/** The volumes of a budget: the rehearsal of its period, as `care rehearse` runs it. */
import { type BudgetVolumes, budgetVolumes, type PriceMissing } from '#app/rehearsal/budget-volumes.ts'
import { countedOutcomes } from '#app/rehearsal/counted-outcomes.ts'
import { rehearse } from '#app/rehearsal/rehearse.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import type { CheckedFolder } from '#cli/checked-folder.ts'
import type { FileToImport } from '#cli/commands/import-file.ts'
import { openRehearsal, rehearsalSeals, toldOnce } from '#cli/opened-rehearsal.ts'
import type { RehearsalBase } from '#cli/rehearsal-base.ts'
import { rehearsedStaff } from '#cli/rehearsed-staff.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import type { Period } from '#core/kpi/period.ts'
import { rehearsalPorts } from '#functions/wiring/rehearsal-ports.ts'

interface Rehearsed {
  readonly found: BudgetVolumes | PriceMissing
  readonly base: RehearsalBase
}

export async function rehearsedVolumes(
  frame: CareFrame,
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
  const { output } = frame
  const opened = await openRehearsal(frame, { companyRules, definitions: checked.definitions, files, period })
  if ('refused' in opened) return opened
  const { base, stored } = opened
  const staff = await rehearsedStaff(checked.roster, stored)
  if (base.suppressionsUnread)
    output.warn(
      `${base.suppressionsUnread.count} suppressed addresses and numbers could not be told apart (${base.suppressionsUnread.because}): on each occasion at most so many touches are budgeted too many`,
    )

  const tiers = await tiersOf(base)
  const tierOf = (customerId: string) => tiers.get(customerId) ?? null
  const volumes = budgetVolumes({ companyRules })
  const sink = { event: () => {}, alarm: toldOnce(output) }
  const seals = rehearsalSeals()
  await rehearse(rehearsalPorts({ ...base, ...staff, seals, companyRules, sink }), {
    accepting: checked.accepting,
    ...period,
    finished: async (occurrence, batches) => {
      const campaign = checked.definitions.find(({ id }) => id === occurrence.campaignId)
      if (campaign) volumes.add(occurrence, countedOutcomes(batches, tierOf), campaign)
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
