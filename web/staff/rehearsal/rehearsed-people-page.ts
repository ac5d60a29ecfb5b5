/** The customers of a rehearsed day, each with what they would get, or why nothing. */
import { html } from 'hono/html'
import type { SheetLine } from '#core/rehearsal/sheet-line.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import { selectField } from '#web/staff/filter-fields.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { pageLinks } from '#web/staff/page-links.ts'
import { rehearsedDayPath, rehearsedPeoplePath } from '#web/staff/paths.ts'
import { campaignNamed, decisionInWords, rehearsalTitle } from '#web/staff/rehearsal/rehearsal-words.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: (date: string) => `Từng khách ngày ${date}`,
    columns: ['Khách', 'Chiến dịch', 'Điều xảy ra'],
    count: (count: string, page: string, pages: string) => `${count} dòng, trang ${page} trên ${pages}`,
    empty: 'Ngày này không có khách nào như vậy.',
    campaign: 'Chiến dịch',
    every: 'tất cả',
    state: 'Kết quả',
    sent: 'nhận thư hoặc được gọi',
    'not-sent': 'không nhận',
    show: 'Xem',
  },
  en: {
    title: (date: string) => `Customers of ${date}`,
    columns: ['Customer', 'Campaign', 'What happens'],
    count: (count: string, page: string, pages: string) => `${count} lines, page ${page} of ${pages}`,
    empty: 'There is no such customer on this day.',
    campaign: 'Campaign',
    every: 'all',
    state: 'Outcome',
    sent: 'get a mail or a call',
    'not-sent': 'get nothing',
    show: 'Show',
  },
})

export interface PeopleShown {
  readonly rehearsal: StoredRehearsal
  /** The channel of calls. */
  readonly spoken: string
  readonly date: LocalDate
  readonly lines: readonly SheetLine[]
  /** As they are called today; who is gone has none. */
  readonly names: ReadonlyMap<string, string>
  readonly campaign: string | null
  readonly state: 'sent' | 'not-sent' | null
  readonly page: number
  readonly pages: number
  /** Of all pages. */
  readonly count: number
}

export function rehearsedPeoplePage(frame: Frame, shown: PeopleShown): Html {
  const { locale } = frame
  const { rehearsal, spoken, date, lines, names, campaign, state, page, pages, count } = shown
  const words = WORDS[locale]
  const { rehearsalId, campaigns } = rehearsal
  const name = campaignNamed(rehearsal, locale)
  const title = words.title(shortDate(date, locale))
  const rows = lines.map((line) => [
    customerLink({ customerId: line.customer, name: names.get(line.customer) }, locale),
    name(line.campaign),
    decisionInWords(line, spoken, locale),
  ])
  const written = (number: number) => writtenCount(number, locale)
  const body = html`<p class="trail"><a href="${rehearsedDayPath(rehearsalId, date)}">← ${shortDate(date, locale)}</a></p>
      <h1>${title}</h1>
      <p class="quiet">${rehearsalTitle(rehearsal, locale)}</p>
      <section>
        <form method="get" action="${rehearsedPeoplePath({ rehearsalId, date }, {})}" class="filters" role="search">
          ${selectField({ name: 'campaign', label: words.campaign, chosen: campaign, any: words.every, options: campaigns.map(({ id }) => [id, name(id)] as const) })}
          ${selectField({ name: 'state', label: words.state, chosen: state, any: words.every, options: [['sent', words.sent] as const, ['not-sent', words['not-sent']] as const] })}
          <button class="quiet">${words.show}</button>
        </form>
        ${count === 0 ? '' : html`<p class="quiet">${words.count(written(count), written(page), written(pages))}</p>`}
        ${table({ locale, label: title, headings: words.columns, rows, empty: words.empty })}
        ${pageLinks({ page, isMore: page < pages, locale, link: (to) => rehearsedPeoplePath({ rehearsalId, date }, { campaign, state, page: to }) })}
      </section>`
  return framePage({ frame, section: 'rehearsals', title, body })
}
