/** That a customer would not get a letter or be rung as things stand, and why. */
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
    notRung: (why: string) => `Hiện giờ khách này sẽ không được gọi: ${why}. Dưới đây là lời mà khách sẽ nghe nếu được gọi.`,
    notMeant: 'Khách không thuộc đối tượng của chiến dịch',
  },
  en: {
    not: (why: string) => `As things stand this customer would not get this mail: ${why}. Below is what it would say.`,
    notRung: (why: string) => `As things stand this customer would not be rung: ${why}. Below is what would be said.`,
    notMeant: 'The campaign’s audience does not mean the customer',
  },
})

interface Telling {
  readonly frame: Frame
  readonly campaignName: (id: string) => string
  /** What the customer would not get. */
  readonly of: 'letter' | 'call'
}

export function notSentLine(notSent: NotSent | null, { frame: { locale, company }, campaignName, of }: Telling): Html | string {
  if (notSent === null) return ''
  const words = WORDS[locale]
  const said = of === 'call' ? words.notRung : words.not
  if (notSent === 'not-meant') return line(said(words.notMeant), notSent)
  const { reason, detail } = skipInWords(notSent, { locale, zone: company.zone, campaignName })
  return line(said(detail === '' ? reason : `${reason} (${detail})`), notSent.reason)
}

const line = (text: string, why: string): Html => html`<p class="said warn" role="status" data-refused="${why}">${text}</p>`
