/** What a browser sees whose "stop" was taken before any function had to run: it is kept, and in force within minutes. */
import { html } from 'hono/html'
import { contact, type Html, type PageFrame, page } from '#web/pages/page.ts'

const WORDS = {
  vi: {
    title: 'Đã nhận yêu cầu ngừng gửi',
    text: 'Chúng tôi đã nhận yêu cầu ngừng gửi thư, và yêu cầu có hiệu lực trong vài phút. Một thư xác nhận sẽ được gửi tới hộp thư của quý khách. Nếu sau đó quý khách vẫn nhận thư, xin gọi hay viết cho chúng tôi:',
  },
  en: {
    title: 'Your request was taken',
    text: 'We have taken the request to stop, and it is in force within minutes. A mail will confirm it. If mails still come after that, please call or write to us:',
  },
} as const

export function stopTakenPage({ company, locale }: PageFrame): Html {
  const { title, text } = WORDS[locale]
  return page({
    company,
    locale,
    title,
    body: html`<p class="said" role="status">${text}</p><p class="contact">${contact(company)}</p>`,
  })
}
