/** Facts that were exported into a folder, as figures are counted from them. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import type { CountPorts } from '#app/numbers/count-periods.ts'
import { FACT_KINDS } from '#core/facts/fact-tables.ts'
import { isLocalDate, type LocalDate } from '#core/time/local-date.ts'

/** Undefined where the folder holds no facts. A day is whole once each kind has its file: an export that was broken off leaves one that is not. */
export function factsInFolder(
  folder: string,
): (Pick<CountPorts, 'facts' | 'numbers'> & { readonly lastDay: LocalDate }) | undefined {
  const days = wholeDays(folder)
  const lastDay = days.at(-1)
  if (lastDay === undefined) return undefined
  const numbers: CountPorts['numbers'] = {
    firstDay: async () => days[0] ?? null,
    writtenDays: async ({ from, to }) => days.filter((day) => from <= day && day <= to),
  }
  return { facts: parquetFactStore(factFolder(folder)), numbers, lastDay }
}

function wholeDays(folder: string): readonly LocalDate[] {
  const [first = new Set<LocalDate>(), ...others] = FACT_KINDS.map((kind) => new Set(daysIn(join(folder, kind))))
  return [...first].filter((day) => others.every((days) => days.has(day))).toSorted()
}

function daysIn(folder: string): readonly LocalDate[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => name.replace(/^day=/, ''))
    .filter(isLocalDate)
}
