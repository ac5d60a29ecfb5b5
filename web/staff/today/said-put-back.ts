/** What came of putting dead letters back, as the first page says it. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    back: (count: string) => `${count} tin đã về lại hàng đợi và được xử lý lại.`,
    unreadable: (count: string) => `${count} tin không đọc được nên vẫn ở lại.`,
  },
  en: {
    back: (count: string) => `${count} messages are back in their queues and were dealt with again.`,
    unreadable: (count: string) => `${count} cannot be read and stay.`,
  },
})

export function saidPutBack({ back = '', unreadable = '' }: Record<string, string>, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  if (!/^\d+$/.test(back)) return ''
  const stay = /^[1-9]\d*$/.test(unreadable) ? ` ${words.unreadable(unreadable)}` : ''
  return html`<p class="said" role="status">${words.back(back)}${stay}</p>`
}
