/** The till: a voucher as shop staff see it, and the form that redeems it once with the till key. */
import { html } from 'hono/html'
import { LONGEST_NAME } from '#core/campaign/staff-text.ts'
import { type Html, type PageFrame, type PageLocale, page } from '#web/customer/page.ts'
import { codeForm, standingInWords, type VoucherLookUp, voucherDetails } from '#web/customer/voucher.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Quầy: phiếu quà tặng',
    tillKey: 'Khóa quầy',
    by: 'Quầy hoặc nhân viên',
    redeem: 'Sử dụng phiếu',
    redeemedNow: 'Đã ghi nhận: phiếu vừa được sử dụng.',
    refused: 'Chưa sử dụng được phiếu này.',
    wrongKey: 'Khóa quầy không đúng, nên phiếu chưa được sử dụng.',
    nameTooLong: (limit: number) => `Tên quầy hoặc nhân viên dài quá ${limit} ký tự, nên phiếu chưa được sử dụng.`,
    another: 'Phiếu khác',
  },
  en: {
    title: 'Till: gift voucher',
    tillKey: 'Till key',
    by: 'Till or staff member',
    redeem: 'Redeem',
    redeemedNow: 'Done: the voucher is now used.',
    refused: 'This voucher could not be redeemed.',
    wrongKey: 'The till key is wrong, so the voucher was not redeemed.',
    nameTooLong: (limit: number) =>
      `The name of the till or staff member is longer than ${limit} characters, so the voucher was not redeemed.`,
    another: 'Another voucher',
  },
})

export type TillWord = 'redeemed' | 'refused' | 'wrong-key' | 'name-too-long'

/** `language`: of the member of staff who opened it from the staff app, in the address of every page of the till. */
export interface TillFrame extends PageFrame {
  readonly language: PageLocale | undefined
}

export const tillSearchPage = ({ company, locale, language }: TillFrame): Html =>
  page({ company, locale, title: WORDS[locale].title, body: codeForm({ locale, action: '/till', language }) })

export function tillPage({
  company,
  locale,
  language,
  check,
  said,
}: TillFrame & { readonly check: VoucherLookUp; readonly said: TillWord | null }): Html {
  const words = WORDS[locale]
  const isGood = said === 'redeemed' || (said === null && check.standing === 'usable')
  const body = html`<p class="said ${isGood ? '' : 'warn'}" role="status">${message(said, { check, locale })}</p>
      ${check.standing === 'unknown' ? codeForm({ locale, action: '/till', language }) : voucherDetails(check.voucher, locale)}
      ${check.standing === 'usable' ? redeemForm(locale) : ''}
      ${check.standing === 'unknown' ? '' : html`<p class="more"><a href="/till${language ? `?language=${language}` : ''}">${words.another}</a></p>`}`
  return page({ company, locale, title: words.title, body })
}

function message(
  said: TillWord | null,
  { check, locale }: { readonly check: VoucherLookUp; readonly locale: PageLocale },
): string {
  const words = WORDS[locale]
  const standing = standingInWords(check, locale)
  switch (said) {
    case 'redeemed':
      return words.redeemedNow
    case 'refused':
      return `${words.refused} ${standing}`
    case 'wrong-key':
      return `${words.wrongKey} ${standing}`
    case 'name-too-long':
      return `${words.nameTooLong(LONGEST_NAME)} ${standing}`
    case null:
      return standing
  }
}

function redeemForm(locale: PageLocale): Html {
  const words = WORDS[locale]
  return html`<form method="post">
        <label for="by">${words.by}</label>
        <input type="text" id="by" name="by" autocomplete="off" maxlength="${LONGEST_NAME}">
        <label for="tillKey">${words.tillKey}</label>
        <input type="password" id="tillKey" name="tillKey" autocomplete="off" required>
        <button>${words.redeem}</button>
      </form>`
}
