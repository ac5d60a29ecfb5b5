/** `care lunar`: one day in the other calendar, civil to Vietnamese lunar or back. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import type { CliOutput } from '#cli/cli-output.ts'
import { dayArgument } from '#cli/commands/day-argument.ts'
import { refuseUsage } from '#cli/commands/refuse-usage.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { type LunarDate, leapMonthOf, lunarDateOf, lunarMonthLength, solarDateOf } from '#core/time/lunar-calendar.ts'

interface LunarOptions {
  readonly fromLunar?: Omit<LunarDate, 'leap'>
  readonly leap?: true
  readonly json?: true
}

export function lunarCommand(output: CliOutput): Command {
  const command = new Command('lunar')
  return command
    .description('turn a day into its Vietnamese lunar date, or back')
    .addArgument(new Argument('[day]', 'a day, YYYY-MM-DD').argParser(dayArgument))
    .addOption(new Option('--from-lunar <date>', 'a lunar date, YYYY-MM-DD, to turn into a day').argParser(lunarArgument))
    .option('--leap', 'with --from-lunar: the leap month of that number')
    .option('--json', 'print a JSON object')
    .action((day: LocalDate | undefined, { fromLunar, leap, json }: LunarOptions) => {
      if ((day === undefined) === (fromLunar === undefined)) refuseUsage(command, 'give a day or --from-lunar, one of the two')
      if (leap && fromLunar === undefined) refuseUsage(command, '--leap goes with --from-lunar')
      const answer = fromLunar === undefined ? toLunar(day ?? '') : toSolar({ ...fromLunar, leap: leap === true })
      if ('refused' in answer) output.refuse([answer.refused])
      else output.print(json ? JSON.stringify(answer.value) : answer.text)
    })
}

type Answer = { readonly value: LunarDate | { readonly date: LocalDate }; readonly text: string } | { readonly refused: string }

function toLunar(day: LocalDate): Answer {
  return orOutOfRange(() => {
    const lunar = lunarDateOf(day)
    const month = lunar.leap ? `leap month ${lunar.month}` : `month ${lunar.month}`
    return { value: lunar, text: `day ${lunar.day} of ${month} of lunar year ${lunar.lunarYear}` }
  })
}

function toSolar(lunar: LunarDate): Answer {
  return orOutOfRange(() => {
    const date = solarDateOf(lunar)
    return date === undefined ? { refused: whyNot(lunar) } : { value: { date }, text: date }
  })
}

/** Why there is no such lunar date, and which dates exist. */
function whyNot(lunar: LunarDate): string {
  const { lunarYear, month, leap } = lunar
  const length = lunarMonthLength(lunar)
  if (length !== undefined) return `${leap ? 'leap month' : 'month'} ${month} of ${lunarYear} has ${length} days`
  const leapMonth = leapMonthOf(lunarYear)
  return leapMonth === undefined
    ? `lunar year ${lunarYear} has no leap month`
    : `the leap month of ${lunarYear} is month ${leapMonth}`
}

function orOutOfRange(answer: () => Answer): Answer {
  try {
    return answer()
  } catch (error) {
    if (error instanceof RangeError) return { refused: error.message }
    throw error
  }
}

const LUNAR_DATE = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|30)$/

function lunarArgument(text: string): Omit<LunarDate, 'leap'> {
  const [, year, month, day] = LUNAR_DATE.exec(text) ?? []
  if (day === undefined) throw new InvalidArgumentError('Expected a lunar date, YYYY-MM-DD with month 01-12 and day 01-30.')
  return { lunarYear: Number(year), month: Number(month), day: Number(day) }
}
