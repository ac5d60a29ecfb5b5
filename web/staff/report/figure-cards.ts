/** The main figures as cards: the value, how sure it is, its target, whether it changed, and its definition one click away. */
import { html } from 'hono/html'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { Figure } from '#core/report/figure.ts'
import { figureIn, type ReportView } from '#core/report/report-view.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import {
  caveats,
  changeText,
  changeTone,
  definitionList,
  intervalLine,
  partsText,
  targetLine,
} from '#web/staff/report/figure-parts.ts'
import { figurePath } from '#web/staff/report/report-paths.ts'
import { REPORT_WORDS as WORDS } from '#web/staff/report/report-words.ts'
import { liftLines, writtenValue } from '#web/words/lifts.ts'

/** `isLive` false: in a report as it was handed in, whose rows may have changed since. */
export function figureCards(
  view: ReportView,
  { locale, isLive }: { readonly locale: PageLocale; readonly isLive: boolean },
): Html {
  const figures = view.headline.flatMap((id) => figureIn(view, id) ?? [])
  return html`<ul class="kpis">${figures.map((figure) => card(figure, { view, locale, isLive }))}</ul>`
}

function card(
  figure: Figure,
  { view, locale, isLive }: { readonly view: ReportView; readonly locale: PageLocale; readonly isLive: boolean },
): Html {
  const words = WORDS[locale]
  const { kpi, before, yearBefore } = figure
  const interval = intervalLine(kpi, locale)
  const target = targetLine(figure, locale)
  const parts = partsText(kpi, locale)
  const tet = view.yearBefore.alignedBy === 'tet' ? words.versus.yearBeforeTet : words.versus.yearBefore
  return html`<li class="kpi">
          <h3>${KPI_DEFINITIONS[kpi.id].name[locale]}</h3>
          <p class="value${kpi.value === null ? ' none' : ''}" data-kpi="${kpi.id}">${writtenValue(kpi, locale)}</p>
          ${liftLines(kpi, locale).map((said) => html`<p>${said}</p>`)}
          ${interval === null ? '' : html`<p class="quiet">${interval}${parts === null ? '' : html`<br>${parts}`}</p>`}
          ${target === null ? '' : html`<p>${target}</p>`}
          ${kpi.value === null ? '' : html`${versus(words.versus.before, figure, before, locale)}${versus(tet, figure, yearBefore, locale)}`}
          ${caveats(kpi, locale).map((said) => html`<p class="warned">${said}</p>`)}
          <details><summary>${words.definition}</summary>${definitionList(kpi, locale)}</details>
          ${isLive ? html`<p class="more"><a href="${figurePath(kpi.id, view)}" aria-label="${`${words.behind}: ${KPI_DEFINITIONS[kpi.id].name[locale]}`}">${words.behind}</a></p>` : ''}
        </li>`
}

function versus(label: string, { kpi }: Figure, compared: Figure['before'], locale: PageLocale): Html {
  const tone = changeTone(kpi, compared)
  return html`<p class="versus${tone === null ? '' : ` ${tone}`}"><span class="quiet">${label}:</span> ${changeText(kpi, compared, locale)}</p>`
}
