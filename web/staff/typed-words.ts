/** What a visitor typed into a form that could not be taken, to be copied: no page that refuses a form may lose it. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: { label: 'Chữ bạn vừa viết, chưa được ghi. Hãy chép lại trước khi rời trang này.' },
  en: { label: 'What you have just written, which was not kept. Copy it before you leave this page.' },
})

export const typedWords = ({ typed, locale }: Pick<Frame, 'typed' | 'locale'>): readonly Html[] =>
  typed.map((text, at) => {
    const id = `typed-${at}`
    return html`<p><label for="${id}">${WORDS[locale].label}</label><br><textarea id="${id}" rows="5" readonly>${text}</textarea></p>`
  })
