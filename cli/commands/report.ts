/** `care report`: every figure of a period, with what it is made of. */
import { Command, InvalidArgumentError, Option } from 'commander'
import type { CountPorts } from '#app/numbers/count-periods.ts'
import { type FigureOfPeriod, figuresOf } from '#app/numbers/figures-of.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type PeriodFlags, refuseReversed, withPeriod } from '#cli/commands/period-flags.ts'
import { factsInFolder } from '#cli/facts-in-folder.ts'
import { figureLines } from '#cli/words-of-figures.ts'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { liftIn } from '#core/kpi/lift.ts'
import { EVERYTHING, SEGMENT_COLUMNS, type Segment, segmentKey, segmentOfKey } from '#core/kpi/segment.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'

interface Flags extends PeriodFlags {
  readonly segment: Segment
  readonly facts?: string
  readonly json?: true
}

export function reportCommand(frame: CareFrame): Command {
  return withPeriod(new Command('report'))
    .description('every figure of a period: value, interval, what it is made of, and whether it changed')
    .addOption(
      new Option('--segment <column=value>', `of ${SEGMENT_COLUMNS.join(', ')}; everything unless told`)
        .argParser(segmentArgument)
        .default(EVERYTHING, 'all'),
    )
    .option('--facts <dir>', 'count from facts that were exported there, not from those that are stored')
    .option('--json', 'print [{ id, value, numerator, denominator, n, interval, formula, window, provisional, change, … }]')
    .addHelpText(
      'after',
      '\nA figure is compared with the period before it, and with the year before, aligned by Tết (docs/numbers.md).',
    )
    .action((flags: Flags, command: Command) => {
      refuseReversed(command, flags)
      return run(frame, flags)
    })
}

function segmentArgument(text: string): Segment {
  const segment = segmentOfKey(text)
  if (segment === undefined)
    throw new InvalidArgumentError(`expected ${SEGMENT_COLUMNS.map((column) => `${column}=…`).join(', ')}`)
  return segment
}

async function run({ output, place }: CareFrame, { from, to, segment, facts, json }: Flags): Promise<void> {
  const counted = facts === undefined ? await place.figures() : inFolder(facts, place.companyRules())
  if (counted === undefined)
    return output.refuse([`${facts}: no facts of a whole day lie there; \`care facts export\` writes them`])
  const { ports, now } = counted
  const today = localDateAt(now, ports.companyRules.company.zone)
  if (from >= today) return output.refuse([`nothing has happened yet: facts end with ${addDays(today, -1)}`])
  const found = await figuresOf(ports, { period: { from, to }, segment, now })
  if ('unknownSegment' in found) return output.refuse([nothingIn(segment, { from, to, known: found.known })])
  output.print(json ? JSON.stringify(found.figures.map(plain), null, 2) : figureLines(found).join('\n'))
}

/** Names the parts like it of which something is known, each once: a name may be wrong, or nothing happened in it. */
function nothingIn(segment: Segment, { from, to, known }: PeriodFlags & { readonly known: readonly string[] }): string {
  const like = [...new Set(known)].filter((key) => key.startsWith(`${segment.by}=`)).toSorted()
  const others = like.length === 0 ? `in no ${segment.by} did anything` : `it did in ${like.join(', ')}`
  return `nothing happened in ${segmentKey(segment)} from ${from} to ${to}; ${others}`
}

/** Looked at from the morning after the last day that was exported. */
function inFolder(
  folder: string,
  companyRules: CountPorts['companyRules'],
): { readonly ports: CountPorts; readonly now: Instant } | undefined {
  const found = factsInFolder(folder)
  return found && { ports: { ...found, companyRules }, now: dayStart(addDays(found.lastDay, 1), companyRules.company.zone) }
}

/** Of a lift alone: first the verdict (more, less, not-shown, too-few, no-data), then who bought in each group. */
function groupsOf(kpi: Kpi) {
  const lift = liftIn(kpi)
  return lift && { verdict: lift.verdict, treated: lift.treated, leftAlone: lift.leftAlone, smallest: lift.smallest }
}

const plain = ({ kpi, period, change, changeOfYear }: FigureOfPeriod) => {
  const { id, unit, value, numerator, denominator, n, currency, interval, provisional, missing } = kpi
  return {
    id,
    value,
    unit,
    currency,
    numerator,
    denominator,
    n,
    interval,
    formula: KPI_DEFINITIONS[id].formula.en,
    window: { ...period, means: KPI_DEFINITIONS[id].window.en },
    provisional,
    missing,
    change,
    changeOfYear,
    ...groupsOf(kpi),
  }
}
