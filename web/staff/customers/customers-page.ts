/** The customers, found by id, number, address or name. */
import { html } from 'hono/html'
import type { Customer } from '#core/customer/customer.ts'
import { mayDo } from '#core/staff/role.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { MY_CUSTOMERS_WORDS } from '#web/staff/customers/my-customers-page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { placeLinks } from '#web/staff/page-links.ts'
import { customerPath, MY_CUSTOMERS_PATH, pathWith } from '#web/staff/paths.ts'
import { customersPhone } from '#web/staff/phone-link.ts'
import { table } from '#web/staff/table.ts'
import { type Trail, trailText } from '#web/staff/trail.ts'
import { birthdayInWords } from '#web/words/birthdays.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Khách hàng',
    search: 'Tên, số điện thoại, email hoặc mã khách',
    hint: 'Tên gọi hoặc họ tên, gõ từ đầu, không cần dấu: “lan”, “nguyen thi”. Số điện thoại và email: gõ đủ.',
    find: 'Tìm',
    columns: ['Tên', 'Mã', 'Điện thoại', 'Email', 'Sinh nhật', 'Hạng', 'Mua gần nhất'],
    everybody: 'Mọi khách hàng, xếp theo tên gọi rồi họ tên, không phân biệt dấu. Khách chưa có tên đứng cuối.',
    unsorted:
      'Mọi khách hàng, chưa theo thứ tự nào: sau lần cập nhật này cần chạy một lần lệnh care migrate finder. Hãy tìm theo tên để có danh sách xếp theo tên.',
    byName: 'Xếp theo tên gọi, rồi những khách có họ tên bắt đầu như vậy.',
    noCustomers: 'Chưa có khách nào. Nhập danh sách bằng lệnh care import customers.',
    none: 'Không tìm thấy ai.',
    noneId: 'Không khách nào có mã, số điện thoại hay email này.',
    noneName: 'Tên được tìm từ đầu tên gọi hoặc đầu họ tên: thử “lan” hay “nguyen thi lan”, đừng thử “thi lan”.',
    noneLetter: 'Một chữ cái chỉ tìm tên đúng một chữ, như Ý. Hãy gõ thêm chữ.',
    nonePhone: 'Không khách nào có số này. Kiểm tra lại từng chữ số, hoặc tìm theo tên.',
    noneAddress: 'Không khách nào có địa chỉ này. Hãy gõ đủ địa chỉ, hoặc tìm theo tên.',
    noneReadable: 'Trong này không có gì để tìm: hãy gõ tên, đủ số điện thoại, đủ email hoặc đủ mã khách.',
    noneHere: 'Trang này không còn ai.',
    wrongPage: 'Không có trang này: liên kết đã bị sửa hoặc không còn đúng.',
    again: 'Tìm lại từ đầu',
  },
  en: {
    title: 'Customers',
    search: 'Name, phone number, e-mail or customer id',
    hint: 'Given or full name from its beginning, marks are not needed: “lan”, “nguyen thi”. Numbers and e-mail addresses in full.',
    find: 'Find',
    columns: ['Name', 'Id', 'Phone', 'E-mail', 'Birthday', 'Tier', 'Last purchase'],
    everybody:
      'All customers, sorted by given name and then by full name; marks do not count. Those without a name stand at the end.',
    unsorted:
      'All customers, in no order yet: after this update care migrate finder must be run once. Search for a name to get a list sorted by name.',
    byName: 'Sorted by given name; then those whose full name begins so.',
    noCustomers: 'There are no customers yet. Import a list with care import customers.',
    none: 'Nobody found.',
    noneId: 'No customer has this id, number or e-mail address.',
    noneName: 'Names are found from the beginning of the given or the full name: try “lan” or “nguyen thi lan”, not “thi lan”.',
    noneLetter: 'One letter finds only names of one letter, such as Ý. Type more of the name.',
    nonePhone: 'No customer has this number. Check each digit, or search for the name.',
    noneAddress: 'No customer has this address. Type it in full, or search for the name.',
    noneReadable:
      'There is nothing in this to search for: type a name, a whole phone number, a whole e-mail address or a whole customer id.',
    noneHere: 'Nobody is left on this page.',
    wrongPage: 'There is no such page: the link was changed or is out of date.',
    again: 'Search again from the beginning',
  },
})

export interface Customers {
  readonly search: string
  readonly shown: readonly { readonly customer: Customer }[]
  /** What the text was searched as. */
  readonly as: readonly ('id' | 'given-name' | 'full-name' | 'phone' | 'address')[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
  readonly isFirst: boolean
  /** Where this page begins, empty for the beginning, and through which pages the visitor came. */
  readonly went: { readonly here: string; readonly trail: Trail }
  /** False as long as the order of all customers is not known. */
  readonly isSorted: boolean
}

export function customersPage(frame: Frame, customers: Customers): Html {
  const words = WORDS[frame.locale]
  const { search, shown, as, next, isFirst, isSorted, went } = customers
  const everybody = isSorted ? words.everybody : words.unsorted
  const order = search === '' ? everybody : as.includes('given-name') ? words.byName : ''
  const results =
    shown.length === 0
      ? html`<div role="status">${whyNobody(customers, frame).map((line) => html`<p>${line}</p>`)}</div>`
      : html`${order === '' ? '' : html`<p class="quiet"><small>${order}</small></p>`}${customerTable(frame, shown)}`
  return around(
    frame,
    search,
    html`${results}
        ${placeLinks({ isFirst, next, locale: frame.locale, order: 'onward', went, link: (after, trail) => pathWith('/customers', { q: search, after, trail: trailText(trail) }) })}`,
  )
}

/** For a page that no list led to. */
export function noSuchCustomersPage(frame: Frame, search: string): Html {
  const words = WORDS[frame.locale]
  return around(
    frame,
    search,
    html`<p class="said warn" role="alert">${words.wrongPage} <a href="${pathWith('/customers', { q: search })}">${words.again}</a></p>`,
  )
}

function around(frame: Frame, search: string, results: Html): Html {
  const words = WORDS[frame.locale]
  const body = html`<h1>${words.title}</h1>
      ${frame.visitor && mayDo(frame.visitor.role, 'see-work') ? html`<p class="pages"><a href="${MY_CUSTOMERS_PATH}">${MY_CUSTOMERS_WORDS[frame.locale].title}</a></p>` : ''}
      <section>
        <form method="get" action="/customers" class="filters" role="search">
          <div class="wide"><label for="q">${words.search}</label><input type="search" id="q" name="q" value="${search}" maxlength="300" autocomplete="off" aria-describedby="q-hint"></div>
          <button>${words.find}</button>
        </form>
        <p class="quiet" id="q-hint"><small>${words.hint}</small></p>
        ${results}
      </section>`
  return framePage({ frame, section: 'customers', title: words.title, body })
}

/** Says what to do instead. */
function whyNobody({ search, as, isFirst }: Customers, { locale }: Frame): readonly string[] {
  const words = WORDS[locale]
  if (!isFirst) return [words.noneHere]
  if (search === '') return [words.noCustomers]
  if (as.includes('phone')) return [words.nonePhone]
  if (as.includes('address')) return [words.noneAddress]
  if (!as.includes('given-name')) return as.includes('id') ? [words.none, words.noneReadable] : [words.noneReadable]
  return [as.includes('id') ? words.noneId : words.none, [...search].length === 1 ? words.noneLetter : words.noneName]
}

function customerTable({ locale }: Frame, people: Customers['shown']): Html {
  const words = WORDS[locale]
  const rows = people.map(({ customer }) => [
    html`<a href="${customerPath(customer.customerId)}">${customer.fullName}</a>`,
    customer.customerId,
    customersPhone(customer, locale) ?? '–',
    customer.email ?? '–',
    customer.birthday === null ? '–' : birthdayInWords(customer.birthday, { locale }),
    customer.tier ?? '–',
    customer.lastPurchaseOn === null ? '–' : shortDate(customer.lastPurchaseOn, locale),
  ])
  return table({ locale, label: words.title, headings: words.columns, rows })
}
