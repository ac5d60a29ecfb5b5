/** The busiest days of a rehearsal beside what the account may send and the teams have time for, and what all of it is expected to bring back. */
import { html } from 'hono/html'
import type { RehearsedSums } from '#core/rehearsal/rehearsed-sums.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Khối lượng',
    mails: 'Những ngày nhiều thư nhất',
    calls: 'Những ngày nhiều cuộc gọi nhất so với sức của nhóm',
    mailColumns: ['Ngày', 'Thư', 'Hạn mức 24 giờ'],
    callColumns: ['Ngày', 'Nhóm', 'Cuộc gọi', 'Nhóm gọi được'],
    noMails: 'Không có thư nào.',
    noCalls: 'Không có cuộc gọi nào.',
    unlimited: 'không giới hạn',
    noRoster: 'chưa có ca trực',
    quota: {
      given: 'Hạn mức đã cho.',
      account: 'Hạn mức thật của tài khoản gửi thư.',
      assumed: 'Hạn mức giả định: chưa biết tài khoản được gửi bao nhiêu.',
    },
    expected: 'Dự kiến nhận lại',
    answers: 'phiếu khảo sát được trả lời',
    ofAsked: (asked: string) => `trong ${asked} người được hỏi`,
    callsAfter: 'cuộc gọi sau điểm thấp',
    complaints: 'khiếu nại',
    rate: (value: string, of: number) => `${value} trên ${of}`,
    assumed: 'giả định',
  },
  en: {
    title: 'Volumes',
    mails: 'The days with the most mails',
    calls: 'The days with the most calls for what the team has time for',
    mailColumns: ['Day', 'Mails', 'Quota of 24 hours'],
    callColumns: ['Day', 'Team', 'Calls', 'Time for'],
    noMails: 'No mail.',
    noCalls: 'No call.',
    unlimited: 'no limit',
    noRoster: 'no roster',
    quota: {
      given: 'The quota was given.',
      account: 'The quota is that of the mail account.',
      assumed: 'The quota is assumed: how much the account may send is not known.',
    },
    expected: 'Expected to come back',
    answers: 'surveys answered',
    ofAsked: (asked: string) => `of ${asked} who are asked`,
    callsAfter: 'calls after low scores',
    complaints: 'complaints',
    rate: (value: string, of: number) => `${value} of ${of}`,
    assumed: 'assumed',
  },
})

const SHOWN = 5

export function volumesSection(sums: RehearsedSums, locale: PageLocale): Html {
  const words = WORDS[locale]
  const { quota, expected } = sums
  const number = (count: number) => html`<span class="number">${writtenCount(count, locale)}</span>`
  const mails = sums.mails.toSorted((a, b) => b.mails - a.mails || (a.date < b.date ? -1 : 1)).slice(0, SHOWN)
  const calls = sums.calls.toSorted((a, b) => loadOf(b) - loadOf(a) || (a.date < b.date ? -1 : 1)).slice(0, SHOWN)
  const limit = quota.perDay === null ? words.unlimited : number(quota.perDay)
  const mailRows = mails.map((one) => [shortDate(one.date, locale), number(one.mails), limit])
  const callRows = calls.map(({ date, team, calls: count, capacity }) => [
    shortDate(date, locale),
    team,
    number(count),
    capacity === null ? words.noRoster : number(capacity),
  ])
  const rate = ({ value, of, from }: RehearsedSums['expected']['rates']['answers']) =>
    `${words.rate(String(value), of)}${from === 'assumed' ? `, ${words.assumed}` : ''}`
  const line = (count: number, text: string, basis: string) =>
    html`<li><b>${writtenCount(count, locale)}</b><span>${text} <small>(${basis})</small></span></li>`
  return html`<section><h2>${words.title}</h2>
        <div class="columns">
          <div><h3>${words.mails}</h3>${table({ locale, label: words.mails, headings: words.mailColumns, rows: mailRows, empty: words.noMails })}<p class="quiet">${words.quota[quota.from]}</p></div>
          <div><h3>${words.calls}</h3>${table({ locale, label: words.calls, headings: words.callColumns, rows: callRows, empty: words.noCalls })}</div>
        </div>
        <h3>${words.expected}</h3>
        <ul class="figures">
          ${line(expected.answers, words.answers, `${words.ofAsked(writtenCount(expected.asked, locale))}; ${rate(expected.rates.answers)}`)}
          ${line(expected.callsAfterAnswers, words.callsAfter, rate(expected.rates.lowScores))}
          ${line(expected.complaints, words.complaints, rate(expected.rates.complaints))}
        </ul></section>`
}

/** Calls for each that there is time for; without a roster, the calls alone tell. */
const loadOf = ({ calls, capacity }: RehearsedSums['calls'][number]): number =>
  capacity === null || capacity === 0 ? calls : calls / capacity
