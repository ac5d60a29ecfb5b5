/** The campaigns of the report: whom each meant, what became of them, and what it cost. */
import type { Kpi } from '#core/kpi/kpi.ts'
import type { CampaignLine } from '#core/report/campaign-line.ts'
import type { ReportView } from '#core/report/report-view.ts'
import { byCurrency } from '#core/report/sums.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { ChartReader } from '#web/staff/report/chart.ts'
import { count, moneyCell, type ReportTable } from '#web/staff/report/report-table.ts'
import { REPORT_WORDS } from '#web/staff/report/report-words.ts'
import type { TableCell } from '#web/staff/report/table-cell.ts'
import { plainNumber, writtenFigure } from '#web/words/figures.ts'

export function campaignsTable({ campaigns }: Pick<ReportView, 'campaigns'>, reader: ChartReader): ReportTable {
  const { locale } = reader
  const words = REPORT_WORDS[locale]
  const rows = campaigns.map((line) => campaignRow(line, { name: campaignTitle(line, reader), locale }))
  return {
    name: 'campaigns',
    title: words.campaigns,
    headings: words.campaignColumns,
    rows: campaigns.length < 2 ? rows : [...rows, totalRow(campaigns, locale)],
  }
}

export const campaignTitle = ({ name, campaignId }: CampaignLine, { locale, campaignName }: ChartReader): string =>
  name?.[locale] ?? campaignName(campaignId)

function campaignRow(
  line: CampaignLine,
  { name, locale }: { readonly name: string; readonly locale: PageLocale },
): readonly TableCell[] {
  const { meant, outcomes, responseRate, costs } = line
  const { sent = 0, skipped = 0, withheld = 0 } = outcomes
  return [
    name,
    count(meant, locale),
    count(sent, locale),
    count(skipped, locale),
    count(withheld, locale),
    count(meant - sent - skipped - withheld, locale),
    rate(responseRate, locale),
    moneyCell(costs, locale),
  ]
}

function totalRow(campaigns: readonly CampaignLine[], locale: PageLocale): readonly TableCell[] {
  const total = (of: (line: CampaignLine) => number) => campaigns.reduce((sum, line) => sum + of(line), 0)
  const [meant, sent, skipped, withheld] = [
    total((line) => line.meant),
    total(({ outcomes }) => outcomes.sent ?? 0),
    total(({ outcomes }) => outcomes.skipped ?? 0),
    total(({ outcomes }) => outcomes.withheld ?? 0),
  ]
  const numbers = [meant, sent, skipped, withheld, meant - sent - skipped - withheld].map((number) => count(number, locale))
  return [REPORT_WORDS[locale].total, ...numbers, '', moneyCell(byCurrency(campaigns.flatMap(({ costs }) => costs)), locale)]
}

const rate = (kpi: Kpi | null, locale: PageLocale): TableCell =>
  kpi?.value == null ? '' : { written: writtenFigure(kpi.value, kpi, locale), plain: plainNumber(kpi.value, kpi) }
