/** Figures as `care report` prints them. */
import type { FigureOfPeriod, Figures } from '#app/numbers/figures-of.ts'
import type { Change } from '#core/kpi/change.ts'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import type { Provisional } from '#core/kpi/provisional.ts'
import { writtenDifference, writtenInterval } from '#web/words/figures.ts'
import { liftLines, writtenValue } from '#web/words/lifts.ts'

export function figureLines({ before, yearBefore, figures }: Figures): readonly string[] {
  const missing = figures[0]?.kpi.missing ?? []
  return [
    ...figures.map(line),
    ...missing.map(({ from, to, because }) => `missing: ${from} to ${to} (${because})`),
    `compared with ${before.from} to ${before.to}, and with ${yearBefore.from} to ${yearBefore.to} (aligned by ${yearBefore.alignedBy})`,
  ]
}

function line({ kpi, period, change, changeOfYear }: FigureOfPeriod): string {
  const { id, n, interval, provisional } = kpi
  const of = id === 'active-share' ? ` ${period.from.slice(0, 7)}` : ''
  const parts = [
    writtenValue(kpi, 'en'),
    ...liftLines(kpi, 'en'),
    ...(interval ? [`${writtenInterval(kpi, 'en')}`] : []),
    ...(n > 0 ? [`n ${n}`] : []),
    ...changed('since the period before', change, kpi),
    ...changed('since the year before', changeOfYear, kpi),
    ...(provisional ? [waits(provisional)] : []),
  ]
  return `${KPI_DEFINITIONS[id].name.en}${of} [${id}]: ${parts.join(', ')}`
}

const changed = (since: string, change: Change, kpi: Kpi): readonly string[] =>
  change.is === 'changed' ? [`${writtenDifference(change.by, kpi, 'en')} ${since}`] : []

const waits = (provisional: Provisional): string =>
  provisional.because === 'window-open'
    ? `provisional until ${provisional.finalOn}`
    : `provisional: ${provisional.count} still open`
