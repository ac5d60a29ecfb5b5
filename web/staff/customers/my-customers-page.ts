/** The customers whom a member of staff looks after: when each was met last, and what is to be done next. */
import { html } from 'hono/html'
import type { Customer } from '#core/customer/customer.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Due } from '#core/work/deadlines.ts'
import type { Html } from '#web/customer/page.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { placeLinks } from '#web/staff/page-links.ts'
import { customerPath, MY_CUSTOMERS_PATH, pathWith, workPath } from '#web/staff/paths.ts'
import { customersPhone } from '#web/staff/phone-link.ts'
import { table } from '#web/staff/table.ts'
import { type Trail, trailText } from '#web/staff/trail.ts'
import { clockChip } from '#web/staff/work/work-chips.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { workInWords } from '#web/words/work.ts'

export const MY_CUSTOMERS_WORDS = bothLanguages({
  vi: {
    title: 'Khách của tôi',
    lead: (name: string, address: string) =>
      `Khách mà danh sách của công ty ghi người phụ trách là ${name} hoặc ${address}. Lần gặp gần nhất: đã nói chuyện hoặc mua hàng.`,
    columns: ['Khách', 'Điện thoại', 'Hạng', 'Gặp gần nhất', 'Việc kế tiếp'],
    none: 'Chưa có khách nào ghi bạn là người phụ trách. Cột Nhân viên phụ trách của danh sách nhập vào nói điều ấy; khách nhập từ trước bản này cần người vận hành chạy một lần care migrate finder.',
    noneHere: 'Trang này không còn ai.',
    never: 'chưa lần nào',
    nothing: 'không có việc nào đang mở',
  },
  en: {
    title: 'My customers',
    lead: (name: string, address: string) =>
      `Customers whom the company’s list gives to ${name} or ${address}. Last met: spoken with, or bought something.`,
    columns: ['Customer', 'Phone', 'Tier', 'Last met', 'Next'],
    none: 'No customer is given to you. The column of the imported list that names who looks after a customer says so; for customers imported before this version an operator must run care migrate finder once.',
    noneHere: 'Nobody is left on this page.',
    never: 'never',
    nothing: 'nothing is open',
  },
})

interface MyCustomers {
  readonly owned: readonly { readonly customer: Customer; readonly lastContact: LocalDate | null; readonly next: Due | null }[]
  readonly after: string | null
  readonly isFirst: boolean
  readonly went: { readonly here: string; readonly trail: Trail }
}

export function myCustomersPage(frame: Frame, { owned, after, isFirst, went }: MyCustomers): Html {
  const { locale, visitor } = frame
  const words = MY_CUSTOMERS_WORDS[locale]
  const rows = owned.map(({ customer, lastContact, next }) => [
    // Honorifics are Vietnamese words in either language of this page.
    html`<a href="${customerPath(customer.customerId)}">${customer.fullName}</a><br><small>${salutationOf({ customer, locale: 'vi' }).greetingName}</small>`,
    customersPhone(customer, locale) ?? '–',
    customer.tier ?? '–',
    lastContact === null ? words.never : shortDate(lastContact, locale),
    next === null
      ? html`<small>${words.nothing}</small>`
      : html`<a href="${workPath(next.item.workId)}">${workInWords(next.item, locale)}</a> ${clockChip(next, frame)}`,
  ])
  const body = html`<h1>${words.title}</h1>
      <p class="quiet">${visitor ? words.lead(visitor.name, visitor.address) : ''}</p>
      <section>
        ${table({ locale, label: words.title, headings: words.columns, rows, empty: isFirst ? words.none : words.noneHere })}
        ${placeLinks({ isFirst, next: after, locale, order: 'onward', went, link: (place, trail) => pathWith(MY_CUSTOMERS_PATH, { after: place, trail: trailText(trail) }) })}
      </section>`
  return framePage({ frame, section: 'customers', title: words.title, body })
}
