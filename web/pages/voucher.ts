/** A voucher as the customer sees it, and as the till redeems it: once, with the shop's key. */
import { html } from 'hono/html'
import type { Voucher, VoucherStanding } from '#core/budget/voucher.ts'
import { type Html, type PageFrame, type PageLocale, page } from '#web/pages/page.ts'
import { shortDate, writtenMoney } from '#web/rendering/written-value.ts'

type Check = { readonly standing: 'unknown' } | { readonly standing: VoucherStanding; readonly voucher: Voucher }

const WORDS = {
  vi: {
    title: 'Phiếu quà tặng',
    search: 'Nhập mã phiếu',
    check: 'Kiểm tra',
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
    forStaff: 'Dành cho nhân viên cửa hàng',
    tillKey: 'Khóa quầy',
    by: 'Quầy hoặc nhân viên',
    redeem: 'Sử dụng phiếu',
    redeemedNow: 'Đã ghi nhận: phiếu vừa được sử dụng.',
    refused: 'Chưa sử dụng được phiếu này.',
    wrongKey: 'Khóa quầy không đúng, nên phiếu chưa được sử dụng.',
    until: (from: string, to: string) => `${from} – ${to}`,
  },
  en: {
    title: 'Gift voucher',
    search: 'Voucher code',
    check: 'Check',
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
    forStaff: 'For shop staff',
    tillKey: 'Till key',
    by: 'Till or staff member',
    redeem: 'Redeem',
    redeemedNow: 'Done: the voucher is now used.',
    refused: 'This voucher could not be redeemed.',
    wrongKey: 'The till key is wrong, so the voucher was not redeemed.',
    until: (from: string, to: string) => `${from} – ${to}`,
  },
} as const

export function voucherSearchPage({ company, locale }: PageFrame): Html {
  return page({ company, locale, title: WORDS[locale].title, body: searchForm(locale) })
}

function searchForm(locale: PageLocale): Html {
  const words = WORDS[locale]
  return html`<form method="get" action="/v">
        <label for="code">${words.search}</label>
        <input type="text" id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60" required>
        <button>${words.check}</button>
      </form>`
}

export function voucherPage({
  company,
  locale,
  check,
  said,
}: PageFrame & { readonly check: Check; readonly said: 'redeemed' | 'refused' | 'wrong-key' | null }): Html {
  const words = WORDS[locale]
  const message =
    said === 'redeemed'
      ? words.redeemedNow
      : `${said === 'refused' ? `${words.refused} ` : ''}${said === 'wrong-key' ? `${words.wrongKey} ` : ''}${words.standing[check.standing]}`
  const good = said === 'redeemed' || (said === null && check.standing === 'usable')
  const body = html`<p class="said ${good ? '' : 'warn'}" role="status">${message}</p>
      ${check.standing === 'unknown' ? searchForm(locale) : details(check.voucher, locale)}
      ${check.standing === 'usable' && said !== 'redeemed' ? redeemForm(locale) : ''}`
  return page({ company, locale, title: words.title, body })
}

function details(voucher: Voucher, locale: PageLocale): Html {
  const words = WORDS[locale]
  return html`<dl>
        <dt>${words.code}</dt><dd class="code">${voucher.code}</dd>
        <dt>${words.value}</dt><dd>${writtenMoney(voucher.value, locale)}</dd>
        <dt>${words.validity}</dt><dd>${words.until(shortDate(voucher.validFrom, locale), shortDate(voucher.validTo, locale))}</dd>
      </dl>`
}

function redeemForm(locale: PageLocale): Html {
  const words = WORDS[locale]
  return html`<form method="post">
        <h2>${words.forStaff}</h2>
        <label for="by">${words.by}</label>
        <input type="text" id="by" name="by" autocomplete="off" maxlength="60">
        <label for="tillKey">${words.tillKey}</label>
        <input type="password" id="tillKey" name="tillKey" autocomplete="off" required>
        <button>${words.redeem}</button>
      </form>`
}
