/** Opting out: a page that asks, and a page that confirms. Opening the asking page changes nothing. */
import { html } from 'hono/html'
import type { Purpose } from '#core/audience/consent.ts'
import type { LocalizedText } from '#core/campaign/localized-text.ts'
import { decoyForm, type FormSeals, type PressAgainPage, sealField } from '#web/customer/confirming-form.ts'
import { type Html, type PageFrame, type PageLocale, page } from '#web/customer/page.ts'
import { PREFERENCES_TITLE } from '#web/customer/preferences.ts'
import { type SurveyAddress, wordsFor } from '#web/rendering/survey-fields.ts'

const KINDS: Record<PageLocale, Record<Purpose, string>> = {
  vi: { care: 'thư hỏi thăm và chúc mừng', survey: 'thư khảo sát ý kiến', advertising: 'thư ưu đãi và quà tặng' },
  en: { care: 'greetings and care mails', survey: 'survey mails', advertising: 'offers and gifts' },
}

const TEXTS = {
  title: { vi: 'Ngừng nhận thư', en: 'Stop these mails' },
  ask: { vi: '{name} không muốn nhận {kinds} nữa?', en: 'Dear {name}, would you like to stop receiving {kinds}?' },
  everything: {
    vi: 'Ngừng nhận tất cả các loại thư (trừ thư về giao dịch của chính {honorific})',
    en: 'Stop everything (except mails about your own orders)',
  },
  button: { vi: 'Vâng, ngừng gửi', en: 'Yes, stop' },
  would: { vi: 'Sẽ ngừng: {kinds}.', en: 'This stops: {kinds}.' },
  before: { vi: 'Đã ngừng từ trước: {kinds}.', en: 'Stopped before: {kinds}.' },
  doneTitle: { vi: 'Đã ngừng gửi', en: 'Stopped' },
  done: {
    vi: 'Chúng tôi đã ghi nhận và từ bây giờ không gửi {kinds} cho {honorific} nữa.',
    en: 'We have noted it. From now on we send you no more {kinds}.',
  },
} as const

/** The words of the letter with the link: its language, its form of address, and the name it greets by. */
export interface StopAddress extends SurveyAddress {
  readonly greetingName: string
}

interface StopFrame extends PageFrame {
  readonly address: StopAddress
  /** The link to the page with all choices. */
  readonly preferences: string
}

export interface UnsubscribePage extends StopFrame {
  readonly purpose: Purpose
  readonly seals: FormSeals
  readonly sendTo: string
}

export function unsubscribePage({ company, locale, address, purpose, preferences, seals, sendTo }: UnsubscribePage): Html {
  const say = wordsFor(address)
  const question = say(TEXTS.ask)
    .replace('{kinds}', KINDS[locale][purpose])
    .replace('{name}', () => address.greetingName)
  const body = html`${decoyForm({ locale, seals, sendTo })}
      <form method="post" action="${sendTo}">
        ${sealField(seals)}
        <p>${question}</p>
        <label class="choice"><input type="checkbox" name="everything" value="yes"> <span>${say(TEXTS.everything)}</span></label>
        <button>${say(TEXTS.button)}</button>
      </form>
      <p class="more"><a href="${preferences}">${say(PREFERENCES_TITLE)}</a></p>`
  return page({ company, locale, title: say(TEXTS.title), body })
}

/** What the one more press would stop, beside what had been stopped before; null when that is everything. */
export function heldStop(
  { locale, address }: Pick<StopFrame, 'locale' | 'address'>,
  { purposes, before }: { readonly purposes: readonly Purpose[]; readonly before: readonly Purpose[] },
): Pick<PressAgainPage, 'pressed' | 'stands' | 'would'> | null {
  const say = wordsFor(address)
  const inWords = (text: LocalizedText, kinds: readonly Purpose[]) => say(text).replace('{kinds}', listed(kinds, locale))
  const rest = purposes.filter((purpose) => !before.includes(purpose))
  if (rest.length === 0) return null
  const would = inWords(TEXTS.would, rest)
  if (rest.length === purposes.length) return { pressed: 'stop', stands: null, would }
  const stopped = purposes.filter((purpose) => before.includes(purpose))
  return { pressed: 'stop-more', stands: inWords(TEXTS.before, stopped), would }
}

const listed = (purposes: readonly Purpose[], locale: PageLocale) =>
  new Intl.ListFormat(locale).format(purposes.map((purpose) => KINDS[locale][purpose]))

export function unsubscribedPage({
  company,
  locale,
  address,
  purposes,
  preferences,
}: StopFrame & { readonly purposes: readonly Purpose[] }): Html {
  const say = wordsFor(address)
  const body = html`<p class="said" role="status">${say(TEXTS.done).replace('{kinds}', listed(purposes, locale))}</p>
      <p class="more"><a href="${preferences}">${say(PREFERENCES_TITLE)}</a></p>`
  return page({ company, locale, title: say(TEXTS.doneTitle), body })
}
