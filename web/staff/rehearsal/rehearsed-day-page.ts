/** One day of a rehearsal: what goes out by each campaign, and for which reasons customers who were meant get nothing. */
import { html } from 'hono/html'
import { type RehearsedDaySums, type RehearsedSums, touchesOf } from '#core/rehearsal/rehearsed-sums.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import { type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { rehearsalPath, rehearsedDayPath, rehearsedPeoplePath } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { campaignNamed, decisionInWords, rehearsalTitle } from '#web/staff/rehearsal/rehearsal-words.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { weekdayName, writtenCount, writtenLunarDate } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    empty: 'Ngày này không chiến dịch nào có khách đến dịp.',
    columns: ['Điều xảy ra', 'Người'],
    sums: (mails: string, calls: string, others: string) => `${mails} thư, ${calls} cuộc gọi, ${others} người không nhận`,
    people: 'Xem từng khách',
    dayBefore: 'Ngày có việc trước đó',
    dayAfter: 'Ngày có việc tiếp theo',
  },
  en: {
    empty: 'No campaign has a customer due on this day.',
    columns: ['What happens', 'People'],
    sums: (mails: string, calls: string, others: string) => `mails: ${mails}, calls: ${calls}, get nothing: ${others}`,
    people: 'See each customer',
    dayBefore: 'The day with something before',
    dayAfter: 'The next day with something',
  },
})

export interface RehearsedDayShown {
  readonly rehearsal: StoredRehearsal
  readonly sums: RehearsedSums
  readonly date: LocalDate
  /** Null for a day on which nobody is due. */
  readonly day: RehearsedDaySums | null
  readonly beside: { readonly before: LocalDate | null; readonly after: LocalDate | null }
}

export function rehearsedDayPage(frame: Frame, shown: RehearsedDayShown): Html {
  const { locale } = frame
  const { rehearsal, date, day, beside } = shown
  const words = WORDS[locale]
  const title = `${weekdayName(weekdayOf(date), locale)} ${shortDate(date, locale)}`
  const link = (to: LocalDate | null, text: string) =>
    to === null ? '' : html`<a href="${rehearsedDayPath(rehearsal.rehearsalId, to)}">${text}</a>`
  const body = html`<p class="trail"><a href="${rehearsalPath(rehearsal.rehearsalId)}">← ${rehearsalTitle(rehearsal, locale)}</a></p>
      <h1>${title}</h1>
      <p class="quiet">${writtenLunarDate(date, locale)}</p>
      ${day === null ? html`<section><p class="quiet">${words.empty}</p></section>` : ofCampaigns(frame, { ...shown, day })}
      <p class="pages">${link(beside.before, `← ${words.dayBefore}`)} ${link(beside.after, `${words.dayAfter} →`)}</p>`
  return framePage({ frame, section: 'rehearsals', title, body })
}

function ofCampaigns(
  frame: Frame,
  { rehearsal, sums, date, day }: RehearsedDayShown & { readonly day: RehearsedDaySums },
): readonly Html[] {
  const { locale } = frame
  const words = WORDS[locale]
  const name = campaignNamed(rehearsal, locale)
  const maySee = notPermitted(frame, 'see-rehearsed-people')
  return [...Map.groupBy(day.counts, ({ campaign }) => campaign)].map(([campaign, counts]) => {
    const rows = counts.map((one) => [
      decisionInWords(one, sums.spoken, locale),
      html`<span class="number">${writtenCount(one.count, locale)}</span>`,
    ])
    const path = rehearsedPeoplePath({ rehearsalId: rehearsal.rehearsalId, date }, { campaign })
    return html`<section><h2>${name(campaign)}</h2>
        <p>${sumsLine({ counts }, sums.spoken, locale)}</p>
        ${table({ locale, label: name(campaign), headings: words.columns, rows })}
        ${maySee === null ? html`<p><a href="${path}">${words.people} →</a></p>` : html`<p class="quiet">${words.people}: ${maySee}</p>`}</section>`
  })
}

function sumsLine(of: Pick<RehearsedDaySums, 'counts'>, spoken: string, locale: PageLocale): string {
  const { mails, calls, others } = touchesOf(of, spoken)
  return WORDS[locale].sums(writtenCount(mails, locale), writtenCount(calls, locale), writtenCount(others, locale))
}
