/** That a customer would not get a letter as things stand, and why. */
import { html } from 'hono/html'
import type { Skip } from '#core/audience/skip.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { skipInWords } from '#web/words/skips.ts'

/** not-meant: the campaign's audience leaves the customer out, so that they stand in no balance either. */
export type NotSent = Skip | 'not-meant'

const WORDS = bothLanguages({
  vi: {
    not: (why: string) => `Hiện giờ khách này sẽ không nhận được thư này: ${why}. Dưới đây là thư mà khách sẽ nhận nếu được gửi.`,
    notMeant: 'Khách không thuộc đối tượng của chiến dịch',
  },
  en: {
    not: (why: string) => `As things stand this customer would not get this mail: ${why}. Below is what it would say.`,
    notMeant: 'The campaign’s audience does not mean the customer',
  },
})

export function notSentLine(
  notSent: NotSent | null,
  { frame: { locale, company }, campaignName }: { readonly frame: Frame; readonly campaignName: (id: string) => string },
): Html | string {
  if (notSent === null) return ''
  const words = WORDS[locale]
  if (notSent === 'not-meant') return line(words.not(words.notMeant), notSent)
  const { reason, detail } = skipInWords(notSent, { locale, zone: company.zone, campaignName })
  return line(words.not(detail === '' ? reason : `${reason} (${detail})`), notSent.reason)
}

const line = (text: string, why: string): Html => html`<p class="said warn" role="status" data-refused="${why}">${text}</p>`
