/** What became of a form about work, on the page that comes after it. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { BROKE_OFF, BROKE_OFF_WORDS } from '#web/staff/acts/broke-off.ts'
import { WORK_DONE, WORK_REFUSED, workSaidInWords } from '#web/staff/work/work-said-words.ts'

/** Nothing for a word that is none of these. */
export function workSaidLine(word: string | undefined, locale: PageLocale): Html | string {
  const broke = BROKE_OFF.find((one) => one === word)
  if (broke) return html`<p class="said warn" role="alert">${BROKE_OFF_WORDS[locale][broke]}</p>`
  const said = [...WORK_DONE, ...WORK_REFUSED].find((one) => one === word)
  if (said === undefined) return ''
  const isDone = WORK_DONE.some((one) => one === said)
  return html`<p class="${isDone ? 'said' : 'said warn'}" role="${isDone ? 'status' : 'alert'}">${workSaidInWords(said, locale)}</p>`
}
