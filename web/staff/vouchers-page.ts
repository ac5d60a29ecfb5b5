/** The way to the till: where a shop checks and redeems a voucher, and the key it needs on this machine. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { tillAddress } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Phiếu quà',
    lead: 'Mỗi khách, mỗi dịp một phiếu; mỗi phiếu dùng được một lần. Mã phiếu nằm trong thư và trên trang của khách.',
    code: 'Mã phiếu',
    check: 'Mở trang quầy',
    key: 'Khóa quầy trên máy này:',
    keyNote: 'Trong AWS, khóa quầy nằm trong Secrets Manager và mỗi công ty có khóa riêng.',
  },
  en: {
    title: 'Vouchers',
    lead: 'One voucher per person and occasion, used once. The code stands in the mail and on the customer’s page.',
    code: 'Voucher code',
    check: 'Open the till page',
    key: 'Till key on this machine:',
    keyNote: 'In AWS the till key is kept in Secrets Manager, and every company has its own.',
  },
})

/** `tillKey` is null where it is a secret of the company. */
export function vouchersPage(frame: Frame, tillKey: string | null): Html {
  const words = WORDS[frame.locale]
  const body = html`<h1>${words.title}</h1>
      <section>
        <p>${words.lead}</p>
        <form method="get" action="${tillAddress(frame.pages)}" class="filters">
          <input type="hidden" name="language" value="${frame.locale}">
          <div><label for="code">${words.code}</label><input type="text" id="code" name="code" required autocomplete="off"></div>
          <button>${words.check}</button>
        </form>
        ${tillKey === null ? '' : html`<p>${words.key} <code>${tillKey}</code></p>`}
        <p class="quiet"><small>${words.keyNote}</small></p>
      </section>`
  return framePage({ frame, section: 'vouchers', title: words.title, body })
}
