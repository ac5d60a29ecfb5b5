/** `care themes`: what customers talked about in a period, beside the period before. */
import { Command } from 'commander'
import { type ThemesOfPeriod, themesOf } from '#app/numbers/themes-of.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type PeriodFlags, refuseReversed, withPeriod } from '#cli/commands/period-flags.ts'
import { factsInFolder } from '#cli/facts-in-folder.ts'
import type { ThemeLine } from '#core/report/theme-lines.ts'
import { addDays } from '#core/time/local-date.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'
import { writtenDifference, writtenFigure } from '#web/words/figures.ts'

interface Flags extends PeriodFlags {
  readonly facts?: string
  readonly json?: true
}

export function themesCommand(frame: CareFrame): Command {
  return withPeriod(new Command('themes'))
    .description('what customers talked about in a period: how many by theme, and whether it changed since the period before')
    .option('--facts <dir>', 'count from facts that were exported there, not from those that are stored')
    .option('--json', 'print { before, customers, themes: [{ theme, now, share, before, change, … }] }')
    .addHelpText(
      'after',
      '\nThemes are the rules of campaigns/themes.json, as staff corrected what they found (docs/numbers.md).',
    )
    .action((flags: Flags, command: Command) => {
      refuseReversed(command, flags)
      return run(frame, flags)
    })
}

async function run({ output, place }: CareFrame, { from, to, facts, json }: Flags): Promise<void> {
  const companyRules = place.companyRules()
  const { zone } = companyRules.company
  const folder = facts === undefined ? undefined : factsInFolder(facts)
  if (facts !== undefined && folder === undefined)
    return output.refuse([`${facts}: no facts of a whole day lie there; \`care facts export\` writes them`])
  const { ports, now } = folder
    ? { ports: { ...folder, companyRules }, now: dayStart(addDays(folder.lastDay, 1), zone) }
    : await place.figures()
  const today = localDateAt(now, zone)
  if (from >= today) return output.refuse([`nothing has happened yet: facts end with ${addDays(today, -1)}`])
  const found = await themesOf(ports, { period: { from, to }, themes: companyRules.themes, now })
  const { before, customers, lines } = found
  output.print(json ? JSON.stringify({ before, customers, themes: lines }, null, 2) : inWords(found).join('\n'))
}

function inWords({ before, customers, lines }: ThemesOfPeriod): readonly string[] {
  if (customers === 0) return ['no data: there is nothing to read of any customer in the period']
  return [
    ...lines.map(lineInWords),
    `of ${customers === 1 ? '1 customer' : `${customers} customers`} of whom there was something to read; compared with ${before.from} to ${before.to}`,
  ]
}

const SHARE = { unit: 'share', currency: null } as const

function lineInWords({ theme, name, now, share, change }: ThemeLine): string {
  const places = [`answers ${now.answers}`, `mails ${now.replies}`, `calls and cases ${now.items}`].join(', ')
  const since = change.is === 'changed' ? `; ${writtenDifference(change.by, SHARE, 'en')} since the period before` : ''
  return `${name?.en ?? theme} [${theme}]: ${now.customers === 1 ? '1 customer' : `${now.customers} customers`}, ${writtenFigure(share, SHARE, 'en')} (${places})${since}`
}
