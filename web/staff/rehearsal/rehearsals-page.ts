/** The rehearsals that are kept, the newest first, and the form for another. */
import { html } from 'hono/html'
import { REHEARSAL_LIMITS, type StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { rehearsalPath } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { type RehearsalFormShown, rehearsalForm, wrongInForm } from '#web/staff/rehearsal/rehearsal-form.ts'
import { stateChip } from '#web/staff/rehearsal/rehearsal-words.ts'
import { type Cell, table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenDays } from '#web/words/report-periods.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Diễn tập',
    lead: 'Cả một năm chăm sóc, chạy thử trên danh sách khách thật bằng đúng các quy tắc khi gửi thật: ngày nào ai nhận gì, ai không nhận và vì sao.',
    kept: `Mười lần gần nhất được lưu để xem và so sánh.`,
    columns: ['Khoảng ngày', 'Tình trạng', 'Chiến dịch', 'Người yêu cầu'],
    empty: 'Chưa có lần diễn tập nào. Các lần diễn tập, kết quả từng ngày và cách so sánh hai lần sẽ đứng ở đây.',
    files: (count: number) => `${count} từ tệp thử`,
  },
  en: {
    title: 'Rehearsals',
    lead: 'A whole year of care, tried on the real customers by the very rules of sending: who gets what on which day, who does not, and why.',
    kept: `The latest ten are kept, to be looked at and compared.`,
    columns: ['Days', 'State', 'Campaigns', 'Asked for by'],
    empty: 'There is no rehearsal yet. Rehearsals, what each found day by day, and what changes between two will stand here.',
    files: (count: number) => `${count} from files to try`,
  },
})

export interface RehearsalsShown extends RehearsalFormShown {
  readonly rehearsals: readonly StoredRehearsal[]
}

/** While one is under way. */
export const REFRESH_SECONDS = 3
export const isOpen = ({ state }: Pick<StoredRehearsal, 'state'>): boolean => state.is === 'waiting' || state.is === 'under-way'

export function rehearsalsPage(frame: Frame, { rehearsals, ...form }: RehearsalsShown): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const refused = notPermitted(frame, 'rehearse')
  const body = html`<h1>${words.title}</h1>
      <p class="quiet">${words.lead} ${rehearsals.length >= REHEARSAL_LIMITS.kept ? words.kept : ''}</p>
      ${wrongInForm(form, locale)}
      <section>
        ${table({ locale, label: words.title, headings: words.columns, rows: rehearsals.map((one) => row(one, frame)), empty: words.empty })}
      </section>
      ${refused === null ? rehearsalForm(frame, form) : html`<section><p class="quiet">${refused}</p></section>`}`
  return framePage({ frame, section: 'rehearsals', title: words.title, body })
}

function row(rehearsal: StoredRehearsal, { locale, company }: Frame): readonly Cell[] {
  const { rehearsalId, campaigns, state, byName, askedAt } = rehearsal
  const files = campaigns.filter(({ file }) => file !== null).length
  return [
    html`<a href="${rehearsalPath(rehearsalId)}">${writtenDays(rehearsal, locale)}</a>`,
    stateChip(state, locale),
    html`<span class="number">${campaigns.length}</span>${files === 0 ? '' : html` <small>(${WORDS[locale].files(files)})</small>`}`,
    html`${byName}<br><small>${writtenInstant(askedAt, { zone: company.zone, locale })}</small>`,
  ]
}
