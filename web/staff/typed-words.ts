/** What a visitor typed into a form that could not be taken, to be copied: no page that refuses a form may lose it. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { TYPED_FIELD_WORDS } from '#web/staff/typed-field.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: { lead: 'Chữ bạn vừa viết, chưa được ghi. Hãy chép lại trước khi rời trang này.' },
  en: { lead: 'What you have just written, which was not kept. Copy it before you leave this page.' },
})

/** Each field under its own name: two texts of one form are told apart, also by a screen reader. */
export function typedWords({ typed, locale }: Pick<Frame, 'typed' | 'locale'>): Html | string {
  if (typed.length === 0) return ''
  return html`<p>${WORDS[locale].lead}</p>${typed.map(({ field, text }) => {
    const id = `typed-${field}`
    return html`<p><label for="${id}">${TYPED_FIELD_WORDS[locale][field]}</label><br><textarea id="${id}" rows="5" readonly>${text}</textarea></p>`
  })}`
}
