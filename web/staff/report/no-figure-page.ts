/** One figure of a period that has no roll-up: its definition, and that there is nothing to show. */
import { html } from 'hono/html'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import type { NoReport } from '#core/report/report-view.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { BEHIND_WORDS } from '#web/staff/report/behind-words.ts'
import { definitionList } from '#web/staff/report/figure-parts.ts'
import { type ReportAsked, reportPath } from '#web/staff/report/report-paths.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import { writtenPeriod } from '#web/words/report-periods.ts'

interface NoFigure {
  readonly id: KpiId
  readonly asked: ReportAsked
  readonly why: NoReport
  /** What the address named and there is not. */
  readonly unknown: readonly string[]
}

export function noFigurePage(frame: Frame, { id, asked, why, unknown }: NoFigure): Html {
  const { locale } = frame
  const words = REPORT_WORDS[locale]
  const title = KPI_DEFINITIONS[id].name[locale]
  const body = html`<p class="trail"><a href="${reportPath(asked)}">← ${BEHIND_WORDS[locale].back}: ${writtenPeriod(asked.period, locale)}</a></p>
      <h1>${title}</h1>
      <section class="attention"><p>${whyNothing({ asked, why, unknown }, locale)}</p></section>
      <section><h2>${words.definition}</h2>${definitionList({ id }, locale)}</section>`
  return framePage({ frame, section: 'report', title, body })
}

function whyNothing({ asked, why, unknown }: Omit<NoFigure, 'id'>, locale: PageLocale): string {
  const { nothing, nothingNarrowed, noSuchPart } = REPORT_WORDS[locale]
  const [first] = unknown
  if (first !== undefined) return noSuchPart(first)
  return asked.segment.by !== 'all' && why === 'not-rolled-up' ? nothingNarrowed : nothing[why]
}
