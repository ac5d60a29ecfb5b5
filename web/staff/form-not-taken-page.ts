/** The page of a form that was not read: it came from another web site, is longer than any of ours, or cannot be read. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export type FormNotTaken = 'form-from-elsewhere' | 'form-too-long' | 'form-unreadable'

const WORDS = bothLanguages<{ title: string; because: Readonly<Record<FormNotTaken, string>> }>({
  vi: {
    title: 'Biểu mẫu không được nhận',
    because: {
      'form-from-elsewhere':
        'Biểu mẫu này không được gửi từ một trang của hệ thống, nên chưa có gì thay đổi. Hãy mở lại trang và gửi từ đó.',
      'form-too-long':
        'Biểu mẫu này dài hơn mức cho phép, nên chưa có gì thay đổi. Hãy bấm Quay lại của trình duyệt, chữ bạn viết còn ở đó, rồi viết ngắn hơn.',
      'form-unreadable': 'Không đọc được biểu mẫu này, nên chưa có gì thay đổi. Hãy mở lại trang và gửi từ đó.',
    },
  },
  en: {
    title: 'The form was not taken',
    because: {
      'form-from-elsewhere':
        'This form was not sent from a page of this app, so nothing has changed. Open the page again and send it from there.',
      'form-too-long':
        'This form is longer than what is taken, so nothing has changed. Go back in your browser, where what you wrote still stands, and write less.',
      'form-unreadable': 'This form cannot be read, so nothing has changed. Open the page again and send it from there.',
    },
  },
})

export function formNotTakenPage(frame: Frame, because: FormNotTaken): Html {
  const { title, because: words } = WORDS[frame.locale]
  const body = html`<h1>${title}</h1>
      <section class="attention" data-not-taken="${because}"><p>${words[because]}</p></section>`
  return framePage({ frame, section: 'none', title, body })
}
