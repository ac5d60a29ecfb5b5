/** The log of what staff did: who, what, about whom or what, how many people, and what became of it. */
import { html } from 'hono/html'
import type { AuditEntry, UnreadableLine } from '#core/staff/audit-entry.ts'
import type { Month } from '#core/time/month.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { type Cell, chip, type Frame, framePage, table } from '#web/staff/frame.ts'
import { monthLinks, placeLinks } from '#web/staff/page-links.ts'
import { campaignPath, customerPath, logPath, occurrencePath, workPath } from '#web/staff/paths.ts'
import { type WrongInAddress, wrongLines } from '#web/staff/wrong-in-address.ts'
import { ACT_WORDS, AUDIT_RESULT_WORDS, GROUND_WORDS } from '#web/words/acts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount, writtenInstant, writtenMonth } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Nhật ký',
    lead: 'Ai đã làm gì, lúc nào, với ai hay cái gì. Không dòng nào sửa hay xóa được. Lý do bằng lời nằm cạnh chính việc ấy.',
    columns: ['Lúc', 'Ai', 'Việc', 'Về', 'Người', 'Kết quả'],
    empty: (month: string) =>
      `${month} chưa có ai làm gì. Mỗi lần tạm dừng, hủy, quyết định, xuất hay xóa dữ liệu sẽ đứng ở đây.`,
    unreadable: 'Không đọc được dòng này. Các dòng khác không bị ảnh hưởng.',
    work: 'việc',
    staff: 'nhân viên',
    report: 'báo cáo',
  },
  en: {
    title: 'Log',
    lead: 'Who did what, when, and to whom or what. No line can be changed or removed. A reason in words stands beside the thing itself.',
    columns: ['At', 'Who', 'What', 'About', 'People', 'Result'],
    empty: (month: string) =>
      `Nobody did anything in ${month}. Each pause, cancellation, decision, export and erasure will stand here.`,
    unreadable: 'This line cannot be read. The other lines are not affected.',
    work: 'work',
    staff: 'staff',
    report: 'report',
  },
})

export interface LogShown {
  readonly month: Month
  /** Of the month in the address. */
  readonly wrong: readonly WrongInAddress[]
  readonly latest: Month
  readonly isFirst: boolean
  /** The place where the next page begins; null on the last. */
  readonly next: string | null
  readonly lines: readonly (LogLine | UnreadableLine)[]
}

interface LogLine {
  readonly entry: AuditEntry
  /** As they were called at the time, or are on the roster now; undefined where neither is known. */
  readonly name: string | undefined
}

export function logPage(frame: Frame, { month, wrong, latest, isFirst, next, lines }: LogShown): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const named = writtenMonth(month, locale)
  const body = html`<h1>${words.title}</h1>
      <p class="quiet">${words.lead}</p>
      ${wrongLines(wrong, locale)}
      <section>
        <h2>${named}</h2>
        ${table({ locale, label: words.title, headings: words.columns, rows: lines.map((line) => row(line, frame)), empty: words.empty(named) })}
        ${placeLinks({ isFirst, next, locale, link: (before) => logPath({ month, before }) })}
        ${monthLinks({ month, latest, locale, link: (other) => logPath({ month: other }) })}
      </section>`
  return framePage({ frame, section: 'log', title: words.title, body })
}

function row(line: LogLine | UnreadableLine, { locale, company }: Frame): readonly Cell[] {
  if ('place' in line) return [html`<small>${line.place}</small>`, '', WORDS[locale].unreadable, '', '', '']
  const { entry, name } = line
  const { at, by, act, on, people, result, ground } = entry
  return [
    html`<span class="days">${writtenInstant(at, { zone: company.zone, locale })}</span>`,
    name === undefined ? html`${by}` : html`${name}<br><small>${by}</small>`,
    html`${ACT_WORDS[locale][act]}${ground === undefined ? '' : html`<br><small>${GROUND_WORDS[locale][ground]}</small>`}`,
    subject(on, locale),
    people === null ? '' : html`<span class="number">${writtenCount(people, locale)}</span>`,
    chip(AUDIT_RESULT_WORDS[locale][result], result === 'done' ? 'quiet' : 'warn'),
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
  }
}
