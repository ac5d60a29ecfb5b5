/**
 * What a customer wants to receive, by purpose, channel and frequency: on one page, without a login. The boxes show the current state. A purpose
 * that needs consent is never ticked before the consent was given.
 */
import { html } from 'hono/html'
import { type ConsentKey, PURPOSES, type Purpose } from '#core/audience/consent.ts'
import { FREQUENCIES, type Frequency } from '#core/audience/preference.ts'
import type { FrequencyCap } from '#core/campaign/company.ts'
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import type { Channels } from '#core/channel/channel.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { decoyForm, type FormSeals, sealField } from '#web/customer/confirming-form.ts'
import { type Html, type PageFrame, page } from '#web/customer/page.ts'
import { type SurveyAddress, wordsFor } from '#web/rendering/survey-fields.ts'
import { channelTitle } from '#web/words/channels.ts'

/** Purpose and channel of a box, and the name of its field. */
export type Box = ConsentKey
export const boxesOf = (channels: Channels): readonly Box[] =>
  PURPOSES.flatMap((purpose) => channels.map(({ id }) => `${purpose}/${id}` as const))

export const FREQUENCY_FIELD = 'frequency'
/** Which words stood beside the boxes. Without it the form is not ours. */
export const SHOWN_FIELD = 'shown'
/** Which boxes were shown. A box that was not shown keeps its state. */
export const OFFERED_FIELD = 'offered'
/** The button that stops all mail. */
export const STOP_FIELD = 'stop'

interface PurposeWords {
  readonly name: LocalizedText
  readonly what: LocalizedText
}

/** What a consent rests on: what comes, by which channel, from whom, and how often (`{often}`). */
const PURPOSE_WORDS: Readonly<Record<Purpose, PurposeWords>> = {
  care: {
    name: { vi: 'Hỏi thăm và chúc mừng', en: 'Greetings and care' },
    what: {
      vi: 'Lời chúc ngày lễ, sinh nhật, và hỏi thăm sau khi mua hàng.',
      en: 'Greetings on holidays and birthdays, and a word after a purchase.',
    },
  },
  survey: {
    name: { vi: 'Khảo sát ý kiến', en: 'Surveys' },
    what: {
      vi: 'Một câu hỏi ngắn về sản phẩm và dịch vụ, cách nhau ít nhất vài tuần.',
      en: 'One short question about our products and service, weeks apart.',
    },
  },
  advertising: {
    name: { vi: 'Ưu đãi và quà tặng', en: 'Offers and gifts' },
    what: {
      vi: 'Giới thiệu sản phẩm, ưu đãi và phiếu quà tặng của {company}. Chúng tôi chỉ gửi khi {honorific} đồng ý{often}, và {honorific} có thể thôi bất cứ lúc nào.',
      en: 'Products, offers and gift vouchers of {company}. We send them only if you agree{often}, and you can stop them at any time.',
    },
  },
}

const FREQUENCY_WORDS: Readonly<Record<Frequency, LocalizedText>> = {
  any: { vi: 'Khi có dịp', en: 'Whenever there is a reason' },
  weekly: { vi: 'Nhiều nhất mỗi tuần một lần', en: 'At most once a week' },
  monthly: { vi: 'Nhiều nhất mỗi tháng một lần', en: 'At most once a month' },
}

/** What the page is called: above itself, on links to it, in letters and in the guides. */
export const PREFERENCES_TITLE: LocalizedText = { vi: 'Chọn nội dung muốn nhận', en: 'Choose what you receive' }

const TEXTS = {
  saved: {
    vi: 'Đã lưu lựa chọn của {honorific}, có hiệu lực ngay từ bây giờ.',
    en: 'Your choice has been saved, and holds from now on.',
  },
  howOften: { vi: 'Bao lâu một lần?', en: 'How often?' },
  besides: {
    vi: 'Thư về chính đơn hàng và yêu cầu của {honorific} vẫn được gửi, dù {honorific} chọn thế nào.',
    en: 'Mails about your own orders and requests still come, whatever you choose.',
  },
  save: { vi: 'Lưu lựa chọn', en: 'Save my choice' },
  stop: { vi: 'Ngừng tất cả', en: 'Stop everything' },
  often: { vi: ', nhiều nhất {max} lần trong {days} ngày', en: ', at most {max} times in {days} days' },
} as const

export interface PreferencesPage extends PageFrame {
  /** The channels that campaigns use: a box for each. */
  readonly channels: Channels
  readonly address: SurveyAddress
  readonly ticked: ReadonlySet<Box>
  readonly frequency: Frequency
  /** The company's own cap, which the page promises. */
  readonly cap: FrequencyCap | undefined
  readonly isSaved: boolean
  readonly seals: FormSeals
  readonly sendTo: string
}

export function preferencesPage(shown: PreferencesPage): Html {
  const { company, locale, address, ticked, frequency, cap, isSaved, seals, sendTo, channels } = shown
  const say = wordsFor(address)
  const often = cap
    ? say(TEXTS.often)
        .replace('{max}', String(cap.max))
        .replace('{days}', written(cap.hours / 24, locale))
    : ''
  const purposes = PURPOSES.map((purpose) => {
    const { name, what } = PURPOSE_WORDS[purpose]
    return html`<fieldset aria-describedby="${purpose}-what">
          <legend>${say(name)}</legend>
          <p class="hint" id="${purpose}-what">${say(what).replace('{often}', often)}</p>
          ${channels.map(({ id }) => box({ name: `${purpose}/${id}`, words: say(channelTitle(id)), ticked }))}
        </fieldset>`
  })
  const body = html`${isSaved ? html`<p class="said" role="status">${say(TEXTS.saved)}</p>` : ''}
      ${decoyForm({ locale, seals, sendTo })}
      <form method="post" action="${sendTo}">
        ${sealField(seals)}
        <input type="hidden" name="${SHOWN_FIELD}" value="${shownVersion(locale, channels)}">
        <input type="hidden" name="${OFFERED_FIELD}" value="${boxesOf(channels).join(' ')}">
        ${purposes}
        <fieldset>
          <legend>${say(TEXTS.howOften)}</legend>
          ${FREQUENCIES.map((choice) => radio({ choice, words: say(FREQUENCY_WORDS[choice]), frequency }))}
        </fieldset>
        <p class="hint">${say(TEXTS.besides)}</p>
        <button>${say(TEXTS.save)}</button>
        <button class="quiet" name="${STOP_FIELD}" value="everything">${say(TEXTS.stop)}</button>
      </form>`
  return page({ company, locale, title: say(PREFERENCES_TITLE), body })
}

const box = ({ name, words, ticked }: { readonly name: Box; readonly words: string; readonly ticked: ReadonlySet<Box> }) =>
  html`<label class="choice"><input type="checkbox" name="${name}" value="yes"${ticked.has(name) ? html` checked` : ''}> <span>${words}</span></label>
          `

const radio = ({
  choice,
  words,
  frequency,
}: {
  readonly choice: Frequency
  readonly words: string
  readonly frequency: Frequency
}) =>
  html`<label class="choice"><input type="radio" name="${FREQUENCY_FIELD}" value="${choice}"${choice === frequency ? html` checked` : ''}> <span>${words}</span></label>
          `

const written = (days: number, locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(days)

/** Identifies the exact words, so that a consent's evidence says what was agreed to: other words have another version. */
export const shownVersion = (locale: PageFrame['locale'], channels: Channels): string =>
  `${locale}-${stableHash(JSON.stringify([PURPOSE_WORDS, channels.map(({ id }) => channelTitle(id)), TEXTS.often]))
    .toString(16)
    .padStart(8, '0')}`

/** What the button stops, for the page that asks for one more press. */
export const stopAllInWords = (address: SurveyAddress): string => wordsFor(address)(TEXTS.stop)

/** The boxes that the form showed. A page opened before this field existed showed all of them. */
export const offeredIn = (written: unknown, channels: Channels): readonly Box[] =>
  typeof written === 'string' ? boxesOf(channels).filter((box) => written.split(' ').includes(box)) : boxesOf(channels)

export const isShownVersion = (written: unknown): written is string =>
  typeof written === 'string' && /^(vi|en)-[0-9a-f]{8}$/.test(written)
