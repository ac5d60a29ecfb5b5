/** Whose else the number of a call is: the one who answers may be any of them, and each has a task of their own. */
import { html } from 'hono/html'
import type { Customer } from '#core/customer/customer.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import { workPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { workInWords } from '#web/words/work.ts'

const WORDS = bothLanguages({
  vi: {
    ask: 'Số này còn là của khách khác: hãy hỏi ai nghe máy, rồi ghi vào việc của người ấy.',
    more: (count: number) => `và ${count} khách nữa`,
  },
  en: {
    ask: 'Others have this number too: ask who answers, and note it in the task of that customer.',
    more: (count: number) => `and ${count} more`,
  },
})

export interface SharingNumber {
  readonly customer: Customer
  /** Their open call; null where there is none to make. */
  readonly call: WorkItem | null
}

/** Of a switchboard the first few. */
const SHOWN = 5

export function sharedNumber(sharing: readonly SharingNumber[], locale: PageLocale): Html | string {
  if (sharing.length === 0) return ''
  const words = WORDS[locale]
  const hidden = sharing.length - SHOWN
  return html`<div class="said warn" data-shared><p>${words.ask}</p>${sharing.slice(0, SHOWN).map((one) => line(one, locale))}${hidden > 0 ? html`<p>${words.more(hidden)}</p>` : ''}</div>`
}

/** Honorifics are Vietnamese words in either language of this page. */
const line = ({ customer, call }: SharingNumber, locale: PageLocale): Html =>
  html`<p>${customerLink({ customerId: customer.customerId, name: customer.fullName }, locale)} · <b>${salutationOf({ customer, locale: 'vi' }).greetingName}</b>${call === null ? '' : html` · <a href="${workPath(call.workId)}">${workInWords(call, locale)}</a>`}</p>`
