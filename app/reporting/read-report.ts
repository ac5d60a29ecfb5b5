/** The report of a period and a part, from roll-ups alone: some twenty rows, of a part some thirty, however large the company is. */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { NumberStore } from '#app/ports/numbers.ts'
import type { Theme } from '#core/campaign/themes.ts'
import type { Period } from '#core/kpi/period.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { EVERYTHING, type Segment } from '#core/kpi/segment.ts'
import { yearBefore } from '#core/kpi/tet-aligned.ts'
import { periodBefore, periodsUpTo, type ReportPeriod } from '#core/report/report-period.ts'
import type { ReportSettings } from '#core/report/report-settings.ts'
import { type Report, reportOf } from '#core/report/report-view.ts'
import { TREND_PERIODS } from '#core/report/trend.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface ReadReportPorts {
  readonly numbers: Pick<NumberStore, 'rollUp' | 'rollUpsBy' | 'writtenDays' | 'firstDay' | 'isWaiting'>
  readonly campaigns: Pick<CampaignStore, 'latest' | 'states'>
}

export interface ReportWanted {
  readonly period: ReportPeriod
  readonly segment: Segment
  /** In the company's zone. */
  readonly today: LocalDate
  readonly settings: ReportSettings
  readonly themes: readonly Theme[]
}

export async function readReport({ numbers, campaigns }: ReadReportPorts, wanted: ReportWanted): Promise<Report> {
  const { period, segment } = wanted
  const [before, tet] = [periodBefore(period), yearBefore(period)]
  const last = periodsUpTo(period, TREND_PERIODS)
  const read = (one: Period) => standingRollUp(numbers, { period: one, segment })
  const [rolled, ofYearBefore, byCampaign, latest, states, days, firstDay, isWaiting] = await Promise.all([
    Promise.all(last.map(read)),
    read(tet),
    segment.by === 'all' ? numbers.rollUpsBy({ period, by: 'campaign' }) : [],
    campaigns.latest(),
    campaigns.states(),
    numbers.writtenDays(period),
    numbers.firstDay(),
    numbers.isWaiting({ from: period.from, to: period.to }),
  ])
  return reportOf({
    ...wanted,
    rollUp: rolled.at(-1),
    before: { period: before, rollUp: rolled.at(-2) },
    yearBefore: { period: tet, rollUp: ofYearBefore },
    trend: last.map((one, at) => ({ period: one, rollUp: rolled[at] })),
    byCampaign: byCampaign.filter((one) => isOf(rolled.at(-1), one)),
    known: latest.map(({ definition: { id, name } }) => ({
      campaignId: id,
      name: { vi: name.vi, en: name.en },
      state: states.get(id) ?? 'active',
    })),
    written: new Set(days),
    firstDay,
    isWaiting,
  })
}

/** Undefined where there is none, and where the period was counted again since and nothing of the segment was in it: a tier that no customer has any more. */
async function standingRollUp(
  numbers: Pick<NumberStore, 'rollUp'>,
  { period, segment }: { readonly period: Period; readonly segment: Segment },
): Promise<RollUp | undefined> {
  if (segment.by === 'all') return numbers.rollUp({ period, segment })
  const [found, whole] = await Promise.all([numbers.rollUp({ period, segment }), numbers.rollUp({ period, segment: EVERYTHING })])
  return found && isOf(whole, found) ? found : undefined
}

/** All segments of a period are counted together. */
const isOf = (whole: Pick<RollUp, 'madeAt'> | undefined, { madeAt }: RollUp): boolean =>
  whole === undefined || madeAt >= whole.madeAt
