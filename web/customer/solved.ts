/** The page behind the two buttons of the mail that asks whether a case is solved, and the page that says what was noted. */
import { html } from 'hono/html'
import type { LocalDate } from '#core/time/local-date.ts'
import type { CustomerSaid } from '#core/work/case/customer-event.ts'
import { decoyForm, type FormSeals, type PressAgainPage, sealField } from '#web/customer/confirming-form.ts'
import { contact, type Html, type PageFrame, page } from '#web/customer/page.ts'
import { type SurveyAddress, wordsFor } from '#web/rendering/survey-fields.ts'
import { shortDate } from '#web/rendering/written-value.ts'

/** The name of the choice in the form and in the links of the mail. */
export const SAID_FIELD = 'said'
export const SAID_VALUES = ['yes', 'no'] as const
export type SaidValue = (typeof SAID_VALUES)[number]
export const WORDS_FIELD = 'words'
/** On the buttons of the mail and of the page. */
export const SAID_WORDS = {
  yes: { vi: 'Đã ổn rồi', en: 'Yes, it is solved' },
  no: { vi: 'Vẫn chưa ổn', en: 'No, it is not solved' },
} as const

const TEXTS = {
  title: { vi: 'Mọi việc đã ổn chưa?', en: 'Is it solved?' },
  about: {
    vi: 'Câu hỏi này về điều {honorific} phản ánh ngày {day}.',
    en: 'This is about what you told us on {day}.',
  },
  before: {
    yes: { vi: 'Lần trước {honorific} đã chọn: đã ổn.', en: 'You told us before: it is solved.' },
    no: { vi: 'Lần trước {honorific} đã chọn: chưa ổn.', en: 'You told us before: it is not solved.' },
  },
  yesTitle: { vi: 'Nếu mọi việc đã ổn', en: 'If it is solved' },
  noTitle: { vi: 'Nếu vẫn chưa ổn', en: 'If it is not solved' },
  words: { vi: 'Còn điều gì chưa ổn? (không bắt buộc)', en: 'What is still wrong? (if you like)' },
  noHint: {
    vi: 'Người phụ trách sẽ đọc và liên hệ lại với {honorific}.',
    en: 'The person who looks after it will read this and get back to you.',
  },
  said: {
    yes: { vi: 'Đã ghi nhận: mọi việc đã ổn', en: 'Noted: it is solved' },
    no: { vi: 'Đã ghi nhận: vẫn chưa ổn', en: 'Noted: it is not solved' },
  },
  done: {
    closed: {
      vi: 'Cảm ơn {honorific} đã cho biết. Chúng tôi khép lại việc này.',
      en: 'Thank you for telling us. We have closed it.',
    },
    noted: {
      vi: 'Cảm ơn {honorific} đã cho biết. Người phụ trách sẽ xem và khép lại việc này.',
      en: 'Thank you for telling us. The person who looks after it will see this and close it.',
    },
    open: {
      vi: 'Xin lỗi {honorific} vì việc chưa xong. Việc này đã được chuyển lại cho người phụ trách, và chúng tôi sẽ liên hệ lại với {honorific}.',
      en: 'We are sorry that it is not done. It is back with the person who looks after it, and we will get back to you.',
    },
  },
  change: { vi: 'Chọn lại', en: 'Change this' },
  outdatedTitle: { vi: 'Việc này đang được xử lý tiếp', en: 'We are working on it again' },
  outdated: {
    vi: 'Từ khi gửi thư ấy, chúng tôi đã mở lại việc của {honorific} và đang làm tiếp, nên liên kết này không còn dùng được và chưa có gì được ghi nhận. Nếu có điều muốn nói, {honorific} cứ gọi hay viết thư cho chúng tôi:',
    en: 'Since that mail we have taken your case up again and are working on it, so the link can no longer be used and nothing has been recorded. If there is anything you would like to say, please call or write to us:',
  },
  notNotedTitle: { vi: 'Chưa ghi nhận được', en: 'Not noted' },
  notNoted: {
    vi: 'Trang này không ghi thêm được cho việc của {honorific} nữa, nên điều {honorific} vừa chọn chưa được ghi nhận. {honorific} vui lòng gọi hay trả lời thư của chúng tôi, chúng tôi sẽ đọc:',
    en: 'This page can take nothing more about your case, so what you chose just now has not been noted. Please call us or reply to our mail, and we will read it:',
  },
  would: {
    yes: { vi: 'Sẽ ghi nhận: mọi việc đã ổn.', en: 'This says: it is solved.' },
    no: { vi: 'Sẽ ghi nhận: vẫn chưa ổn.', en: 'This says: it is not solved.' },
  },
} as const

interface SolvedFrame extends PageFrame {
  readonly address: SurveyAddress
  /** When the customer told the company, in their own zone. */
  readonly openedOn: LocalDate
}

export interface SolvedPage extends SolvedFrame {
  /** The button of the mail that led here; its form stands first. */
  readonly tapped: SaidValue | null
  readonly said: CustomerSaid | undefined
  readonly seals: FormSeals
  readonly sendTo: string
}

export function solvedPage({ company, locale, address, openedOn, tapped, said, seals, sendTo }: SolvedPage): Html {
  const say = wordsFor(address)
  const field = (value: SaidValue) => html`<input type="hidden" name="${SAID_FIELD}" value="${value}">`
  const yes = html`<form method="post" action="${sendTo}" data-said="yes">
        <h2>${say(TEXTS.yesTitle)}</h2>
        ${sealField(seals)}${field('yes')}
        <button>${say(SAID_WORDS.yes)}</button>
      </form>`
  const no = html`<form method="post" action="${sendTo}" data-said="no">
        <h2>${say(TEXTS.noTitle)}</h2>
        ${sealField(seals)}${field('no')}
        <label for="words">${say(TEXTS.words)}</label><textarea id="words" name="${WORDS_FIELD}" rows="4" maxlength="2000"></textarea>
        <p class="hint">${say(TEXTS.noHint)}</p>
        <button>${say(SAID_WORDS.no)}</button>
      </form>`
  const body = html`<p>${say(TEXTS.about).replace('{day}', shortDate(openedOn, locale))}</p>
      ${said ? html`<p class="said">${say(TEXTS.before[said.solved ? 'yes' : 'no'])}</p>` : ''}
      ${decoyForm({ locale, seals, sendTo, fields: [[SAID_FIELD, 'yes']] })}
      ${tapped === 'no' ? html`${no}${yes}` : html`${yes}${no}`}`
  return page({ company, locale, title: say(TEXTS.title), body })
}

/** What the one more press would say. */
export function heldWord(
  { address }: Pick<SolvedFrame, 'address'>,
  { value, words }: { readonly value: SaidValue; readonly words: string },
): Pick<PressAgainPage, 'pressed' | 'stands' | 'would'> {
  const say = wordsFor(address)
  const would = say(TEXTS.would[value])
  return {
    pressed: 'solved',
    stands: null,
    would: words === '' ? would : html`<dl><dt>${would}</dt><dd>${words}</dd></dl>`,
  }
}

export function saidPage({
  company,
  locale,
  address,
  openedOn,
  said,
  isOpen,
  change,
}: SolvedFrame & { readonly said: CustomerSaid; readonly isOpen: boolean; readonly change: string }): Html {
  const say = wordsFor(address)
  const done = !said.solved ? TEXTS.done.open : isOpen ? TEXTS.done.noted : TEXTS.done.closed
  const body = html`<p>${say(TEXTS.about).replace('{day}', shortDate(openedOn, locale))}</p>
      <div class="said" role="status"><p>${say(done)}</p>${said.note === '' ? '' : html`<dl><dd>${said.note}</dd></dl>`}</div>
      <p class="more"><a href="${change}">${say(TEXTS.change)}</a></p>`
  return page({ company, locale, title: say(TEXTS.said[said.solved ? 'yes' : 'no']), body })
}

/** The case was taken up again since the mail went out. */
export function outdatedPage({ company, locale, address }: SolvedFrame): Html {
  const say = wordsFor(address)
  const body = html`<p class="said warn" role="status">${say(TEXTS.outdated)}</p><p class="contact">${contact(company)}</p>`
  return page({ company, locale, title: say(TEXTS.outdatedTitle), body })
}

/** The history of the case takes no more. The words are shown, so that they can be sent in another way. */
export function notNotedPage({ company, locale, address, words }: SolvedFrame & { readonly words: string }): Html {
  const say = wordsFor(address)
  const kept = words === '' ? '' : html`<dl><dd>${words}</dd></dl>`
  const body = html`<p class="said warn" role="status">${say(TEXTS.notNoted)}</p>${kept}<p class="contact">${contact(company)}</p>`
  return page({ company, locale, title: say(TEXTS.notNotedTitle), body })
}
