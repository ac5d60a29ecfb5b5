/** One folder of campaigns, checked and rehearsed over a base: its balances, volumes and decisions. `care rehearse` does so once, or twice to compare. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { type Decisions, decisionLog } from '#app/rehearsal/decisions.ts'
import { type LackingField, lackingLetters } from '#app/rehearsal/lacking-letters.ts'
import { launchBlockers } from '#app/rehearsal/launch-blockers.ts'
import { decisionRows, type RehearsedCampaign, rehearsalReport } from '#app/rehearsal/rehearsal-report.ts'
import { rehearse } from '#app/rehearsal/rehearse.ts'
import { type CallsOfDay, type MailsOfDay, volumeCount } from '#app/rehearsal/volumes.ts'
import { type CheckedFolder, checkFolder, localeOf } from '#cli/checked-folder.ts'
import { rehearsalSeals } from '#cli/opened-rehearsal.ts'
import type { RehearsalBase } from '#cli/rehearsal-base.ts'
import type { RehearsedStaff } from '#cli/rehearsed-staff.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { problemLine } from '#core/campaign/problem.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { rehearsalPorts } from '#functions/wiring/rehearsal-ports.ts'

export type RightFolder = Pick<CheckedFolder, 'definitions' | 'accepting' | 'roster'> & { readonly companyRules: CompanyRules }

/** Refused with every mistake in it: a rehearsal without a campaign would mislead. */
export async function rightFolder(dir: string): Promise<RightFolder | { readonly refused: readonly string[] }> {
  const checked = await checkFolder(dir)
  if ('refused' in checked) return { refused: [checked.refused] }
  const { companyRules, problems } = checked
  if (companyRules && problems.length === 0)
    return checked.definitions.length > 0 ? { ...checked, companyRules } : { refused: [`${dir}: no campaign in it`] }
  return { refused: [...problems.map((problem) => problemLine(problem, localeOf(checked))), 'Nothing was rehearsed.'] }
}

interface Rehearsing {
  readonly folder: RightFolder
  readonly base: RehearsalBase
  readonly staff: RehearsedStaff
  readonly from: LocalDate
  readonly to: LocalDate
  readonly alarm: (name: string, values: object) => void
  readonly progress: (at: Instant) => void
  /** Takes the row of each decision. */
  readonly write?: ((row: readonly string[]) => Promise<void>) | undefined
  /** Awaited before each occurrence that the rehearsal looks at. */
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
  const { base, staff, from, to, alarm, progress, pause, write } = order
  const { definitions, accepting, companyRules } = order.folder
  const report = rehearsalReport({ definitions, companyRules })
  const blocking = launchBlockers({ definitions, from, to })
  const volumes = volumeCount({ definitions, companyRules })
  const lacking = lackingLetters()
  const log = decisionLog(definitions, companyRules.channels)
  const sink = { event: () => {}, alarm }
  const ports = rehearsalPorts({ ...base, ...staff, seals: rehearsalSeals(), companyRules, sink, watch: lacking.watch })
  await rehearse(
    { ...ports, occurrences: pausing(ports.occurrences, pause) },
    {
      accepting,
      from,
      to,
      finished: async (occurrence, batches) => {
        report.add(occurrence, batches)
        blocking.add(occurrence, batches)
        volumes.add(occurrence, batches)
        if (order.isCompared) log.add(occurrence, batches)
        const campaign = definitions.find(({ id }) => id === occurrence.campaignId)
        if (!write || !campaign) return
        for (const row of decisionRows({ occurrence, batches, campaign, companyRules })) await write(row)
      },
      progress,
    },
  )
  return {
    campaigns: report.campaigns(),
    mails: volumes.mails(),
    calls: await volumes.calls(ports),
    lacking: lacking.all(),
    blocking,
    decisions: log.decisions,
  }
}

/** All is in memory, so nothing else lets a signal in. Every batch and every rehearsed hour begins by reading its occurrences. */
const pausing = (occurrences: OccurrenceStore, pause: () => Promise<void>): OccurrenceStore => ({
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
