/** `--from` and `--to`: the days of a period, both of which belong to it. */
import type { Command } from 'commander'
import { dayArgument } from '#cli/commands/day-argument.ts'
import { refuseUsage } from '#cli/commands/refuse-usage.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface PeriodFlags {
  readonly from: LocalDate
  readonly to: LocalDate
}

export const withPeriod = (command: Command): Command =>
  command
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD', dayArgument)
    .requiredOption('--to <day>', 'last day, YYYY-MM-DD', dayArgument)

/** Ends the command when the days stand the wrong way round: whoever called it meant another period. */
export function refuseReversed(command: Command, { from, to }: PeriodFlags): void {
  if (from > to) refuseUsage(command, `--from ${from} is after --to ${to}`)
}
