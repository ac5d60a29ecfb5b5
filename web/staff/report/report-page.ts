/** The head's report: what needs attention first, then the main figures, then everything else. Its first page on paper is the summary. */
import { html } from 'hono/html'
import { segmentKey } from '#core/kpi/segment.ts'
import type { ReportView } from '#core/report/report-view.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { RECURRING_PATH } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { budgetSection } from '#web/staff/report/budget-section.ts'
import { chartFigure } from '#web/staff/report/chart-figure.ts'
import { exceptionsSection } from '#web/staff/report/exceptions-section.ts'
import { figureCards } from '#web/staff/report/figure-cards.ts'
import { proposalsSection } from '#web/staff/report/proposals-section.ts'
import { REPORT_ACT_WORDS as ACT_WORDS } from '#web/staff/report/report-act-words.ts'
import { reportFilters, reportHeading } from '#web/staff/report/report-filters.ts'
import { filePath } from '#web/staff/report/report-paths.ts'
import { reportSections } from '#web/staff/report/report-sections.ts'
import type { ReportShown } from '#web/staff/report/report-shown.ts'
import { REPORT_WORDS as WORDS } from '#web/staff/report/report-words.ts'
import { themesSection } from '#web/staff/report/themes-section.ts'
import { wordsSection } from '#web/staff/report/words-section.ts'
import { writtenDays } from '#web/words/report-periods.ts'
import { writtenSegment } from '#web/words/segments.ts'
import { writtenInstant } from '#web/words/written.ts'

/** Of the newest that were read for the themes. */
const WORDS_SHOWN = 20
const WRONG = ['empty', 'too-long', 'stale', 'nothing']

export function reportPage(frame: Frame, shown: ReportShown): Html {
  const { locale, company } = frame
  const { asked, report, unknown, said } = shown
  const words = WORDS[locale]
  const acts = ACT_WORDS[locale]
  const reader = { locale, campaignName: shown.campaigns.name }
  const today = localDateAt(frame.now, company.zone)
  const title = reportHeading(asked, locale)
  const part = asked.segment.by === 'all' ? '' : html`<p class="part">${writtenSegment(asked.segment, reader)}</p>`
  const body = html`<h1>${title}</h1>
      ${part}<p class="quiet">${writtenDays(asked.period, locale)}${'shown' in report ? html`. ${words.made(writtenInstant(report.shown.madeAt, { zone: company.zone, locale }))}` : ''}</p>
      ${unknown.map((what) => html`<p class="said warn" role="alert">${words.unknown(what)}</p>`)}
      ${said === null ? '' : html`<p class="said${WRONG.includes(said) ? ' warn' : ''}" role="status">${acts.said[said]}</p>`}
      ${reportFilters({ asked, segments: shown.segments, today }, reader)}
      ${'shown' in report ? whole(frame, report.shown, shown) : nothing(shown, frame)}`
  return framePage({ frame, section: 'report', title, body })
}

function whole(frame: Frame, view: ReportView, shown: ReportShown): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const reader = { locale, campaignName: shown.campaigns.name, isLive: true }
  return html`<div class="summary">
        ${exceptionsSection({ view, ...reader })}
        <section><h2>${words.headline}</h2>${figureCards(view, reader)}</section>
        <section class="trend">${chartFigure('nps-trend', view, reader)}</section>
      </div>
      ${recurringLink(frame)}
      ${reportSections(view, reader, {
        words: wordsSection({ ...shown, words: shown.words?.slice(0, WORDS_SHOWN) ?? null }, locale),
        themes: themesSection(view, shown, locale),
      })}
      ${budgetSection(shown.budget, reader)}
      ${proposalsSection(frame, { view, proposals: shown.proposals, formId: shown.formId })}
      ${outgoing(frame, view, shown.formId)}`
}

function outgoing(frame: Frame, view: ReportView, formId: string): Html {
  const words = WORDS[frame.locale]
  const acts = ACT_WORDS[frame.locale]
  return html`<section class="noprint" id="files">
        <h2>${words.files}</h2>
        <p class="buttons"><a class="button quiet" href="${filePath('report.csv', view)}">${words.csv}</a> <a class="button quiet" href="${filePath('report.xlsx', view)}">${words.xlsx}</a> <a class="button quiet" href="${filePath('summary.png', view)}">${words.picture}</a></p>
        <p class="quiet">${words.print}</p>
        ${notPermitted(frame, 'write-report') === null ? handInForm(view, { acts, formId }) : ''}
        <p><a href="/report/handed-in">${acts.handedIn}</a></p>
      </section>`
}

/** It leads to cases, which not all who read figures may see. */
const recurringLink = (frame: Frame): Html | string =>
  notPermitted(frame, 'see-work') === null
    ? html`<p class="noprint"><a href="${RECURRING_PATH}">${WORDS[frame.locale].recurring}</a></p>`
    : ''

const handInForm = (
  { period, segment }: ReportView,
  { acts, formId }: { readonly acts: (typeof ACT_WORDS)[Frame['locale']]; readonly formId: string },
): Html =>
  html`<h2>${acts.handIn}</h2><p>${acts.handInLead}</p><form method="post" action="/report/hand-in"><input type="hidden" name="period" value="${period.key}"><input type="hidden" name="segment" value="${segmentKey(segment)}"><input type="hidden" name="once" value="${formId}"><button>${acts.handInNow}</button></form>`

function nothing({ report, asked }: ReportShown, { locale }: Frame): Html | string {
  if ('shown' in report) return ''
  const words = WORDS[locale]
  const acts = ACT_WORDS[locale]
  const isPart = asked.segment.by !== 'all' && report.nothing === 'not-rolled-up'
  const late = report.missing.filter(({ because }) => because === 'not-rolled-up')
  return html`<section class="attention">
        <p><b>${isPart && late.length === 0 ? words.nothingNarrowed : words.nothing[report.nothing]}</b></p>
        ${late.length === 0 ? '' : html`<p>${words.daysMissing}: ${late.map((span) => writtenDays(span, locale)).join('; ')}</p>`}
        <p class="noprint"><a href="/report/handed-in">${acts.handedIn}</a></p>
      </section>`
}
