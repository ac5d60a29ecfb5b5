/** `care rehearse`: who would get what on which day, at what cost, and why not, before anything goes out. */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { stringify } from 'csv-stringify'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import type { CareFrame } from '#cli/care-program.ts'
import { checkFolder, problemLine } from '#cli/commands/check.ts'
import { dayArgument } from '#cli/commands/day-argument.ts'
import { importFileInto } from '#cli/commands/import.ts'
import { projectTemplates } from '#cli/project-templates.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { instantOf } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { decisionRows, type RehearsedCampaign, rehearsalReport, TOUCH_COLUMNS } from '#local/rehearsal/rehearsal-report.ts'
import { rehearse } from '#local/rehearsal/rehearse.ts'

interface Flags {
  readonly campaigns: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly customers?: string
  readonly purchases?: string
  readonly format: 'csv' | 'cdnow'
  readonly out?: string
  readonly json?: true
}

/** Codes and hashes of a rehearsal never meet those of the real system. */
const REHEARSAL_SEAL = 'a rehearsal is not the real thing, its codes are worth nothing'

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
    .option('--json', 'print the balances as JSON')
    .action((flags: Flags) => run(frame, flags))
}

async function run(frame: CareFrame, flags: Flags): Promise<void> {
  const { output } = frame
  if (flags.from > flags.to) throw new InvalidArgumentError(`--from ${flags.from} is after --to ${flags.to}`)
  const checked = await checkFolder(flags.campaigns)
  if ('refused' in checked) return output.refuse([checked.refused])
  const { house, definitions, problems } = checked
  if (!house || problems.length > 0) return output.refuse([...problems.map(problemLine), 'Nothing was rehearsed.'])

  const seals = cryptoSeals({ secret: REHEARSAL_SEAL })
  const base = await customerBase(frame, { flags, house, addressHash: seals.addressHash })
  if ('refused' in base) return
  const { templates } = await projectTemplates()
  const report = rehearsalReport({ definitions, house })
  const sheet = flags.out === undefined ? undefined : touchSheet(flags.out)
  let month = ''
  await rehearse({
    ...base,
    seals,
    house,
    definitions,
    templates,
    from: flags.from,
    to: flags.to,
    finished: async (occurrence, batches) => {
      report.add(occurrence)
      const campaign = definitions.find(({ id }) => id === occurrence.campaignId)
      if (sheet && campaign) for (const row of decisionRows({ occurrence, batches, campaign, house })) await sheet.write(row)
    },
    progress: (at) => {
      if (at.slice(0, 7) === month) return
      month = at.slice(0, 7)
      output.warn(`rehearsing ${month} …`)
    },
    sink: { event: () => {}, alarm: (name, values) => output.warn(`${name}: ${JSON.stringify(values)}`) },
  })
  const campaigns = report.campaigns()
  const summary = { from: flags.from, to: flags.to, customers: base.count, campaigns }
  await sheet?.close()
  if (flags.out) writeFileSync(join(flags.out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  output.print(flags.json ? JSON.stringify(summary, null, 2) : campaigns.flatMap(lines).join('\n'))
}

type HouseOf = NonNullable<Exclude<Awaited<ReturnType<typeof checkFolder>>, { refused: string }>['house']>

/** A base in memory: from the files that are given, or a copy of what is stored. */
async function customerBase(
  frame: CareFrame,
  { flags, house, addressHash }: { flags: Flags; house: HouseOf; addressHash: (address: string) => string },
) {
  const customers = memoryCustomerStore({ addressHash })
  const purchases = memoryPurchaseStore()
  const stores = { customers, purchases, consents: memoryConsentLog(), company: house.company, now: instantOf(Date.now()) }
  if (flags.customers === undefined && flags.purchases === undefined) {
    const stored = await frame.place.stores()
    for await (const page of stored.customers.inPartitions({ first: 0, last: PARTITIONS - 1 })) {
      await customers.put(page.map(({ customer }) => customer))
      for (const { customer, consents } of page) {
        if (consents !== 'unreadable') await customers.setConsents(customer.customerId, consents)
        await purchases.put(await stored.purchases.ofCustomer(customer.customerId))
      }
    }
  }
  const files = [
    ...(flags.customers === undefined ? [] : [{ kind: 'customers' as const, file: flags.customers, format: 'csv' as const }]),
    ...(flags.purchases === undefined ? [] : [{ kind: 'purchases' as const, file: flags.purchases, format: flags.format }]),
  ]
  for (const file of files) {
    const refused = await importFileInto({ output: frame.output, stores: async () => stores }, file)
    if (refused !== undefined) {
      frame.output.refuse([refused])
      return { refused }
    }
  }
  let count = 0
  for await (const page of customers.inPartitions({ first: 0, last: PARTITIONS - 1 })) count += page.length
  return { customers, purchases, count }
}

function touchSheet(dir: string) {
  mkdirSync(dir, { recursive: true })
  const rows = stringify({ header: true, columns: [...TOUCH_COLUMNS] })
  const file = rows.pipe(createWriteStream(join(dir, 'touches.csv')))
  return {
    async write(row: readonly string[]) {
      if (!rows.write(row)) await new Promise((resolve) => rows.once('drain', resolve))
    },
    async close() {
      rows.end()
      await finished(file)
    },
  }
}

function lines({ campaign, days, total, cost }: RehearsedCampaign): string[] {
  const head = `${campaign}: audience ${total.audience}, sent ${total.sent}, skipped ${total.skipped}, withheld ${total.withheld}, deferred ${total.deferred}, failed ${total.failed}, unknown ${total.unknown}, cost ${cost.amount} ${cost.currency}`
  const reasons = Object.entries(total.skippedBy).map(([reason, count]) => `    skipped ${reason}: ${count}`)
  return [
    head,
    ...reasons,
    ...days.map(
      ({ date, balance }) =>
        `  ${date}: ${balance.audience} = ${balance.sent} sent + ${balance.skipped} skipped + ${balance.withheld} withheld + ${balance.failed} failed`,
    ),
  ]
}
