/** The customers, found by name, id or address. */
import { html } from 'hono/html'
import type { Customer } from '#core/customer/customer.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { type Frame, roomPage, table } from '#web/staff/frame.ts'
import { customerPath, pathWith } from '#web/staff/paths.ts'
import { birthdayInWords } from '#web/words/birthdays.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Khách hàng',
    search: 'Tên, mã khách hoặc email',
    find: 'Tìm',
    columns: ['Tên', 'Mã', 'Email', 'Sinh nhật', 'Hạng', 'Mua gần nhất'],
    none: 'Không tìm thấy ai.',
    next: 'Trang sau',
    first: 'Về trang đầu',
    more: (shown: number) => `Chỉ hiện ${shown} người đầu tiên: hãy gõ thêm để tìm hẹp hơn.`,
  },
  en: {
    title: 'Customers',
    search: 'Name, customer id or e-mail',
    find: 'Find',
    columns: ['Name', 'Id', 'E-mail', 'Birthday', 'Tier', 'Last purchase'],
    none: 'Nobody found.',
    next: 'Next page',
    first: 'Back to the first page',
    more: (shown: number) => `Only the first ${shown} are shown: type more to narrow it down.`,
  },
})

export interface Customers {
  readonly search: string
  readonly shown: readonly { readonly customer: Customer }[]
  readonly isMore: boolean
  readonly isFirst: boolean
}

export function customersPage(frame: Frame, { search, shown, isMore, isFirst }: Customers): Html {
  const words = WORDS[frame.locale]
  const last = shown.at(-1)?.customer.customerId ?? ''
  const body = html`<h1>${words.title}</h1>
      <section>
        <form method="get" action="/customers" class="filters" role="search">
          <div><label for="q">${words.search}</label><input type="search" id="q" name="q" value="${search}"></div>
          <button class="quiet">${words.find}</button>
        </form>
        ${customerTable(frame, shown)}
        ${search !== '' && isMore ? html`<p class="quiet">${words.more(shown.length)}</p>` : ''}
        <p class="pages">
          ${isFirst ? '' : html`<a href="/customers">${words.first}</a>`}
          ${search === '' && isMore ? html`<a href="${pathWith('/customers', { after: last })}">${words.next} →</a>` : ''}
        </p>
      </section>`
  return roomPage({ frame, section: 'customers', title: words.title, body })
}

function customerTable({ locale }: Frame, people: Customers['shown']): Html {
  const words = WORDS[locale]
  const rows = people.map(({ customer }) => [
    html`<a href="${customerPath(customer.customerId)}">${customer.fullName}</a>`,
    customer.customerId,
    customer.email ?? '–',
    customer.birthday === null ? '–' : birthdayInWords(customer.birthday, { locale }),
    customer.tier ?? '–',
    customer.lastPurchaseOn === null ? '–' : shortDate(customer.lastPurchaseOn, locale),
  ])
  return table({ locale, label: words.title, headings: words.columns, rows, empty: words.none })
}
