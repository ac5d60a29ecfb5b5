/**
 * Puts the facts of a period into files of their own, for another program to read. Days that stand there already are merged, as in every night: what was
 * purged or erased since stays.
 */
import { gatherDays } from '#app/numbers/gather-days.ts'
import type { GatherPorts } from '#app/numbers/gather-ports.ts'
import { putMerged } from '#app/numbers/write-days.ts'
import type { FactStore } from '#app/ports/numbers.ts'
import { FACT_KINDS, type FactKind } from '#core/facts/fact-tables.ts'
import type { Period } from '#core/kpi/period.ts'
import type { Instant } from '#core/time/instant.ts'
import { datesFrom, type LocalDate } from '#core/time/local-date.ts'

export interface ExportFactsPorts extends GatherPorts {
  readonly facts: FactStore
}

export interface ExportedFacts {
  readonly days: number
  readonly rows: Readonly<Record<FactKind, number>>
  /** The first day of which there is anything; null: there is nothing of the whole period. */
  readonly first: LocalDate | null
}

/** The period is over by `now`. */
export async function exportFacts(
  ports: ExportFactsPorts,
  { period, now, onDay }: { readonly period: Period; readonly now: Instant; readonly onDay: (day: LocalDate) => void },
): Promise<ExportedFacts> {
  const rows: Record<FactKind, number> = {
    touches: 0,
    answers: 0,
    ratings: 0,
    replies: 0,
    purchases: 0,
    gifts: 0,
    work: 0,
    hotline: 0,
  }
  let [days, first]: [number, LocalDate | null] = [0, null]
  for await (const gathered of gatherDays(ports, { days: [...datesFrom(period.from, period.to)], now })) {
    const written = await putMerged(ports.facts, { ...gathered, moved: [] })
    for (const kind of FACT_KINDS) rows[kind] += written[kind].length
    if (first === null && FACT_KINDS.some((kind) => written[kind].length > 0)) first = gathered.day
    days++
    onDay(gathered.day)
  }
  return { days, rows, first }
}
