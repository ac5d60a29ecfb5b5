/** The page of something that failed on our side: what to do, and the reference under which the log tells an operator why. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { typedWords } from '#web/staff/typed-words.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Có trục trặc ở phía hệ thống',
    lead: 'Trang này chưa làm được việc bạn yêu cầu. Hãy thử lại sau ít phút; nếu bạn vừa gửi một biểu mẫu, hãy xem lại trang trước để biết việc đã được thực hiện hay chưa.',
    reference: (reference: string) => `Nếu vẫn vậy, hãy báo người vận hành mã này: ${reference}`,
  },
  en: {
    title: 'Something went wrong on our side',
    lead: 'This page could not do what you asked. Try again in a few minutes; if you had sent a form, look at the page before to see whether it was done.',
    reference: (reference: string) => `If it stays so, tell an operator this reference: ${reference}`,
  },
})

export function troublePage(frame: Frame, { reference }: { readonly reference: string }): Html {
  const words = WORDS[frame.locale]
  const body = html`<h1>${words.title}</h1>
      <section class="attention" data-trouble="${reference}"><p>${words.lead}</p><p>${words.reference(reference)}</p>${typedWords(frame)}</section>`
  return framePage({ frame, section: 'none', title: words.title, body })
}
