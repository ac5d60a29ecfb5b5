/** Where staff end something that they solve for a customer: whether it was solved at the first contact. They may leave it open. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const AT_FIRST_ANSWERS = ['yes', 'no'] as const

const WORDS = bothLanguages<{ label: string; answers: Readonly<Record<(typeof AT_FIRST_ANSWERS)[number], string>> }>({
  vi: {
    label: 'Giải quyết xong ngay lần liên hệ đầu tiên? (không bắt buộc)',
    answers: { yes: 'xong ngay lần đầu', no: 'phải liên hệ thêm mới xong' },
  },
  en: {
    label: 'Solved at the first contact? (may be left empty)',
    answers: { yes: 'at the first contact', no: 'it took more than one' },
  },
})

export function atFirstField({ chosen, locale }: { readonly chosen: boolean | undefined; readonly locale: PageLocale }): Html {
  const words = WORDS[locale]
  const option = (answer: (typeof AT_FIRST_ANSWERS)[number]) =>
    html`<option value="${answer}"${atFirstIn(answer) === chosen ? html` selected` : ''}>${words.answers[answer]}</option>`
  return html`<label for="at-first">${words.label}</label><select id="at-first" name="at-first"><option value=""></option>${AT_FIRST_ANSWERS.map(option)}</select>`
}

/** Undefined where nothing was said. */
export const atFirstIn = (sent: string): boolean | undefined => (sent === 'yes' ? true : sent === 'no' ? false : undefined)
