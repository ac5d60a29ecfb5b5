/** `care calendar`: the days of a country's year (occasions, days off, extra working days), for people or programs. */
import { Command, Option } from 'commander'
import type { CliOutput } from '#cli/cli-output.ts'
import { readCompanyDays, readCountryCalendar, unknownYearLine } from '#cli/commands/country-files.ts'
import { dayArgument } from '#cli/commands/day-argument.ts'
import { CAMPAIGNS } from '#cli/project.ts'
import type { CalendarDay, CountryCalendar } from '#core/time/country-calendar.ts'
import { occasionsBetween } from '#core/time/country-occasions.ts'
import type { CompanyDays } from '#core/time/days-off.ts'
import { type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import { unknownYears } from '#core/time/unknown-years.ts'

interface CalendarOptions {
  readonly country: string
  readonly campaigns: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly company?: CompanyDays
  readonly locale: 'vi' | 'en'
  readonly json?: true
}

export function calendarCommand(output: CliOutput): Command {
  return new Command('calendar')
    .description('list the occasions, days off and extra working days of a country')
    .addOption(new Option('--country <code>', 'country, such as VN').makeOptionMandatory())
    .addOption(new Option('--from <day>', 'first day, YYYY-MM-DD').argParser(dayArgument).makeOptionMandatory())
    .addOption(new Option('--to <day>', 'last day, YYYY-MM-DD').argParser(dayArgument).makeOptionMandatory())
    .addOption(new Option('--company <file>', "a company.json, for the company's own days").argParser(readCompanyDays))
    .addOption(new Option('--locale <locale>', 'language of the names').choices(['vi', 'en']).default('vi'))
    .option('--campaigns <dir>', 'the folder whose calendar/ is read', CAMPAIGNS)
    .option('--json', 'print a JSON array')
    .action((options: CalendarOptions, command: Command) => {
      const read = readCountryCalendar(options.campaigns, options.country)
      if ('unknown' in read) return command.error(`error: option '--country <code>': ${read.unknown}`)
      if ('refused' in read) return output.refuse(read.refused)
      const listed = listDays(read.calendar, options)
      if ('refused' in listed) return output.refuse([listed.refused])
      output.print(options.json ? JSON.stringify(listed.days, null, 2) : table(listed.days, options.locale))
      for (const unknown of unknownYears(read.calendar, options)) output.warn(unknownYearLine(unknown, options.locale))
    })
}

interface ListedDay {
  readonly date: LocalDate
  readonly key: string
  readonly name: string
  readonly kind: CalendarDay['kind']
}

function listDays(
  country: CountryCalendar,
  { from, to, company, locale }: CalendarOptions,
): { days: ListedDay[] } | { refused: string } {
  if (from > to) return { refused: `--from ${from} is after --to ${to}` }
  try {
    const days = occasionsBetween(country, from, to, company)
    return { days: days.map(({ date, key, name, kind }) => ({ date, key, name: name[locale], kind })) }
  } catch (error) {
    // Years outside the lunar table, or occasions that the country does not have: the message says what exists.
    if (error instanceof RangeError) return { refused: error.message }
    throw error
  }
}

const WEEKDAYS = {
  vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

function table(days: readonly ListedDay[], locale: 'vi' | 'en'): string {
  const keyWidth = Math.max(0, ...days.map(({ key }) => key.length))
  const rows = days.map(({ date, key, name, kind }) => {
    const weekday = WEEKDAYS[locale][weekdayOf(date) - 1]
    return `${date}  ${weekday}  ${kind.padEnd('observance'.length)}  ${key.padEnd(keyWidth)}  ${name}`
  })
  return rows.length > 0 ? rows.join('\n') : 'no occasions in these days'
}
