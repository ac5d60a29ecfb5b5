/** Reports of a company's months, from roll-ups that are made from counts. */
import type { RollUp } from '#core/kpi/roll-up.ts'
import { yearBefore } from '#core/kpi/tet-aligned.ts'
import { periodBefore, periodHolding, periodsUpTo, type ReportPeriod } from '#core/report/report-period.ts'
import { type ReportMaterial, type ReportView, reportOf } from '#core/report/report-view.ts'
import { TREND_PERIODS } from '#core/report/trend.ts'
import { datesFrom } from '#core/time/local-date.ts'
import { aRollUp, type Counted, scores } from '#test/support/counted-roll-ups.ts'

const MARCH = periodHolding('month', '2027-03-10')

/** From month to month a little more, so that a trend is one. */
const grown = ({ from }: Pick<ReportPeriod, 'from'>): Partial<Counted> => {
  const month = Number(from.slice(5, 7))
  return { nps: scores({ 3: 8 + (month % 3), 6: 12, 7: 30, 8: 60, 9: 80, 10: 100 + month }) }
}

export function reportMaterial(over: Partial<ReportMaterial> = {}, counted: Partial<Counted> = {}): ReportMaterial {
  const period = over.period ?? MARCH
  const [before, tet] = [periodBefore(period), yearBefore(period)]
  const rolled = (one: ReportPeriod): RollUp => aRollUp({ period: one, counted: grown(one) })
  return {
    period,
    segment: { by: 'all' },
    today: '2027-08-01',
    rollUp: aRollUp({ period, counted: { ...grown(period), ...counted } }),
    before: { period: before, rollUp: rolled(before) },
    yearBefore: { period: tet, rollUp: aRollUp({ period: tet }) },
    trend: periodsUpTo(period, TREND_PERIODS).map((one) => ({
      period: one,
      rollUp: one.key === period.key ? aRollUp({ period, counted: { ...grown(period), ...counted } }) : rolled(one),
    })),
    byCampaign: [
      aRollUp({
        period,
        segment: { by: 'campaign', is: 'tet-greeting' },
        counted: { outcomes: { sent: 900, skipped: 60, withheld: 40 } },
      }),
      aRollUp({ period, segment: { by: 'campaign', is: 'nps-relationship' }, counted: { outcomes: { sent: 700, skipped: 90 } } }),
    ],
    known: [
      { campaignId: 'tet-greeting', name: { vi: 'Chúc Tết', en: 'Tết greeting' }, state: 'active' },
      { campaignId: 'nps-relationship', name: { vi: 'Khảo sát thiện cảm', en: 'Relationship survey' }, state: 'active' },
    ],
    themes: [],
    settings: { targets: { nps: 40, csat: 85 } },
    written: new Set(datesFrom(period.from, period.to)),
    firstDay: '2026-01-01',
    isWaiting: false,
    ...over,
  }
}

export function aReport(over: Partial<ReportMaterial> = {}, counted: Partial<Counted> = {}): ReportView {
  const report = reportOf(reportMaterial(over, counted))
  if (!('shown' in report)) throw new Error(`nothing shown: ${report.nothing}`)
  return report.shown
}
