/** The volumes of a budget: the rehearsal of its period, as `care rehearse` runs it. */
import { type BudgetVolumes, budgetVolumes, type PriceMissing } from '#app/rehearsal/budget-volumes.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import type { CheckedFolder } from '#cli/checked-folder.ts'
import type { FileToImport } from '#cli/commands/import-file.ts'
import { openRehearsal, toldOnce } from '#cli/opened-rehearsal.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Period } from '#core/kpi/period.ts'
import { rehearsedStaff } from '#local/rehearsal/rehearsed-staff.ts'
import type { RehearsalBase } from '#local/rehearsal/stored-base.ts'

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
  if (base.suppressionsUnread)
    output.warn(
      `${base.suppressionsUnread.count} suppressed addresses and numbers could not be told apart (${base.suppressionsUnread.because}): on each occasion at most so many touches are budgeted too many`,
    )

  const volumes = budgetVolumes({ companyRules })
  const campaigns = new Map(checked.definitions.map((campaign) => [campaign.id, campaign]))
  try {
    await base.rehearse({
      ...{ companyRules, accepting: checked.accepting, ...period, lists: base.lists, files: null, hand: 'tiers' },
      staff: await rehearsedStaff(checked.roster, stored),
      alarm: toldOnce(output),
      finished: ({ occurrence, batches }) => {
        const campaign = campaigns.get(occurrence.campaignId)
        if (campaign) volumes.add(occurrence, batches, campaign)
      },
      progress: () => {},
      pause: async () => {},
    })
  } finally {
    // Its threads would keep the command from ending.
    await base.end()
  }
  return { found: volumes.volumes(), base }
}
