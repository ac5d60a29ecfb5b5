/** The parts of the report below its summary: campaigns, surveys, complaints, care desk, gifts and costs, and every figure. */
import { html } from 'hono/html'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { KPI_DEFINITIONS } from '#core/kpi/definitions.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import { type ReportView, surveysIn } from '#core/report/report-view.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { campaignPath } from '#web/staff/paths.ts'
import { campaignsTable } from '#web/staff/report/campaigns-table.ts'
import type { ChartReader } from '#web/staff/report/chart.ts'
import { chartFigure } from '#web/staff/report/chart-figure.ts'
import { definitionList } from '#web/staff/report/figure-parts.ts'
import { behindPath, figurePath } from '#web/staff/report/report-paths.ts'
import type { ReportTable } from '#web/staff/report/report-table.ts'
import { figuresTable, reportTables } from '#web/staff/report/report-tables.ts'
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
  const rows = (name: string, id: KpiId) => (reader.isLive && tables.has(name) ? behindLink(id, view, locale) : '')
  return html`<section id="campaigns">
        <h2>${said.campaigns}</h2>
        ${view.segment.by === 'all' ? html`${campaigns(view, reader)}${view.campaigns.length === 0 ? '' : chartFigure('response-by-campaign', view, reader)}` : html`<p class="quiet">${said.narrowedCampaigns}</p>`}
      </section>
      <section id="surveys">
        <h2>${said.surveys}</h2>
        ${shown('surveys', said.noSurveys)}
        ${reader.isLive ? surveysIn(view).map(([kind]) => behindLink(FIGURE_OF_SURVEY[kind], view, locale)) : ''}
        ${words}
      </section>
      ${themes}
      <div class="columns">
        <section id="complaints">
          <h2>${said.complaints}</h2>
          ${chartFigure('work-by-reason', view, { ...reader, size: 'half' })}
          ${shown('work', said.noWork)}
          ${rows('work', 'complaint-rate')}
          <h3>${said.replies}</h3>
          ${shown('replies', said.noReplies)}
          ${rows('replies', 'complaint-rate')}
        </section>
        <section id="desk">
          <h2>${said.desk}</h2>
          ${chartFigure('calls-by-end', view, { ...reader, size: 'half' })}
          ${shown('dispositions', said.noCalls)}
          ${rows('dispositions', 'calls-reached')}
          <h3>${said.promises}</h3>
          ${shown('promises', said.noCalls)}
          ${rows('promises', 'promises-kept')}
        </section>
      </div>
      <section id="gifts">
        <h2>${said.gifts}</h2>
        ${shown('gifts', said.noGifts)}
        ${rows('gifts', 'cost-per-occasion')}
        <h3>${said.costs}</h3>
        ${shown('costs', said.noCosts)}
        ${view.costs.length > 1 ? html`<p class="warned">${said.mixed}</p>` : ''}
      </section>
      ${allFigures(view, reader)}`
}

const FIGURE_OF_SURVEY: Readonly<Record<SurveyKind, KpiId>> = {
  nps: 'nps',
  csat: 'csat',
  csi: 'csi',
  ces: 'ces-easy',
  fcr: 'fcr-customer',
}

/** The page of a figure that groups the same counts, each with the list of its rows. */
const behindLink = (id: KpiId, view: ReportView, locale: PageLocale): Html =>
  html`<p class="more noprint"><a href="${behindPath(id, view)}">${WORDS[locale].rowsOf(KPI_DEFINITIONS[id].name[locale])}</a></p>`

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
