/** Friendly words for a link that no longer works: broken, expired, or of a customer who was deleted. The page records nothing. */
import { html } from 'hono/html'
import { contact, type Html, type PageFrame, page } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export type DeadLink = 'broken' | 'expired' | 'gone'

const WORDS = bothLanguages({
  vi: {
    broken: {
      title: 'Liên kết không dùng được',
      text: 'Liên kết này không đầy đủ hoặc đã bị thay đổi, nên chưa có gì được ghi nhận. Quý khách có thể mở lại liên kết trong thư mới nhất, hoặc gọi hay viết thư cho chúng tôi:',
    },
    expired: {
      title: 'Liên kết đã hết hạn',
      text: 'Liên kết này đã quá hạn sử dụng, nên chưa có gì được ghi nhận. Quý khách có thể dùng liên kết trong thư mới nhất, hoặc gọi hay viết thư cho chúng tôi:',
    },
    gone: {
      title: 'Liên kết không còn dùng được',
      text: 'Chúng tôi không còn giữ thông tin gắn với liên kết này, nên không có gì được ghi nhận. Nếu cần, quý khách cứ gọi hay viết thư cho chúng tôi:',
    },
  },
  en: {
    broken: {
      title: 'This link does not work',
      text: 'The link is incomplete or has been altered, so nothing has been recorded. Please open the link in your latest mail, or call or write to us:',
    },
    expired: {
      title: 'This link has expired',
      text: 'The link is too old to be used, so nothing has been recorded. Please use the link in your latest mail, or call or write to us:',
    },
    gone: {
      title: 'This link no longer works',
      text: 'We no longer hold what belongs to this link, so nothing has been recorded. If there is anything we can do, please call or write to us:',
    },
  },
})

export function deadLinkPage({ company, locale, link }: PageFrame & { readonly link: DeadLink }): Html {
  const { title, text } = WORDS[locale][link]
  return page({ company, locale, title, body: html`<p>${text}</p><p class="contact">${contact(company)}</p>` })
}
