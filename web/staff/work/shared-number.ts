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
    wrong: 'Số này đã được ghi là sai số của khách khác: trước khi nói gì về khách, hãy hỏi ai nghe máy.',
    more: (count: number) => `và ${count} khách nữa`,
  },
  en: {
    ask: 'Others have this number too: ask who answers, and note it in the task of that customer.',
    wrong: 'This number is noted as a wrong one of another customer: ask who answers before you say anything about the customer.',
    more: (count: number) => `and ${count} more`,
  },
})

export interface SharingNumber {
  readonly customer: Customer
  /** Their open call; null where there is none to make. */
  readonly call: WorkItem | null
}

interface AtNumber {
  readonly sharing: readonly SharingNumber[]
  /** With whom it is noted as wrong: it may be wrong for this customer as well. */
  readonly wrongWith: readonly Customer[]
}

/** Of a switchboard the first few. */
const SHOWN = 5

export function sharedNumber({ sharing, wrongWith }: AtNumber, locale: PageLocale): Html | string {
  if (sharing.length + wrongWith.length === 0) return ''
  const words = WORDS[locale]
  const hidden = sharing.length - SHOWN
  return html`<div class="said warn" data-shared>${sharing.length === 0 ? '' : html`<p>${words.ask}</p>`}${sharing.slice(0, SHOWN).map((one) => line(one, locale))}${hidden > 0 ? html`<p>${words.more(hidden)}</p>` : ''}${wrongWith.length === 0 ? '' : html`<p>${words.wrong}</p>`}${wrongWith.slice(0, SHOWN).map((customer) => line({ customer, call: null }, locale))}</div>`
}

/** Honorifics are Vietnamese words in either language of this page. */
const line = ({ customer, call }: SharingNumber, locale: PageLocale): Html =>
  html`<p>${customerLink({ customerId: customer.customerId, name: customer.fullName }, locale)} · <b>${salutationOf({ customer, locale: 'vi' }).greetingName}</b>${call === null ? '' : html` · <a href="${workPath(call.workId)}">${workInWords(call, locale)}</a>`}</p>`
