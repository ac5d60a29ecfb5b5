/** On the screen of a missed call to the hotline: who may have rung, where the number does not tell it. */
import { html } from 'hono/html'
import type { MissedHotline } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { numberOf } from '#web/words/number-of.ts'

const WORDS = bothLanguages({
  vi: {
    missed:
      'Khách gọi tổng đài mà chưa có nhân viên nào nghe máy. Khách gọi trước, nên gọi lại được cả khi khách không muốn nhận cuộc gọi.',
    unknown: 'Số này chưa có trong danh sách khách hàng: hãy hỏi khách là ai và cần gì.',
    shared: (people: number) => `${people} khách chung số này: hãy hỏi ai đã gọi.`,
  },
  en: {
    missed:
      'The customer rang the hotline, and no member of staff answered. The customer began, so they may be rung back also where they want no calls.',
    unknown: 'No customer has this number: ask who it is and what they need.',
    shared: (people: number) => `${numberOf(people, ['customer has', 'customers have'])} this number: ask which of them rang.`,
  },
})

export function missedCall({ customerId, subject: { sharedBy } }: MissedHotline, locale: PageLocale): Html {
  const words = WORDS[locale]
  return html`<p>${words.missed}</p>
            ${customerId === null ? html`<p class="said warn">${words.unknown}</p>` : ''}${sharedBy === undefined ? '' : html`<p class="said warn">${words.shared(sharedBy)}</p>`}`
}
