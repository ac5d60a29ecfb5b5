/** Which period and which part of the company the report is about: links and one form, so that each state has its address. */
import { html } from 'hono/html'
import { type Segment, segmentKey } from '#core/kpi/segment.ts'
import { isOver, lastWholePeriod, PERIOD_KINDS, periodAfter, periodBefore, periodHolding } from '#core/report/report-period.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { type ReportAsked, reportPath } from '#web/staff/report/report-paths.ts'
import { REPORT_WORDS as WORDS } from '#web/staff/report/report-words.ts'
import { PERIOD_KIND_WORDS, periodWithin, writtenPeriod } from '#web/words/report-periods.ts'
import { SEGMENT_WORDS, type SegmentReader, segmentValue } from '#web/words/segments.ts'

interface FiltersShown {
  readonly asked: ReportAsked
  readonly segments: readonly Segment[]
  readonly today: LocalDate
}

export function reportFilters({ asked, segments, today }: FiltersShown, reader: SegmentReader): Html {
  const { locale } = reader
  const words = WORDS[locale]
  const { period, segment } = asked
  const [before, after] = [periodBefore(period), periodAfter(period)]
  const kinds = PERIOD_KINDS.map((kind) => {
    const is = kind === period.kind
    return html`<a href="${reportPath({ segment, period: is ? period : sameTime(kind, asked, today) })}"${is ? html` aria-current="page"` : ''}>${PERIOD_KIND_WORDS[locale][kind]}</a>`
  })
  return html`<div class="noprint">
        <div class="tabs" role="group" aria-label="${words.kinds}">${kinds}</div>
        <p class="pages periods"><a href="${reportPath({ segment, period: before })}" aria-label="${`${words.earlier}: ${writtenPeriod(before, locale)}`}">← ${writtenPeriod(before, locale)}</a> <b>${writtenPeriod(period, locale)}${isOver(period, today) ? '' : ` (${words.notOver})`}</b> ${after.from <= today ? html`<a href="${reportPath({ segment, period: after })}" aria-label="${`${words.later}: ${writtenPeriod(after, locale)}`}">${writtenPeriod(after, locale)} →</a>` : ''}</p>
        <form method="get" action="/report" class="filters">
          <input type="hidden" name="period" value="${period.key}">
          <div><label for="segment">${words.segment}</label><select id="segment" name="segment">${options(segments, segment, reader)}</select></div>
          <button class="quiet">${words.show}</button>
        </form>
      </div>`
}

/** Of another kind the period that ends at the same time, or the last whole one. */
function sameTime(kind: (typeof PERIOD_KINDS)[number], { period }: ReportAsked, today: LocalDate) {
  const found = periodHolding(kind, period.to)
  return isOver(found, today) ? found : lastWholePeriod(kind, today)
}

/** Parts of one column stand together. A part that the company does not have any more stays in the list while it is shown. */
function options(segments: readonly Segment[], chosen: Segment, reader: SegmentReader): Html {
  const words = SEGMENT_WORDS[reader.locale]
  const key = segmentKey(chosen)
  const all = segments.some((one) => segmentKey(one) === key) ? segments : [...segments, chosen]
  const groups = new Map<string, Segment[]>()
  for (const one of all) if (one.by !== 'all') groups.set(one.by, [...(groups.get(one.by) ?? []), one])
  const option = (one: Segment) =>
    html`<option value="${segmentKey(one)}"${segmentKey(one) === key ? html` selected` : ''}>${segmentValue(one, reader)}</option>`
  return html`${option({ by: 'all' })}${[...groups.values()].map((group) => html`<optgroup label="${headingOf(group, words.columns)}">${group.map(option)}</optgroup>`)}`
}

const headingOf = (group: readonly Segment[], columns: (typeof SEGMENT_WORDS)[PageLocale]['columns']): string => {
  const [first] = group
  return first === undefined || first.by === 'all' ? '' : columns[first.by]
}

/** `Báo cáo chăm sóc khách hàng: tháng 2/2027`. */
export const reportHeading = ({ period }: Pick<ReportAsked, 'period'>, locale: PageLocale): string =>
  WORDS[locale].heading(periodWithin(period, locale))
