/** `care rehearse`: which customer would get what on which day, at what cost, and why not, before any mail goes out. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { expectedWork, ratesOf } from '#app/rehearsal/expected-work.ts'
import { lackingLetters } from '#app/rehearsal/lacking-letters.ts'
import { launchBlockers } from '#app/rehearsal/launch-blockers.ts'
import { decisionRows, rehearsalReport } from '#app/rehearsal/rehearsal-report.ts'
import { rehearse } from '#app/rehearsal/rehearse.ts'
import { volumeCount } from '#app/rehearsal/volumes.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { checkFolder, localeOf } from '#cli/checked-folder.ts'
import { unknownYearLine } from '#cli/commands/country-files.ts'
import { dayArgument } from '#cli/commands/day-argument.ts'
import type { FileToImport } from '#cli/commands/import-file.ts'
import { baseFromFiles, baseFromStores } from '#cli/rehearsal-base.ts'
import { quotaArgument, rehearsedQuota } from '#cli/rehearsed-quota.ts'
import { rehearsedStaff } from '#cli/rehearsed-staff.ts'
import { touchSheet } from '#cli/touch-sheet.ts'
import { blockerLine } from '#cli/words-of-blockers.ts'
import { campaignLines, unreadLine } from '#cli/words-of-rehearsal.ts'
import { volumeLines } from '#cli/words-of-volumes.ts'
import { fromPurchases } from '#core/campaign/from-purchases.ts'
import { problemLine } from '#core/campaign/problem.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { unknownYears } from '#core/time/unknown-years.ts'
import { rehearsalPorts } from '#functions/wiring/rehearsal-ports.ts'

interface Flags {
  readonly campaigns: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly customers?: string
  readonly purchases?: string
  readonly format: 'csv' | 'cdnow'
  readonly out?: string
  readonly quota?: number
  readonly json?: true
}

/** Voucher codes of a rehearsal never equal those of the real system. Hashes of addresses are the same everywhere. */
const REHEARSAL_SEAL = 'a rehearsal is not the real thing, its codes are worth nothing'

const WRONG_USAGE = { exitCode: 2, code: 'care.usage' }

export function rehearseCommand(frame: CareFrame): Command {
  return new Command('rehearse')
    .description('run the real planner and sender over a period, in memory: nothing is sent')
    .requiredOption('--campaigns <dir>', 'the folder of campaigns')
    .addOption(new Option('--from <day>', 'first day, YYYY-MM-DD').argParser(dayArgument).makeOptionMandatory())
    .addOption(new Option('--to <day>', 'last day, YYYY-MM-DD').argParser(dayArgument).makeOptionMandatory())
    .option('--customers <file>', 'a table of customers; without one and without purchases, the customers that are stored')
    .option('--purchases <file>', 'a table of purchases')
    .addOption(new Option('--format <format>', 'what the purchases are').choices(['csv', 'cdnow']).default('csv'))
    .option('--out <dir>', 'write touches.csv (one row per decision) and summary.json there')
    .addOption(
      new Option('--quota <mails>', 'how many mails the account may send in 24 hours; left out: as the account says').argParser(
        quotaArgument,
      ),
    )
    .option('--json', 'print the balances and launch blockers as JSON')
    .addHelpText(
      'after',
      '\nExit code 0: nothing blocks a launch; 1: something does, all rows and balances are written all the same.',
    )
    .action((flags: Flags, command: Command) => {
      if (flags.from > flags.to) command.error(`error: --from ${flags.from} is after --to ${flags.to}`, WRONG_USAGE)
      return run(frame, flags)
    })
}

async function run({ output, place }: CareFrame, flags: Flags): Promise<void> {
  const { from, to, out, json } = flags
  const checked = await checkFolder(flags.campaigns)
  if ('refused' in checked) return output.refuse([checked.refused])
  const { companyRules, definitions, accepting, problems } = checked
  if (!companyRules || problems.length > 0)
    return output.refuse([...problems.map((problem) => problemLine(problem, localeOf(checked))), 'Nothing was rehearsed.'])

  for (const calendar of companyRules.calendars)
    for (const unknown of unknownYears(calendar, { from, to })) output.warn(unknownYearLine(unknown, 'en'))
  const seals = cryptoSeals({ secret: REHEARSAL_SEAL })
  const order = { output, companyRules, addressHash: seals.addressHash }
  const files = filesOf(flags)
  const base =
    files.length > 0
      ? await baseFromFiles(files, order)
      : await baseFromStores({ ...(await place.stores()), suppressions: await place.suppressions() }, order)
  if ('refused' in base) return output.refuse([base.refused])
  const staff = await rehearsedStaff(checked.roster, files.length > 0 ? undefined : await place.stores())
  const without = base.hasPurchases ? [] : fromPurchases(definitions).map(({ id }) => id)
  if (without.length > 0)
    output.warn(
      `${files.length > 0 ? 'no purchases were given (--purchases FILE)' : 'no purchases are stored'}, and these campaigns look for them: ${without.join(', ')}`,
    )

  const report = rehearsalReport({ definitions, companyRules })
  const blocking = launchBlockers({ definitions, from, to })
  const volumes = volumeCount({ definitions, companyRules })
  const lacking = lackingLetters()
  const sheet = out === undefined ? undefined : touchSheet(out)
  const alarmed = new Set<string>()
  const alarm = (name: string, values: object) => {
    const line = `${name}: ${JSON.stringify(values)}`
    // The planner says every day what stays so, and what the calendars lack is said above.
    if (name !== 'calendar.yearUnknown' && !alarmed.has(line)) output.warn(line)
    alarmed.add(line)
  }
  const sink = { event: () => {}, alarm }
  const ports = rehearsalPorts({ ...base, ...staff, seals, companyRules, sink, watch: lacking.watch })
  await rehearse(ports, {
    accepting,
    from,
    to,
    finished: async (occurrence, batches) => {
      report.add(occurrence, batches)
      blocking.add(occurrence, batches)
      volumes.add(occurrence, batches)
      const campaign = definitions.find(({ id }) => id === occurrence.campaignId)
      if (sheet && campaign)
        for (const row of decisionRows({ occurrence, batches, campaign, companyRules })) await sheet.write(row)
    },
    progress: monthByMonth((month) => output.warn(`rehearsing ${month} …`)),
  })
  if (!blocking.isAnyDue()) output.warn(`no campaign has a day from ${from} to ${to}`)
  const campaigns = report.campaigns()
  const quota = await rehearsedQuota(flags.quota, files.length > 0 ? undefined : place)
  const expected = expectedWork(campaigns, ratesOf(companyRules.company))
  const counted = { quota, mails: volumes.mails(), calls: await volumes.calls(ports), expected }
  const blockers = blocking.all({ ...counted, lacking: lacking.all() })
  const { suppressionsUnread } = base
  const summary = JSON.stringify(
    { from, to, customers: base.count, ...(suppressionsUnread && { suppressionsUnread }), campaigns, volumes: counted, blockers },
    null,
    2,
  )
  await sheet?.close()
  if (out !== undefined) writeFileSync(join(out, 'summary.json'), `${summary}\n`)
  const found = blockers.map((blocker) => `launch blocker: ${blockerLine(blocker)}`)
  const told = [...campaigns.flatMap(campaignLines), ...volumeLines(counted), ...found]
  output.print(json ? summary : [...unreadLine(suppressionsUnread), ...told].join('\n'))
  if (blockers.length > 0) output.refuse(json ? [] : [`${blockers.length} to mend before a launch`])
}

function filesOf({ customers, purchases, format }: Flags): readonly FileToImport[] {
  return [
    ...(customers === undefined ? [] : [{ kind: 'customers' as const, file: customers, format: 'csv' as const }]),
    ...(purchases === undefined ? [] : [{ kind: 'purchases' as const, file: purchases, format }]),
  ]
}

function monthByMonth(say: (month: string) => void) {
  let said = ''
  return (at: Instant) => {
    const month = at.slice(0, 7)
    if (month !== said) say(month)
    said = month
  }
}
