/** What the log is narrowed to, and the form that asks for it. */
import { html } from 'hono/html'
import { AUDITED_ACTS, type AuditedAct } from '#core/staff/audit-entry.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Month } from '#core/time/month.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { dayField, selectField } from '#web/staff/filter-fields.ts'
import { logPath } from '#web/staff/paths.ts'
import { ACT_WORDS } from '#web/words/acts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { inOrder } from '#web/words/in-order.ts'

export const TURNED_AWAY_ACT = 'turned-away'

export interface LogFilter {
  /** The address of a person, or the account of an operator at a terminal. */
  readonly by: string | null
  readonly act: AuditedAct | typeof TURNED_AWAY_ACT | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** The id of a customer, an occurrence, a campaign, a piece of work or a budget. */
  readonly about: string | null
}

/** A month is shown only where nothing else says which days. */
export const hasOwnDays = ({ from, to, about }: LogFilter): boolean => from !== null || to !== null || about !== null
export const isNarrowed = (filter: LogFilter): boolean => hasOwnDays(filter) || filter.by !== null || filter.act !== null

const WORDS = bothLanguages({
  vi: {
    by: 'Ai',
    act: 'Việc',
    any: 'Tất cả',
    turnedAway: 'Bị từ chối ở cửa',
    from: 'Từ ngày',
    to: 'Đến ngày',
    about: 'Mã khách, dịp, chiến dịch, việc hay ngân sách',
    show: 'Lọc',
    clear: 'Bỏ lọc',
  },
  en: {
    by: 'Who',
    act: 'What',
    any: 'All',
    turnedAway: 'Turned away at the door',
    from: 'From day',
    to: 'To day',
    about: 'Id of a customer, an occurrence, a campaign, work or a budget',
    show: 'Filter',
    clear: 'Clear',
  },
})

interface Asked {
  readonly filter: LogFilter
  readonly month: Month
  /** Who can be chosen: addresses with names. */
  readonly people: readonly (readonly [string, string])[]
}

export function logFilterForm({ filter, month, people }: Asked, locale: PageLocale): Html {
  const words = WORDS[locale]
  const acts = inOrder(AUDITED_ACTS, { locale, by: (act) => ACT_WORDS[locale][act] })
  return html`<form method="get" action="/log" class="filters" role="search">
          <input type="hidden" name="month" value="${month}">
          ${selectField({ name: 'by', label: words.by, chosen: filter.by, any: words.any, options: people })}
          ${selectField({ name: 'act', label: words.act, chosen: filter.act, any: words.any, options: [[TURNED_AWAY_ACT, words.turnedAway], ...acts.map((act) => [act, ACT_WORDS[locale][act]] as const)] })}
          ${dayField({ name: 'from', label: words.from, chosen: filter.from })}
          ${dayField({ name: 'to', label: words.to, chosen: filter.to })}
          <div class="wide"><label for="about">${words.about}</label><input id="about" name="about" value="${filter.about ?? ''}" autocomplete="off" spellcheck="false"></div>
          <button class="quiet">${words.show}</button>
          ${isNarrowed(filter) ? html`<a class="clear" href="${logPath({ month })}">${words.clear}</a>` : ''}
        </form>`
}
