/** The parts of the report below its summary: campaigns, surveys, complaints, care desk, gifts and costs, and every figure. */
import { html } from 'hono/html'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { ReportView } from '#core/report/report-view.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { campaignPath } from '#web/staff/paths.ts'
import { chartFigure } from '#web/staff/report/chart-figure.ts'
import type { ChartReader } from '#web/staff/report/charts.ts'
import { definitionList } from '#web/staff/report/figure-parts.ts'
import { figurePath } from '#web/staff/report/report-paths.ts'
import { campaignsTable, figuresTable, type ReportTable, reportTables } from '#web/staff/report/report-tables.ts'
import { REPORT_WORDS as WORDS } from '#web/staff/report/report-words.ts'
import { tableOf } from '#web/staff/report/table-of.ts'

export interface SectionReader extends ChartReader {
  /** False in a report as it was handed in: its pictures and the rows behind it are of now. */
  readonly isLive: boolean
}

/** `said`: what customers wrote, and what they talked about. */
export function reportSections(
  view: ReportView,
  reader: SectionReader,
  { words, themes }: { readonly words: Html | string; readonly themes: Html },
): Html {
  const { locale } = reader
  const said = WORDS[locale]
  const tables = new Map(reportTables(view, reader).map((one) => [one.name, one]))
  const shown = (name: string, empty: string) => optional(tables.get(name), { locale, empty })
  return html`<section id="campaigns">
        <h2>${said.campaigns}</h2>
        ${view.segment.by === 'all' ? html`${campaigns(view, reader)}${view.campaigns.length === 0 ? '' : chartFigure('response-by-campaign', view, reader)}` : html`<p class="quiet">${said.narrowedCampaigns}</p>`}
      </section>
      <section id="surveys">
        <h2>${said.surveys}</h2>
        ${shown('surveys', said.noSurveys)}
        ${words}
      </section>
      ${themes}
      <div class="columns">
        <section id="complaints">
          <h2>${said.complaints}</h2>
          ${chartFigure('work-by-reason', view, { ...reader, size: 'half' })}
          ${shown('work', said.noWork)}
          <h3>${said.replies}</h3>
          ${shown('replies', said.noReplies)}
        </section>
        <section id="desk">
          <h2>${said.desk}</h2>
          ${chartFigure('calls-by-end', view, { ...reader, size: 'half' })}
          ${shown('dispositions', said.noCalls)}
          <h3>${said.promises}</h3>
          ${shown('promises', said.noCalls)}
        </section>
      </div>
      <section id="gifts">
        <h2>${said.gifts}</h2>
        ${shown('gifts', said.noGifts)}
        <h3>${said.costs}</h3>
        ${shown('costs', said.noCosts)}
        ${view.costs.length > 1 ? html`<p class="warned">${said.mixed}</p>` : ''}
      </section>
      ${allFigures(view, reader)}`
}

const optional = (
  found: ReportTable | undefined,
  { locale, empty }: { readonly locale: PageLocale; readonly empty: string },
): Html => (found ? tableOf(found, { locale, empty }) : html`<p class="quiet">${empty}</p>`)

function campaigns(view: ReportView, reader: SectionReader): Html {
  const { locale } = reader
  const link = (text: string, row: number) => {
    const campaign = view.campaigns[row]
    return campaign && reader.isLive ? html`<a href="${campaignPath(campaign.campaignId)}">${text}</a>` : text
  }
  return tableOf(campaignsTable(view, reader), { locale, empty: WORDS[locale].noCampaigns, first: link })
}

/** Each figure leads to what is behind it; where there is nothing to lead to, its definition opens in place. */
function allFigures(view: ReportView, { locale, isLive }: SectionReader): Html {
  const first = (text: string, row: number) => {
    const kpi = view.figures[row]?.kpi
    if (!kpi) return text
    return isLive
      ? html`<a href="${figurePath(kpi.id, view)}">${KPI_DEFINITIONS[kpi.id].name[locale]}</a>`
      : html`<details><summary>${text}</summary>${definitionList(kpi, locale)}</details>`
  }
  return html`<section id="figures" class="all-figures"><details><summary><h2>${WORDS[locale].all}</h2></summary>${tableOf(figuresTable(view, { locale }), { locale, empty: '', first })}</details></section>`
}
