/** What the member of staff says in this call, in the order of the talk. */
import { html } from 'hono/html'
import type { NamedScript, ScriptPart } from '#core/campaign/script.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { languageOf, type ScriptSpeakers, spokenScript } from '#web/words/spoken-script.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Kịch bản',
    parts: { opening: 'Mở lời', question: 'Câu hỏi mở', empathy: 'Khi khách chưa hài lòng', closing: 'Kết thúc' } satisfies Parts,
    missing: (name: string) => `Không có campaigns/scripts/${name}.json: hãy báo cho marketing.`,
  },
  en: {
    title: 'Script',
    parts: { opening: 'Opening', question: 'Open question', empathy: 'When the customer is not happy', closing: 'Closing' },
    missing: (name: string) => `There is no campaigns/scripts/${name}.json: tell marketing.`,
  },
})
type Parts = Readonly<Record<ScriptPart, string>>

export interface ShownScript {
  readonly name: string
  /** Undefined where the file is gone. */
  readonly script: NamedScript['script'] | undefined
  readonly speakers: ScriptSpeakers
}

export function scriptCard({ name, script, speakers }: ShownScript, locale: PageLocale): Html {
  const words = WORDS[locale]
  if (!script) return html`<section><h2>${words.title}</h2><p class="said warn">${words.missing(name)}</p></section>`
  return html`<section class="script"><h2>${words.title}</h2>${spokenLines(script, speakers, locale)}</section>`
}

/** In the language of the customer, under headings in that of the reader. */
export const spokenLines = (script: NamedScript['script'], speakers: ScriptSpeakers, locale: PageLocale): Html =>
  html`<dl lang="${languageOf(speakers.customer)}">${spokenScript(script, speakers).map(
    ([part, said]) => html`<dt lang="${locale}">${WORDS[locale].parts[part]}</dt><dd>${said}</dd>`,
  )}</dl>`

/** A script as it is written, for who looks at the campaign. */
export const scriptAsWritten = (script: NamedScript['script'], locale: PageLocale): Html =>
  html`<dl>${(Object.keys(WORDS[locale].parts) as ScriptPart[]).map(
    (part) => html`<dt>${WORDS[locale].parts[part]}</dt><dd>${script[part][locale]}</dd>`,
  )}</dl>`
