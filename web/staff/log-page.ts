/** The log of what staff did: who, what, about whom or what, how many people, and what became of it; and who was turned away. */
import { html } from 'hono/html'
import type { AuditEntry, UnreadableLine } from '#core/staff/audit-entry.ts'
import { MOST_COUNTED, type TurnedAwayLine } from '#core/staff/turned-away.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Month } from '#core/time/month.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { chip } from '#web/staff/chip.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { hasOwnDays, isNarrowed, type LogFilter, logFilterForm } from '#web/staff/log-filter.ts'
import { monthLinks, placeLinks } from '#web/staff/page-links.ts'
import { budgetPath, campaignPath, customerPath, logPath, occurrencePath, rehearsalPath, workPath } from '#web/staff/paths.ts'
import { type Cell, table } from '#web/staff/table.ts'
import { type WrongInAddress, wrongLines } from '#web/staff/wrong-in-address.ts'
import { ACT_WORDS, AUDIT_RESULT_WORDS, GROUND_WORDS } from '#web/words/acts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { PERMISSION_WORDS, TURNED_AWAY_WORDS } from '#web/words/turned-away.ts'
import { writtenCount, writtenInstant, writtenMonth } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Nhật ký',
    lead: 'Ai đã làm gì, lúc nào, với ai hay cái gì, và yêu cầu nào bị từ chối ở cửa (đếm theo giờ). Không dòng nào sửa hay xóa được. Lý do bằng lời nằm cạnh chính việc ấy.',
    columns: ['Lúc', 'Ai', 'Việc', 'Về', 'Người', 'Kết quả'],
    empty: (month: string) =>
      `${month} chưa có ai làm gì. Mỗi lần tạm dừng, hủy, quyết định, xuất hay xóa dữ liệu sẽ đứng ở đây.`,
    narrowed: 'Các dòng được lọc',
    none: 'Không có dòng nào như thế.',
    lookedBackTo: (day: string) => `Đã tìm ngược đến ngày ${day}. Bấm “Cũ hơn” để tìm tiếp.`,
    somebody: 'người chưa đăng nhập',
    times: (count: string) => `${count} lần trong giờ này`,
    more: (count: string) => `từ ${count} lần trở lên trong giờ này`,
    turnedAway: 'bị từ chối',
    unreadable: 'Không đọc được dòng này. Các dòng khác không bị ảnh hưởng.',
    work: 'việc',
    staff: 'nhân viên',
    report: 'báo cáo',
    budget: 'ngân sách',
    rehearsal: 'lần diễn tập',
  },
  en: {
    title: 'Log',
    lead: 'Who did what, when, and to whom or what, and which requests were turned away at the door (counted by the hour). No line can be changed or removed. A reason in words stands beside the thing itself.',
    columns: ['At', 'Who', 'What', 'About', 'People', 'Result'],
    empty: (month: string) =>
      `Nobody did anything in ${month}. Each pause, cancellation, decision, export and erasure will stand here.`,
    narrowed: 'The lines that were asked for',
    none: 'There is no such line.',
    lookedBackTo: (day: string) => `Looked back as far as ${day}. “Older” goes on looking.`,
    somebody: 'a visitor who was not signed in',
    times: (count: string) => (count === '1' ? 'once in this hour' : `${count} times in this hour`),
    more: (count: string) => `${count} times or more in this hour`,
    turnedAway: 'turned away',
    unreadable: 'This line cannot be read. The other lines are not affected.',
    work: 'work',
    staff: 'staff',
    report: 'report',
    budget: 'budget',
    rehearsal: 'rehearsal',
  },
})

export interface LogShown {
  readonly filter: LogFilter
  readonly people: readonly (readonly [string, string])[]
  readonly month: Month
  /** Of the month and the days in the address. */
  readonly wrong: readonly WrongInAddress[]
  readonly latest: Month
  readonly isFirst: boolean
  /** The place where the next page begins; null on the last. */
  readonly next: string | null
  /** How far a search has come that is not at its end; null where it is, and where the page is full. */
  readonly lookedBackTo: LocalDate | null
  readonly lines: readonly (LogLine | UnreadableLine)[]
}

interface LogLine {
  readonly entry: AuditEntry | TurnedAwayLine
  /** As they were called at the time, or are on the roster now; undefined where neither is known. */
  readonly name: string | undefined
}

export function logPage(frame: Frame, shown: LogShown): Html {
  const { filter, people, month, wrong, latest, isFirst, next, lookedBackTo, lines } = shown
  const { locale } = frame
  const words = WORDS[locale]
  const named = writtenMonth(month, locale)
  const body = html`<h1>${words.title}</h1>
      <p class="quiet">${words.lead}</p>
      ${wrongLines(wrong, locale)}
      ${logFilterForm({ filter, month, people }, locale)}
      <section>
        <h2>${hasOwnDays(filter) ? words.narrowed : named}</h2>
        ${table({ locale, label: words.title, headings: words.columns, rows: lines.map((line) => row(line, frame)), empty: isNarrowed(filter) ? words.none : words.empty(named) })}
        ${lookedBackTo === null ? '' : html`<p class="quiet">${words.lookedBackTo(shortDate(lookedBackTo, locale))}</p>`}
        ${placeLinks({ isFirst, next, locale, link: (before) => logPath({ ...filter, month, before }) })}
        ${hasOwnDays(filter) ? '' : monthLinks({ month, latest, locale, link: (other) => logPath({ ...filter, month: other }) })}
      </section>`
  return framePage({ frame, section: 'log', title: words.title, body })
}

function row(line: LogLine | UnreadableLine, { locale, company }: Frame): readonly Cell[] {
  if ('place' in line) return [html`<small>${line.place}</small>`, '', WORDS[locale].unreadable, '', '', '']
  const { entry, name } = line
  if (entry.result === 'turned-away') return turnedAwayRow(entry, { name, locale, zone: company.zone })
  const { at, by, act, on, customerId, people, result, ground } = entry
  return [
    html`<span class="days">${writtenInstant(at, { zone: company.zone, locale })}</span>`,
    name === undefined ? html`${by}` : html`${name}<br><small>${by}</small>`,
    html`${ACT_WORDS[locale][act]}${ground === undefined ? '' : html`<br><small>${GROUND_WORDS[locale][ground]}</small>`}`,
    customerId === undefined
      ? subject(on, locale)
      : html`${subject(on, locale)}<br><a href="${customerPath(customerId)}">${customerId}</a>`,
    people === null ? '' : html`<span class="number">${writtenCount(people, locale)}</span>`,
    chip(AUDIT_RESULT_WORDS[locale][result], result === 'done' ? 'quiet' : 'warn'),
  ]
}

/** Of a visitor who is not signed in nothing is known but why they were turned away. */
function turnedAwayRow(
  { at, because, permission, by, times }: TurnedAwayLine,
  { name, locale, zone }: { readonly name: string | undefined; readonly locale: PageLocale; readonly zone: string },
): readonly Cell[] {
  const words = WORDS[locale]
  const counted = times < MOST_COUNTED ? words.times(writtenCount(times, locale)) : words.more(writtenCount(times, locale))
  return [
    html`<span class="days">${writtenInstant(at, { zone, locale })}</span><br><small>${counted}</small>`,
    by === null
      ? html`<small>${words.somebody}</small>`
      : name === undefined
        ? html`${by}`
        : html`${name}<br><small>${by}</small>`,
    html`${TURNED_AWAY_WORDS[locale][because]}${permission === null ? '' : html`<br><small>${PERMISSION_WORDS[locale][permission]}</small>`}`,
    '',
    '',
    chip(words.turnedAway, 'warn'),
  ]
}

function subject(on: AuditEntry['on'], locale: PageLocale): Cell {
  switch (on?.kind) {
    case undefined:
      return ''
    case 'campaign':
      return html`<a href="${campaignPath(on.id)}">${on.id}</a>`
    case 'occurrence':
      return html`<a href="${occurrencePath(on.id)}">${on.id}</a>`
    case 'customer':
      return html`<a href="${customerPath(on.id)}">${on.id}</a>`
    case 'work':
      return html`<a href="${workPath(on.id)}">${WORDS[locale].work} ${on.id}</a>`
    case 'staff':
      return html`${WORDS[locale].staff} ${on.id}`
    case 'report':
      return html`${WORDS[locale].report} ${on.id}`
    case 'rehearsal':
      return html`<a href="${rehearsalPath(on.id)}">${WORDS[locale].rehearsal} ${on.id}</a>`
    case 'budget':
      return html`<a href="${budgetPath(on.id)}">${WORDS[locale].budget} ${on.id}</a>`
  }
}
