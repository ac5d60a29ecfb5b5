/** What came of putting dead letters back, as the first page says it. */
import { html } from 'hono/html'
import { type Instant, InstantSchema, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { numberOf } from '#web/words/number-of.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    back: (count: string) => `${count} tin đã về lại hàng đợi và được xử lý lại.`,
    queued: (count: string) => `${count} tin đã về lại hàng đợi và đang được xử lý; tin nào lại hỏng sẽ quay về hàng đợi lỗi.`,
    orders: (count: string) => `Đã giao lại ${count} phần danh sách và lô bị trễ.`,
    letters: (count: string) => `Trong hàng đợi lỗi bây giờ: ${count}.`,
    unreadable: (count: string) => `${count} tin không đọc được nên vẫn ở lại.`,
  },
  en: {
    back: (count: string) =>
      `${numberOf(count, ['message is back in its queue and was', 'messages are back in their queues and were'])} dealt with again.`,
    queued: (count: string) =>
      `${numberOf(count, ['message is back in its queue and is', 'messages are back in their queues and are'])} being worked off; one that fails again comes back to the dead letters.`,
    orders: (count: string) => `Late parts and batches handed out again: ${count}.`,
    letters: (count: string) => `Dead letters now: ${count}.`,
    unreadable: (count: string) => `${numberOf(count, ['cannot be read and stays', 'cannot be read and stay'])}.`,
  },
})

type Told = Readonly<Record<string, string>>

/** How many messages a queue still works on is not asked: the page reloads while the first tries last, and a failed message shows again by then. */
const WATCHED_MS = 3 * MINUTE_MS
const RELOAD_SECONDS = 15

/** Null where the work was waited for, or was handed out some minutes ago. */
export function reloadSeconds({ since }: Told, now: Instant): number | null {
  const at = InstantSchema.safeParse(since).data
  return at !== undefined && at <= now && now < plusMs(at, WATCHED_MS) ? RELOAD_SECONDS : null
}

export function saidPutBack(
  { back = '', unreadable = '', orders = '', since }: Told,
  { locale, letters }: { readonly locale: PageLocale; readonly letters: number },
): Html | string {
  const words = WORDS[locale]
  if (!/^\d{1,9}$/.test(back)) return ''
  const count = (text: string) => writtenCount(Number(text), locale)
  const some = (text: string, said: (written: string) => string) => (/^[1-9]\d{0,8}$/.test(text) ? [said(count(text))] : [])
  const sentences = since
    ? [
        words.queued(count(back)),
        ...some(orders, words.orders),
        ...some(unreadable, words.unreadable),
        words.letters(String(letters)),
      ]
    : [words.back(count(back)), ...some(unreadable, words.unreadable)]
  return html`<p class="said" role="status">${sentences.join(' ')}</p>`
}
