/** A set of campaigns rehearsed over a base: its balances, volumes and decisions. `care rehearse` does so once, or twice to compare. */
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import { type Decisions, decisionLog } from '#app/rehearsal/decisions.ts'
import type { LackingField } from '#app/rehearsal/lacking-letters.ts'
import { launchBlockers } from '#app/rehearsal/launch-blockers.ts'
import { type RehearsedCampaign, rehearsalReport } from '#app/rehearsal/rehearsal-report.ts'
import { type CallsOfDay, type MailsOfDay, volumeCount } from '#app/rehearsal/volumes.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { RehearsedStaff } from '#local/rehearsal/part.ts'
import type { RehearsalBase } from '#local/rehearsal/stored-base.ts'

interface Rehearsing {
  readonly folder: {
    readonly definitions: readonly CampaignDefinition[]
    readonly accepting: readonly WordedCampaign[]
    readonly companyRules: CompanyRules
  }
  readonly base: RehearsalBase
  readonly staff: RehearsedStaff
  readonly from: LocalDate
  readonly to: LocalDate
  readonly alarm: (name: string, values: object) => void
  readonly progress: (at: Instant) => void
  /** Where each part of the base writes the rows of its decisions. */
  readonly files: readonly string[] | null
  /** Awaited again and again: lets signals in, and throws after one. */
  readonly pause: () => Promise<void>
  /** Keeps the decisions: memory grows with them. */
  readonly isCompared: boolean
}

export interface Rehearsed {
  readonly campaigns: readonly RehearsedCampaign[]
  readonly mails: readonly MailsOfDay[]
  readonly calls: readonly CallsOfDay[]
  readonly lacking: readonly LackingField[]
  readonly blocking: Pick<ReturnType<typeof launchBlockers>, 'all' | 'isAnyDue'>
  /** Empty where nothing is compared. */
  readonly decisions: Decisions
}

export async function rehearseCampaigns(order: Rehearsing): Promise<Rehearsed> {
  const { base, staff, from, to, alarm, progress, pause, files, isCompared } = order
  const { definitions, accepting, companyRules } = order.folder
  const report = rehearsalReport({ definitions, companyRules })
  const blocking = launchBlockers({ definitions, from, to })
  const volumes = volumeCount({ definitions, companyRules })
  const log = decisionLog(definitions, companyRules.channels)
  const lacking = await base.rehearse({
    ...{ companyRules, accepting, from, to, lists: base.lists, staff, files, alarm, progress, pause },
    hand: isCompared ? 'each' : 'alike',
    finished: ({ occurrence, batches }) => {
      report.add(occurrence, batches)
      blocking.add(occurrence, batches)
      volumes.add(occurrence, batches)
      if (isCompared) log.add(occurrence, batches)
    },
  })
  return {
    campaigns: report.campaigns(),
    mails: volumes.mails(),
    // The desk keeps no task of a rehearsal, so none is open before.
    calls: await volumes.calls({ ...staff, companyRules, work: memoryWorkStore() }),
    lacking,
    blocking,
    decisions: log.decisions,
  }
}
