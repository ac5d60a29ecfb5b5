/** Stopping: a page that asks, and a page that confirms. The asking page changes nothing by being opened. */
import { html } from 'hono/html'
import type { Purpose } from '#core/audience/consent.ts'
import { contact, type Html, type PageFrame, type PageLocale, page } from '#web/pages/page.ts'

const KINDS: Record<PageLocale, Record<Purpose, string>> = {
  vi: { care: 'thư hỏi thăm và chúc mừng', survey: 'thư khảo sát ý kiến', advertising: 'thư ưu đãi và quà tặng' },
  en: { care: 'greetings and care mails', survey: 'survey mails', advertising: 'offers and gifts' },
}

const WORDS = {
  vi: {
    title: 'Ngừng nhận thư',
    ask: (kind: string) => `Quý khách không muốn nhận ${kind} nữa?`,
    everything: 'Ngừng nhận tất cả các loại thư (trừ thư về giao dịch của chính quý khách)',
    button: 'Vâng, ngừng gửi',
    doneTitle: 'Đã ngừng gửi',
    done: (kinds: string) => `Chúng tôi đã ghi nhận và từ bây giờ không gửi ${kinds} cho quý khách nữa.`,
    brokenTitle: 'Liên kết không dùng được',
    broken:
      'Liên kết này đã hết hạn hoặc không đầy đủ, nên chưa có gì thay đổi. Quý khách có thể mở liên kết trong thư mới nhất, hoặc gọi hay viết thư cho chúng tôi:',
  },
  en: {
    title: 'Stop these mails',
    ask: (kind: string) => `Would you like to stop receiving ${kind}?`,
    everything: 'Stop everything (except mails about your own orders)',
    button: 'Yes, stop',
    doneTitle: 'Stopped',
    done: (kinds: string) => `We have noted it. From now on we send you no more ${kinds}.`,
    brokenTitle: 'This link does not work',
    broken:
      'The link has expired or is incomplete, so nothing has changed. Please use the link in your latest mail, or call or write to us:',
  },
} as const

export function unsubscribePage({ company, locale, purpose }: PageFrame & { readonly purpose: Purpose }): Html {
  const words = WORDS[locale]
  const body = html`<form method="post">
        <p>${words.ask(KINDS[locale][purpose])}</p>
        <label class="choice"><input type="checkbox" name="everything" value="yes"> <span>${words.everything}</span></label>
        <button>${words.button}</button>
      </form>`
  return page({ company, locale, title: words.title, body })
}

export function unsubscribedPage({ company, locale, purposes }: PageFrame & { readonly purposes: readonly Purpose[] }): Html {
  const words = WORDS[locale]
  const kinds = new Intl.ListFormat(locale).format(purposes.map((purpose) => KINDS[locale][purpose]))
  return page({ company, locale, title: words.doneTitle, body: html`<p class="said" role="status">${words.done(kinds)}</p>` })
}

export function brokenLinkPage({ company, locale }: PageFrame): Html {
  const words = WORDS[locale]
  return page({
    company,
    locale,
    title: words.brokenTitle,
    body: html`<p>${words.broken}</p><p class="contact">${contact(company)}</p>`,
  })
}
