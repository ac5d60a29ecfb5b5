/** Stopping: a page that asks, and a page that confirms. The asking page changes nothing by being opened. */
import { html } from 'hono/html'
import type { Purpose } from '#core/audience/consent.ts'
import { decoyForm, type FormSeals, sealField } from '#web/pages/confirming-form.ts'
import { type Html, type PageFrame, type PageLocale, page } from '#web/pages/page.ts'

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
    would: (kinds: string) => `Sẽ ngừng: ${kinds}.`,
    doneTitle: 'Đã ngừng gửi',
    done: (kinds: string) => `Chúng tôi đã ghi nhận và từ bây giờ không gửi ${kinds} cho quý khách nữa.`,
    choose: 'Chọn những gì muốn nhận',
  },
  en: {
    title: 'Stop these mails',
    ask: (kind: string) => `Would you like to stop receiving ${kind}?`,
    everything: 'Stop everything (except mails about your own orders)',
    button: 'Yes, stop',
    would: (kinds: string) => `This stops: ${kinds}.`,
    doneTitle: 'Stopped',
    done: (kinds: string) => `We have noted it. From now on we send you no more ${kinds}.`,
    choose: 'Choose what you receive',
  },
} as const

/** `preferences` is the link to the page where everything can be chosen. */
interface StopFrame extends PageFrame {
  readonly preferences: string
}

export interface UnsubscribePage extends StopFrame {
  readonly purpose: Purpose
  readonly seals: FormSeals
  readonly sendTo: string
}

export function unsubscribePage({ company, locale, purpose, preferences, seals, sendTo }: UnsubscribePage): Html {
  const words = WORDS[locale]
  const body = html`${decoyForm({ locale, seals, sendTo })}
      <form method="post" action="${sendTo}">
        ${sealField(seals)}
        <p>${words.ask(KINDS[locale][purpose])}</p>
        <label class="choice"><input type="checkbox" name="everything" value="yes"> <span>${words.everything}</span></label>
        <button>${words.button}</button>
      </form>
      <p class="more"><a href="${preferences}">${words.choose}</a></p>`
  return page({ company, locale, title: words.title, body })
}

/** What the one more press would stop. */
export const stopInWords = (purposes: readonly Purpose[], locale: PageLocale): string =>
  WORDS[locale].would(listed(purposes, locale))

const listed = (purposes: readonly Purpose[], locale: PageLocale) =>
  new Intl.ListFormat(locale).format(purposes.map((purpose) => KINDS[locale][purpose]))

export function unsubscribedPage({
  company,
  locale,
  purposes,
  preferences,
}: StopFrame & { readonly purposes: readonly Purpose[] }): Html {
  const words = WORDS[locale]
  const body = html`<p class="said" role="status">${words.done(listed(purposes, locale))}</p>
      <p class="more"><a href="${preferences}">${words.choose}</a></p>`
  return page({ company, locale, title: words.doneTitle, body })
}
