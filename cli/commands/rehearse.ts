/** `care rehearse`: which customer would get what on which day, at what cost, and why not, before any mail goes out. */
import { Command, Option } from 'commander'
import { compareRehearsals, type RehearsedVersion } from '#app/rehearsal/compare-rehearsals.ts'
import { expectedWork, ratesOf } from '#app/rehearsal/expected-work.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { CHANGE_COLUMNS, writeChanges } from '#cli/change-sheet.ts'
import { type PeriodFlags, refuseReversed, withPeriod } from '#cli/commands/period-flags.ts'
import { interruptible } from '#cli/interruptible.ts'
import { filesOf, openRehearsal, type RehearsalTables, toldOnce } from '#cli/opened-rehearsal.ts'
import { withOutFolder } from '#cli/out-folder.ts'
import { rehearsalProgress } from '#cli/rehearsal-progress.ts'
import { quotaArgument, rehearsedQuota } from '#cli/rehearsed-quota.ts'
import { type RightFolder, rightFolder } from '#cli/right-folder.ts'
import { blockerLine } from '#cli/words-of-blockers.ts'
import { comparisonLines } from '#cli/words-of-comparison.ts'
import { campaignLines, unreadLine } from '#cli/words-of-rehearsal.ts'
import { volumeLines } from '#cli/words-of-volumes.ts'
import { spokenChannel } from '#core/channel/channel.ts'
import { type Rehearsed, rehearseCampaigns } from '#local/rehearsal/rehearsed-campaigns.ts'
import { rehearsedStaff } from '#local/rehearsal/rehearsed-staff.ts'

interface Flags extends PeriodFlags, RehearsalTables {
  readonly campaigns: string
  readonly out?: string
  readonly quota?: number
  readonly against?: string
  readonly json?: true
}

export function rehearseCommand(frame: CareFrame): Command {
  return withPeriod(new Command('rehearse'))
    .description('run the real planner and sender over a period, in memory: nothing is sent')
    .requiredOption('--campaigns <dir>', 'the folder of campaigns')
    .option('--customers <file>', 'a table of customers; without one and without purchases, the customers that are stored')
    .option('--purchases <file>', 'a table of purchases')
    .addOption(new Option('--format <format>', 'what the purchases are').choices(['csv', 'cdnow']).default('csv'))
    .option('--against <dir>', 'another folder of campaigns: rehearse it as well and say what changes from it to --campaigns')
    .option('--out <dir>', 'write touches.csv (one row per decision) and summary.json there; with --against changes.csv as well')
    .addOption(
      new Option('--quota <mails>', 'how many mails the account may send in 24 hours; left out: as the account says').argParser(
        quotaArgument,
      ),
    )
    .option('--json', 'print the balances and launch blockers as JSON')
    .addHelpText(
      'after',
      '\nExit code 0: nothing blocks a launch; 1: something does, all rows and balances are written all the same; 130: interrupted, nothing is written.',
    )
    .action((flags: Flags, command: Command) => {
      refuseReversed(command, flags)
      return run(frame, flags)
    })
}

async function run(frame: CareFrame, flags: Flags): Promise<void> {
  const { output, place } = frame
  const { from, to, out, json, against } = flags
  const folder = await rightFolder(flags.campaigns)
  if ('refused' in folder) return output.refuse(folder.refused)
  const other = against === undefined ? undefined : await rightFolder(against)
  if (other && 'refused' in other) return output.refuse(other.refused)
  const { companyRules, definitions } = folder
  const { currency } = companyRules.company
  if (other && other.companyRules.company.currency !== currency)
    return output.refuse([`${against} counts in ${other.companyRules.company.currency}, ${flags.campaigns} in ${currency}`])

  const opened = await openRehearsal(frame, { companyRules, definitions, files: filesOf(flags), period: { from, to } })
  if ('refused' in opened) return output.refuse([opened.refused])
  const { base, stored } = opened

  const startedAt = Date.now()
  const runs = other ? 2 : 1
  const rehearsing = async (of: RightFolder, { before, pause, files }: RehearsalRun) =>
    rehearseCampaigns({
      ...{ folder: of, base, from, to, pause, files, alarm: toldOnce(output), isCompared: other !== undefined },
      staff: await rehearsedStaff(of.roster, stored),
      progress: rehearsalProgress({
        ...{ from, to, before, of: runs, startedAt, clock: Date.now, say: output.warn },
        what: before === 0 ? '' : `${against} `,
      }),
    })
  const told = await withOutFolder(
    { dir: out, names: ['touches.csv', 'changes.csv', 'summary.json'] },
    (target) =>
      interruptible(async (pause) => {
        const touches = target?.parted('touches.csv', base.parts)
        const rehearsed = await rehearsing(folder, { before: 0, pause, files: touches?.files ?? null })
        await touches?.join()
        const { campaigns, blocking, lacking, mails, calls } = rehearsed
        if (!blocking.isAnyDue()) output.warn(`no campaign has a day from ${from} to ${to}`)
        const quota = await rehearsedQuota(flags.quota, stored && place)
        const volumes = { quota, mails, calls, expected: expectedWork(campaigns, ratesOf(companyRules.company)) }
        const blockers = blocking.all({ ...volumes, lacking })
        const before = other && (await rehearsing(other, { before: 1, pause, files: null }))
        const versions = before && { before: versionOf(before), after: versionOf(rehearsed) }
        const spoken = spokenChannel(companyRules.channels).id
        const comparison = versions && { folder: against ?? '', ...compareRehearsals({ ...versions, currency, spoken }) }
        await pause()
        if (versions && target) await writeChanges(target.sheet('changes.csv', CHANGE_COLUMNS), versions)
        const { suppressionsUnread, count: customers } = base
        const summary = JSON.stringify(
          {
            ...{ from, to, customers, ...(suppressionsUnread && { suppressionsUnread }), campaigns, volumes, blockers },
            ...(comparison && { against: comparison }),
          },
          null,
          2,
        )
        target?.whole('summary.json', `${summary}\n`)
        const lines = [
          ...unreadLine(suppressionsUnread),
          ...campaigns.flatMap(campaignLines),
          ...volumeLines(volumes),
          ...(comparison ? comparisonLines(comparison, comparison.folder) : []),
          ...blockers.map((blocker) => `launch blocker: ${blockerLine(blocker)}`),
        ]
        await pause()
        return { summary, lines, blockers }
        // Before the folder is cleared: a thread at work would write on.
      }).finally(base.end),
    // Also where the folder cannot be made: the command would wait for its threads.
  ).finally(base.end)
  output.print(json ? told.summary : told.lines.join('\n'))
  if (told.blockers.length > 0) output.refuse(json ? [] : [`${told.blockers.length} to mend before a launch`])
}

interface RehearsalRun extends Pick<Parameters<typeof rehearseCampaigns>[0], 'pause' | 'files'> {
  /** How many rehearsals of this command are done. */
  readonly before: number
}

const versionOf = ({ campaigns, decisions, calls }: Rehearsed): RehearsedVersion => ({
  campaigns,
  decisions,
  callDays: calls.length,
})
