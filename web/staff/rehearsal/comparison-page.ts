/** What changes from one rehearsal to another of the same days: in all, by campaign with the reasons, and by day. */
import { html } from 'hono/html'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { differenceOf } from '#web/staff/budget/budget-reader.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { rehearsalPath, rehearsedDayPath } from '#web/staff/paths.ts'
import { compareForm, versionName } from '#web/staff/rehearsal/rehearsal-page.ts'
import { absenceInWords, campaignNamed, rehearsalTitle } from '#web/staff/rehearsal/rehearsal-words.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Điều gì thay đổi',
    before: 'Trước',
    after: 'Sau',
    'not-finished': 'Lần diễn tập này chưa xong nên chưa so sánh được.',
    'not-comparable': 'Không so sánh được với lần ấy: nó không còn, chưa xong, hoặc của những ngày khác hay tiền tệ khác.',
    same: 'Không có gì thay đổi: mỗi khách nhận đúng như trước.',
    totals: 'Tất cả',
    mails: 'thư',
    calls: 'cuộc gọi',
    callDays: 'ngày có cuộc gọi (mỗi nhóm)',
    cost: 'chi phí',
    campaigns: 'Theo chiến dịch',
    campaignColumns: ['Chiến dịch', 'Thư', 'Cuộc gọi', 'Chi phí'],
    reasons: 'Theo lý do',
    reasonColumns: ['Chiến dịch', 'Thay đổi', 'Lý do', 'Người', 'Lượt'],
    kinds: { lost: 'không nhận nữa', won: 'nay mới nhận', changed: 'đổi kênh hoặc đổi lý do không nhận' },
    'not-meant': 'không thuộc đối tượng',
    'no-such-campaign': 'không có chiến dịch này',
    'other-channel': 'qua kênh khác',
    days: 'Theo ngày',
    dayColumns: ['Ngày', 'Thư', 'Cuộc gọi'],
    noDays: 'Không ngày nào có số thư hay cuộc gọi khác trước.',
    people: 'Hai lần diễn tập dùng danh sách khách lúc chạy: khách thêm hay đổi giữa hai lần cũng là thay đổi.',
  },
  en: {
    title: 'What changes',
    before: 'Before',
    after: 'After',
    'not-finished': 'This rehearsal is not finished, so it cannot be compared yet.',
    'not-comparable': 'It cannot be compared with that one: it is gone, is not finished, or has other days or another currency.',
    same: 'Nothing changes: each customer gets just what they got before.',
    totals: 'In all',
    mails: 'mails',
    calls: 'calls',
    callDays: 'days with calls (for each team)',
    cost: 'cost',
    campaigns: 'By campaign',
    campaignColumns: ['Campaign', 'Mails', 'Calls', 'Cost'],
    reasons: 'By reason',
    reasonColumns: ['Campaign', 'Change', 'Reason', 'People', 'Touches'],
    kinds: { lost: 'get it no more', won: 'get it now', changed: 'by another channel, or get nothing for another reason' },
    'not-meant': 'not meant',
    'no-such-campaign': 'there is no such campaign',
    'other-channel': 'by another channel',
    days: 'By day',
    dayColumns: ['Day', 'Mails', 'Calls'],
    noDays: 'No day has other numbers of mails or calls.',
    people: 'Each used the customers as they were when it ran: who was added or changed in between is a change as well.',
  },
})

interface Change {
  readonly mails: number
  readonly calls: number
}

export interface ComparisonShown {
  readonly after: StoredRehearsal
  /** Null where none is chosen, or not one that can be compared. */
  readonly before: StoredRehearsal | null
  readonly others: readonly StoredRehearsal[]
  readonly refused: 'not-finished' | 'not-comparable' | null
  readonly comparison: {
    readonly totals: Change & { readonly callDays: number; readonly cost: number; readonly currency: string }
    readonly campaigns: readonly (Change & { readonly campaign: string; readonly cost: number })[]
    readonly days: readonly (Change & { readonly date: LocalDate })[]
    readonly reasons: readonly {
      readonly campaign: string
      readonly kind: 'lost' | 'won' | 'changed'
      readonly reason: string
      readonly touches: number
      readonly people: number
    }[]
  } | null
}

export function comparisonPage(frame: Frame, shown: ComparisonShown): Html {
  const { locale } = frame
  const { after, before, others, refused } = shown
  const words = WORDS[locale]
  const version = (label: string, one: StoredRehearsal) =>
    html`<dt>${label}</dt><dd><a href="${rehearsalPath(one.rehearsalId)}">${versionName(one, frame)}</a></dd>`
  const body = html`<p class="trail"><a href="${rehearsalPath(after.rehearsalId)}">← ${rehearsalTitle(after, locale)}</a></p>
      <h1>${words.title}</h1>
      ${refused === null ? '' : html`<p class="said warn" role="alert">${words[refused]}</p>`}
      <section>${before === null ? '' : html`<dl>${version(words.before, before)}${version(words.after, after)}</dl>`}
        ${refused === 'not-finished' ? '' : compareForm({ rehearsal: after, all: others, chosen: before?.rehearsalId ?? null }, frame)}
        ${before === null ? '' : html`<p class="quiet">${words.people}</p>`}</section>
      ${before === null ? '' : changes({ ...shown, before }, locale)}`
  return framePage({ frame, section: 'rehearsals', title: words.title, body })
}

function changes(
  { after, before, comparison }: ComparisonShown & { readonly before: StoredRehearsal },
  locale: PageLocale,
): Html | string {
  const words = WORDS[locale]
  if (comparison === null) return ''
  const { totals, campaigns, days, reasons } = comparison
  if (campaigns.length === 0 && reasons.length === 0) return html`<section><p>${words.same}</p></section>`
  const name = campaignNamed({ campaigns: [...after.campaigns, ...before.campaigns] }, locale)
  const signed = (count: number) => html`<span class="signed">${signedCount(count, locale)}</span>`
  const money = (amount: number) =>
    html`<span class="signed">${differenceOf({ currency: totals.currency, locale })(amount)}</span>`
  const number = (count: number) => html`<span class="number">${writtenCount(count, locale)}</span>`
  return html`<section><h2>${words.totals}</h2><ul class="figures">
          <li><b>${signedCount(totals.mails, locale)}</b><span>${words.mails}</span></li>
          <li><b>${signedCount(totals.calls, locale)}</b><span>${words.calls}</span></li>
          <li><b>${signedCount(totals.callDays, locale)}</b><span>${words.callDays}</span></li>
          <li><b>${differenceOf({ currency: totals.currency, locale })(totals.cost)}</b><span>${words.cost}</span></li>
        </ul></section>
      <section><h2>${words.campaigns}</h2>${table({
        locale,
        label: words.campaigns,
        headings: words.campaignColumns,
        rows: campaigns.map((one) => [name(one.campaign), signed(one.mails), signed(one.calls), money(one.cost)]),
      })}</section>
      <section><h2>${words.reasons}</h2>${table({
        locale,
        label: words.reasons,
        headings: words.reasonColumns,
        rows: reasons.map((one) => [
          name(one.campaign),
          words.kinds[one.kind],
          reasonInWords(one.reason, locale),
          number(one.people),
          number(one.touches),
        ]),
      })}</section>
      <section><h2>${words.days}</h2>${table({
        locale,
        label: words.days,
        headings: words.dayColumns,
        rows: days.map(({ date, mails, calls }) => [
          html`<a href="${rehearsedDayPath(after.rehearsalId, date)}">${shortDate(date, locale)}</a>`,
          signed(mails),
          signed(calls),
        ]),
        empty: words.noDays,
      })}</section>`
}

/** What keeps the touch away in the version in which it does not go. */
function reasonInWords(reason: string, locale: PageLocale): string {
  const words = WORDS[locale]
  if (reason === 'not-meant' || reason === 'no-such-campaign') return words[reason]
  if (reason === '') return words['other-channel']
  return absenceInWords(reason, locale)
}

const signedCount = (count: number, locale: PageLocale): string =>
  `${count > 0 ? '+' : count < 0 ? '−' : ''}${writtenCount(Math.abs(count), locale)}`
