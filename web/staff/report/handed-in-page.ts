/** Reports as they were handed in: the list of them, and one of them, which never changes. */
import { html } from 'hono/html'
import { segmentOfKey } from '#core/kpi/segment.ts'
import type { Proposal } from '#core/report/proposal.ts'
import type { ReportBudget } from '#core/report/report-budget.ts'
import { periodOfKey } from '#core/report/report-period.ts'
import type { ReportView } from '#core/report/report-view.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { budgetSection } from '#web/staff/report/budget-section.ts'
import { chartFigure } from '#web/staff/report/chart-figure.ts'
import { exceptionsSection } from '#web/staff/report/exceptions-section.ts'
import { figureCards } from '#web/staff/report/figure-cards.ts'
import { proposalsSection } from '#web/staff/report/proposals-section.ts'
import { REPORT_ACT_WORDS as ACT_WORDS } from '#web/staff/report/report-act-words.ts'
import { reportHeading } from '#web/staff/report/report-filters.ts'
import { handedInPath, reportPath } from '#web/staff/report/report-paths.ts'
import { reportSections } from '#web/staff/report/report-sections.ts'
import { REPORT_WORDS as WORDS } from '#web/staff/report/report-words.ts'
import { themesSection } from '#web/staff/report/themes-section.ts'
import { table } from '#web/staff/table.ts'
import { writtenDays, writtenPeriod } from '#web/words/report-periods.ts'
import { writtenSegment } from '#web/words/segments.ts'
import { writtenInstant } from '#web/words/written.ts'

export interface HandedInLineShown {
  readonly reportId: string
  readonly at: Instant
  readonly byName: string
  readonly period: string
  readonly segment: string
}

export interface HandedInShown extends HandedInLineShown {
  readonly view: ReportView
  readonly proposals: readonly Proposal[]
  readonly budget: ReportBudget | null
}

type CampaignName = (campaignId: string) => string

export function handedInList(frame: Frame, lines: readonly HandedInLineShown[], campaignName: CampaignName): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const acts = ACT_WORDS[locale]
  const rows = lines.map(({ reportId, at, byName, period: key, segment: part }) => {
    const [period, segment] = [periodOfKey(key), segmentOfKey(part)]
    return [
      html`<a href="${handedInPath(reportId)}"><span class="number days">${writtenInstant(at, { zone: company.zone, locale })}</span></a>`,
      period ? writtenPeriod(period, locale) : key,
      segment ? writtenSegment(segment, { locale, campaignName }) : part,
      byName,
    ]
  })
  const body = html`<p class="trail"><a href="/report">← ${words.title}</a></p>
      <h1>${acts.handedIn}</h1>
      <section>${table({ locale, label: acts.handedIn, headings: acts.handedInColumns, rows, empty: acts.noHandedIn })}</section>`
  return framePage({ frame, section: 'report', title: acts.handedIn, body })
}

export function handedInReport(
  frame: Frame,
  { view, proposals, budget, at, byName }: HandedInShown,
  campaignName: CampaignName,
): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const acts = ACT_WORDS[locale]
  const reader = { locale, campaignName, isLive: false }
  const title = reportHeading(view, locale)
  const part = view.segment.by === 'all' ? '' : html`<p class="part">${writtenSegment(view.segment, reader)}</p>`
  const body = html`<p class="trail noprint"><a href="/report/handed-in">← ${acts.handedIn}</a></p>
      <h1>${title}</h1>
      ${part}<p class="quiet">${writtenDays(view.period, locale)}. ${words.made(writtenInstant(view.madeAt, { zone: company.zone, locale }))}</p>
      <p class="said">${acts.asHandedIn(writtenInstant(at, { zone: company.zone, locale }), byName)} <a class="noprint" href="${reportPath(view)}">${acts.toLive}</a></p>
      <div class="summary">
        ${exceptionsSection({ view, ...reader })}
        <section><h2>${words.headline}</h2>${figureCards(view, reader)}</section>
        <section class="trend">${chartFigure('nps-trend', view, reader)}</section>
      </div>
      ${reportSections(view, reader, {
        words: html`<p class="quiet">${acts.handedInNote}</p>`,
        themes: themesSection(view, null, reader.locale),
      })}
      ${budgetSection(budget, reader)}
      ${proposalsSection(frame, { view, proposals, formId: null })}`
  return framePage({ frame, section: 'report', title, body })
}
