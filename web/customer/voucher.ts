/** A voucher as the customer sees it: its value, until when it is valid, and whether it can still be used. */
import { html } from 'hono/html'
import type { Voucher, VoucherStanding } from '#core/budget/voucher.ts'
import { type Html, type PageFrame, type PageLocale, page } from '#web/customer/page.ts'
import { shortDate, writtenMoney } from '#web/rendering/written-value.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export type VoucherLookUp = { readonly standing: 'unknown' } | { readonly standing: VoucherStanding; readonly voucher: Voucher }

const WORDS = bothLanguages({
  vi: {
    title: 'Phiếu quà tặng',
    search: 'Nhập mã phiếu',
    check: 'Kiểm tra',
    staff: 'Nhân viên cửa hàng: mở trang quầy',
    code: 'Mã',
    value: 'Giá trị',
    validity: 'Thời hạn',
    standing: {
      usable: 'Phiếu còn dùng được.',
      redeemed: 'Phiếu đã được sử dụng.',
      expired: 'Phiếu đã hết hạn.',
      'not-yet-valid': 'Phiếu chưa đến ngày sử dụng.',
      unknown: 'Không có phiếu nào mang mã này. Vui lòng kiểm tra lại từng ký tự.',
    },
  },
  en: {
    title: 'Gift voucher',
    search: 'Voucher code',
    check: 'Check',
    staff: 'Shop staff: open the till page',
    code: 'Code',
    value: 'Value',
    validity: 'Valid',
    standing: {
      usable: 'This voucher can be used.',
      redeemed: 'This voucher has been used.',
      expired: 'This voucher has expired.',
      'not-yet-valid': 'This voucher is not valid yet.',
      unknown: 'There is no voucher with this code. Please check every character.',
    },
  },
})

/** The page where a code is typed. Shop staff who kept its address reach the till from here. */
export const voucherSearchPage = ({ company, locale }: PageFrame): Html =>
  page({
    company,
    locale,
    title: WORDS[locale].title,
    body: html`${codeForm({ locale, action: '/v' })}<p class="more"><a href="/till">${WORDS[locale].staff}</a></p>`,
  })

export function voucherPage({ company, locale, check }: PageFrame & { readonly check: VoucherLookUp }): Html {
  const isUsable = check.standing === 'usable'
  const body = html`<p class="said ${isUsable ? '' : 'warn'}" role="status">${standingInWords(check, locale)}</p>
      ${check.standing === 'unknown' ? codeForm({ locale, action: '/v' }) : voucherDetails(check.voucher, locale)}`
  return page({ company, locale, title: WORDS[locale].title, body })
}

export const standingInWords = ({ standing }: VoucherLookUp, locale: PageLocale): string => WORDS[locale].standing[standing]

/** `language`: kept in the address from page to page. */
export function codeForm({
  locale,
  action,
  language,
}: {
  readonly locale: PageLocale
  readonly action: '/v' | '/till'
  readonly language?: PageLocale | undefined
}): Html {
  const words = WORDS[locale]
  return html`<form method="get" action="${action}">${language ? html`<input type="hidden" name="language" value="${language}">` : ''}
        <label for="code">${words.search}</label>
        <input type="text" id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60" required>
        <button>${words.check}</button>
      </form>`
}

export function voucherDetails(voucher: Voucher, locale: PageLocale): Html {
  const words = WORDS[locale]
  return html`<dl>
        <dt>${words.code}</dt><dd class="code">${voucher.code}</dd>
        <dt>${words.value}</dt><dd>${writtenMoney(voucher.value, locale)}</dd>
        <dt>${words.validity}</dt><dd>${shortDate(voucher.validFrom, locale)} – ${shortDate(voucher.validTo, locale)}</dd>
      </dl>`
}
