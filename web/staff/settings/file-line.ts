/** In which file a part of the rules stands. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({ vi: { file: 'Nằm trong' }, en: { file: 'Stands in' } })

export const fileLine = (file: string, locale: PageLocale): Html =>
  html`<p><small>${WORDS[locale].file} <code>${file}</code></small></p>`
