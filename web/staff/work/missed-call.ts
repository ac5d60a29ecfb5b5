/** On the screen of a missed call to the hotline: when the customer rang, and who it may have been where the number does not tell it. */
import { html } from 'hono/html'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import type { MissedHotline } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { numberOf } from '#web/words/number-of.ts'

const WORDS = bothLanguages({
  vi: {
    missed:
      'Khách gọi tổng đài mà chưa có nhân viên nào nghe máy. Khách gọi trước, nên gọi lại được cả khi khách không muốn nhận cuộc gọi.',
    rang: (times: number, when: string) => (times === 1 ? `Khách gọi lúc ${when}.` : `Khách đã gọi ${times} lần: ${when}.`),
    unknown: 'Số này chưa có trong danh sách khách hàng: hãy hỏi khách là ai và cần gì.',
    shared: (people: number) => `${people} khách chung số này: hãy hỏi ai đã gọi.`,
  },
  en: {
    missed:
      'The customer rang the hotline, and no member of staff answered. The customer began, so they may be rung back also where they want no calls.',
    rang: (times: number, when: string) => (times === 1 ? `They rang at ${when}.` : `They rang ${times} times: ${when}.`),
    unknown: 'No customer has this number: ask who it is and what they need.',
    shared: (people: number) => `${numberOf(people, ['customer has', 'customers have'])} this number: ask which of them rang.`,
  },
})

interface Telling {
  readonly locale: PageLocale
  /** Of the company. */
  readonly zone: string
}

export function missedCall({ customerId, subject: { sharedBy, rang = [] } }: MissedHotline, telling: Telling): Html {
  const words = WORDS[telling.locale]
  return html`<p>${words.missed}</p>
            ${rang.length === 0 ? '' : html`<p data-rang>${words.rang(rang.length, byDay(rang, telling))}</p>`}
            ${customerId === null ? html`<p class="said warn">${words.unknown}</p>` : ''}${sharedBy === undefined ? '' : html`<p class="said warn">${words.shared(sharedBy)}</p>`}`
}

/** `08:40, 08:49 18/02/2027; 09:15 19/02/2027`. */
function byDay(rang: readonly Instant[], { locale, zone }: Telling): string {
  const days = Map.groupBy(rang, (at) => localDateAt(at, zone))
  return [...days]
    .map(([day, calls]) => `${calls.map((at) => localTimeAt(at, zone)).join(', ')} ${shortDate(day, locale)}`)
    .join('; ')
}
