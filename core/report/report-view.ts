/** The report as values, without a word of any language and without a word of a customer: what pages, mails and files show, and what is kept as handed in. */
import type { Money } from '#core/budget/money.ts'
import { SURVEY_KINDS, type SurveyKind } from '#core/campaign/survey-definition.ts'
import type { Theme } from '#core/campaign/themes.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import { type MissingSpan, missingSpans } from '#core/kpi/missing-days.ts'
import type { Period } from '#core/kpi/period.ts'
import type { Breakdown, RollUp } from '#core/kpi/roll-up.ts'
import type { ScoreCount } from '#core/kpi/score-counts.ts'
import type { Segment } from '#core/kpi/segment.ts'
import type { YearBefore } from '#core/kpi/tet-aligned.ts'
import { type CampaignLine, campaignLine, costsOf, type KnownCampaign } from '#core/report/campaign-line.ts'
import { type Exception, exceptionsOf } from '#core/report/exceptions.ts'
import { type Figure, figureOf } from '#core/report/figure.ts'
import { isOver, type ReportPeriod } from '#core/report/report-period.ts'
import { headlineOf, type ReportSettings } from '#core/report/report-settings.ts'
import { seenOn } from '#core/report/seen-on.ts'
import { type ThemeLine, themeLines, whyUnlike } from '#core/report/theme-lines.ts'
import { type Rolled, type TrendPoint, trendOf } from '#core/report/trend.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

export interface ReportView {
  readonly period: ReportPeriod
  readonly segment: Segment
  /** When its roll-up was made, and the day on which that was. */
  readonly madeAt: string
  readonly today: LocalDate
  readonly isOver: boolean
  /** What it is compared with; the days of the year before are aligned by Tết. */
  readonly before: ReportPeriod
  readonly yearBefore: YearBefore
  readonly exceptions: readonly Exception[]
  readonly headline: readonly KpiId[]
  /** Every figure, in the order of KPI_IDS. */
  readonly figures: readonly Figure[]
  /** Of the headline, and of the NPS. */
  readonly trends: Readonly<Partial<Record<KpiId, readonly TrendPoint[]>>>
  readonly campaigns: readonly CampaignLine[]
  readonly breakdown: Breakdown
  readonly costs: readonly Money[]
  readonly missing: readonly MissingSpan[]
  /** What customers talked about: null where the roll-up is one of before, absent in reports that were handed in before. */
  readonly themes?: { readonly customers: number; readonly lines: readonly ThemeLine[] } | null
}

/** before-first-data: it lies wholly before the system ran. not-begun: it lies in the future. not-rolled-up: its days have no roll-up. */
export type NoReport = 'before-first-data' | 'not-begun' | 'not-rolled-up'

export type Report =
  | { readonly shown: ReportView }
  | { readonly nothing: NoReport; readonly period: ReportPeriod; readonly missing: readonly MissingSpan[] }

export interface ReportMaterial {
  readonly period: ReportPeriod
  readonly segment: Segment
  readonly today: LocalDate
  readonly rollUp: RollUp | undefined
  readonly before: { readonly period: ReportPeriod; readonly rollUp: RollUp | undefined }
  readonly yearBefore: { readonly period: YearBefore; readonly rollUp: RollUp | undefined }
  /** Up to this period, the oldest first. */
  readonly trend: readonly Rolled[]
  /** Roll-ups of each campaign; empty in a report about one segment. */
  readonly byCampaign: readonly RollUp[]
  readonly known: readonly KnownCampaign[]
  readonly settings: ReportSettings
  /** Of the company. */
  readonly themes: readonly Theme[]
  /** The days of the period of which the facts are written, and the first day of all: they say why there is no roll-up. */
  readonly written: ReadonlySet<LocalDate>
  readonly firstDay: LocalDate | null
  /** It is to be rolled up again: something in it, or before it, came late. */
  readonly isWaiting: boolean
}

export function reportOf(material: ReportMaterial): Report {
  const { period, today, rollUp, firstDay, written } = material
  if (rollUp) return { shown: viewOf(material, seenOn(today, rollUp)) }
  const past = daysGone(period, today)
  const missing = past === null ? [] : missingSpans(past, { firstDataOn: firstDay, rolledUp: written })
  const nothing = past === null ? 'not-begun' : firstDay === null || period.to < firstDay ? 'before-first-data' : 'not-rolled-up'
  return { nothing, period, missing }
}

/** Today is not over, and no report tells of it. */
function daysGone({ from, to }: Period, today: LocalDate): Period | null {
  const last = to < today ? to : addDays(today, -1)
  return from > last ? null : { from, to: last }
}

function viewOf(
  { period, segment, today, before, yearBefore, trend, byCampaign, known, settings, themes, isWaiting }: ReportMaterial,
  rollUp: RollUp,
): ReportView {
  const [{ missing } = { missing: [] }] = rollUp.kpis
  const seen = (other: RollUp | undefined) => other && seenOn(today, other)
  const comparedWith = { before: seen(before.rollUp), yearBefore: seen(yearBefore.rollUp) }
  const headline = headlineOf(settings, rollUp.kpis)
  const figures = rollUp.kpis.map((kpi) => figureOf(kpi, comparedWith, settings))
  const rolled = trend.map((one) => ({ ...one, rollUp: seen(one.rollUp) }))
  const campaigns = byCampaign.map((each) => campaignLine(each, known)).toSorted((a, b) => b.meant - a.meant)
  const costs = costsOf(rollUp.breakdown)
  const over = isOver(period, today)
  const told = { figures, headline, breakdown: rollUp.breakdown, campaigns, missing, isOver: over, isWaiting }
  return {
    period,
    segment,
    madeAt: rollUp.madeAt,
    today,
    isOver: over,
    before: before.period,
    yearBefore: yearBefore.period,
    exceptions: exceptionsOf({ ...told, currencies: costs.map(({ currency }) => currency) }),
    headline,
    figures,
    trends: Object.fromEntries([...new Set<KpiId>([...headline, 'nps'])].map((id) => [id, trendOf(id, rolled)])),
    campaigns,
    breakdown: rollUp.breakdown,
    costs,
    missing,
    themes: themesOf({ now: rollUp, before: comparedWith.before, themes, isOver: over }),
  }
}

function themesOf({
  now,
  before,
  themes,
  isOver,
}: {
  readonly now: RollUp
  readonly before: RollUp | undefined
  readonly themes: readonly Theme[]
  readonly isOver: boolean
}): NonNullable<ReportView['themes']> | null {
  const counted = now.breakdown.themes
  if (counted === undefined) return null
  const unlike = whyUnlike({ rollUps: [now, before], isOver })
  return {
    customers: counted.customers,
    lines: themeLines({ now: counted, before: before?.breakdown.themes, themes, unlike }),
  }
}

export const figureIn = ({ figures }: Pick<ReportView, 'figures'>, id: KpiId): Figure | undefined =>
  figures.find(({ kpi }) => kpi.id === id)

/** Of every survey that somebody answered. */
export const surveysIn = ({
  breakdown,
}: Pick<ReportView, 'breakdown'>): readonly (readonly [SurveyKind, readonly ScoreCount[]])[] =>
  SURVEY_KINDS.flatMap((kind) => {
    const scores = breakdown.scores[kind] ?? []
    return scores.length > 0 ? [[kind, scores] as const] : []
  })
