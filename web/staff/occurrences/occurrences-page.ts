/** Occurrences found by campaign and month. */
import { html } from 'hono/html'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { type Month, plusMonths } from '#core/time/month.ts'
import type { Html } from '#web/customer/page.ts'
import { monthField, selectField } from '#web/staff/filter-fields.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { type OccurrenceLine, occurrenceTable } from '#web/staff/occurrences/occurrence-lines.ts'
import { monthLinks, placeLinks } from '#web/staff/page-links.ts'
import { occurrencesPath } from '#web/staff/paths.ts'
import { type WrongInAddress, wrongLines } from '#web/staff/wrong-in-address.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenMonth } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Các dịp',
    lead: 'Mỗi dịp là một chiến dịch vào một ngày. Mọi dịp từng có đều tìm được ở đây.',
    campaign: 'Chiến dịch',
    every: 'tất cả',
    month: 'Tháng',
    monthHint: 'như 2027-02; để trống khi đã chọn chiến dịch thì hiện mọi tháng',
    withEmpty: 'kể cả dịp không ai đến lượt',
    show: 'Tìm',
    all: 'Mọi tháng',
    empty: 'Không có dịp nào. Mỗi giờ hệ thống nhìn trước một ngày và mở những dịp sắp tới; chúng sẽ đứng ở đây.',
    emptyPast: 'Không có dịp nào có người đến lượt trong tháng này.',
    emptyPastOfAll: 'Không có dịp nào trong tháng này.',
  },
  en: {
    title: 'Occurrences',
    lead: 'An occurrence is one campaign on one date. Every one there ever was can be found here.',
    campaign: 'Campaign',
    every: 'all',
    month: 'Month',
    monthHint: 'such as 2027-02; left empty with a campaign chosen: every month',
    withEmpty: 'those with nobody due as well',
    show: 'Find',
    all: 'Every month',
    empty: 'No occurrence. Every hour the system looks a day ahead and opens what comes; it will stand here.',
    emptyPast: 'No occurrence in this month had anybody due.',
    emptyPastOfAll: 'No occurrence in this month.',
  },
})

export interface OccurrencesShown {
  readonly campaigns: CampaignNames & {
    readonly latest: readonly { readonly definition: Pick<CampaignDefinition, 'id' | 'name'> }[]
  }
  readonly filter: { readonly campaign: string; readonly month: Month | null; readonly withEmpty: boolean }
  /** Of the month in the address. */
  readonly wrong: readonly WrongInAddress[]
  readonly latest: Month
  readonly isFirst: boolean
  readonly next: string | null
  readonly lines: readonly OccurrenceLine[]
}

export function occurrencesPage(frame: Frame, shown: OccurrencesShown): Html {
  const { locale } = frame
  const { campaigns, filter, latest, isFirst, next, lines } = shown
  const words = WORDS[locale]
  const { campaign, month, withEmpty } = filter
  const named = month === null ? words.all : writtenMonth(month, locale)
  const link = (over: { readonly month?: string | null; readonly before?: string | null }) =>
    occurrencesPath({ campaign, month, all: withEmpty ? 'yes' : null, ...over })
  const body = html`<h1>${words.title}</h1>
      <p class="quiet">${words.lead}</p>
      <section>
        ${filterForm(shown, frame)}
        ${wrongLines(shown.wrong, locale)}
        <h2>${named}</h2>
        ${occurrenceTable(lines, { frame, campaigns, label: `${words.title}: ${named}`, empty: words[emptyOf(shown)], ofOne: campaign !== '' })}
        ${placeLinks({ isFirst, next, locale, link: (before) => link({ before }) })}
        ${month === null ? '' : monthLinks({ month, latest: plusMonths(latest, 1), locale, link: (other) => link({ month: other }) })}
      </section>`
  return framePage({ frame, section: 'occurrences', title: words.title, body })
}

/** In a month that is over nothing more will come. */
function emptyOf({ filter: { month, withEmpty }, latest }: OccurrencesShown): 'empty' | 'emptyPast' | 'emptyPastOfAll' {
  if (month === null || month >= latest) return 'empty'
  return withEmpty ? 'emptyPastOfAll' : 'emptyPast'
}

function filterForm({ campaigns, filter }: OccurrencesShown, { locale }: Frame): Html {
  const words = WORDS[locale]
  const named = campaigns.latest.map(({ definition: { id, name } }) => [id, name[locale]] as const)
  return html`<form method="get" action="/occurrences" class="filters" role="search">
          ${selectField({ name: 'campaign', label: words.campaign, chosen: filter.campaign, any: words.every, options: named })}
          ${monthField({ label: words.month, hint: words.monthHint, chosen: filter.month })}
          <label class="check"><input type="checkbox" name="all" value="yes"${filter.withEmpty ? html` checked` : ''}>${words.withEmpty}</label>
          <button class="quiet">${words.show}</button>
        </form>`
}
