/** Pages without content of their own: the address leads nowhere, or the request could not be carried out, or not yet. */
import { html } from 'hono/html'
import { contact, type Html, type PageFrame, page } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    noneTitle: 'Không có trang này',
    none: 'Địa chỉ này không dẫn đến trang nào. Quý khách vui lòng mở lại liên kết trong thư.',
    tooMuchTitle: 'Nội dung gửi quá dài',
    tooMuch:
      'Chúng tôi chưa nhận được gì, vì nội dung gửi quá dài. Xin quay lại trang trước và viết ngắn hơn, hoặc viết thư cho chúng tôi:',
    tooOftenTitle: 'Xin chờ một lát',
    tooOften:
      'Từ mạng của quý khách đang có quá nhiều yêu cầu cùng lúc nên yêu cầu này chưa được ghi nhận. Xin thử lại sau ít giây, hoặc gọi hay viết thư cho chúng tôi:',
    troubleTitle: 'Hệ thống đang trục trặc',
    tryAgainTitle: 'Xin thử lại sau một phút',
    tryAgain:
      'Lúc này chúng tôi chưa kiểm tra được yêu cầu của quý khách nên chưa có gì được ghi nhận. Xin mở lại sau một phút, hoặc gọi hay viết thư cho chúng tôi:',
    trouble: 'Yêu cầu của quý khách chưa được ghi nhận đầy đủ. Xin thử lại sau ít phút, hoặc gọi hay viết thư cho chúng tôi:',
  },
  en: {
    noneTitle: 'No such page',
    none: 'This address leads nowhere. Please open the link in the mail again.',
    tooMuchTitle: 'That is too long',
    tooMuch: 'Nothing has reached us, because what was sent is too long. Please go back and write less, or send us a mail:',
    tooOftenTitle: 'Please wait a moment',
    tooOften:
      'Too many requests come from your network at once, so this one was not taken. Please try again in a few seconds, or call or write to us:',
    troubleTitle: 'We have a problem',
    tryAgainTitle: 'Please try again in a minute',
    tryAgain:
      'We cannot check this just now, so nothing has been recorded yet. Please open your link again in a minute, or call or write to us:',
    trouble: 'Your request could not be completed. Please try again in a few minutes, or call or write to us:',
  },
})

export function noSuchPage({ company, locale }: PageFrame): Html {
  const words = WORDS[locale]
  return page({ company, locale, title: words.noneTitle, body: html`<p>${words.none}</p>` })
}

export function troublePage({ company, locale }: PageFrame): Html {
  const words = WORDS[locale]
  return page({
    company,
    locale,
    title: words.troubleTitle,
    body: html`<p role="alert">${words.trouble}</p><p class="contact">${contact(company)}</p>`,
  })
}

export function tooMuchPage({ company, locale }: PageFrame): Html {
  const words = WORDS[locale]
  return page({
    company,
    locale,
    title: words.tooMuchTitle,
    body: html`<p role="alert">${words.tooMuch}</p><p class="contact">${contact(company)}</p>`,
  })
}

export function tooOftenPage({ company, locale }: PageFrame): Html {
  const words = WORDS[locale]
  return page({
    company,
    locale,
    title: words.tooOftenTitle,
    body: html`<p role="alert">${words.tooOften}</p><p class="contact">${contact(company)}</p>`,
  })
}

export function tryAgainPage({ company, locale }: PageFrame): Html {
  const words = WORDS[locale]
  return page({
    company,
    locale,
    title: words.tryAgainTitle,
    body: html`<p role="alert">${words.tryAgain}</p><p class="contact">${contact(company)}</p>`,
  })
}
