/** The customers, found by name, id or address; and one of them with everything the company did and did not do for them. */

import { Hono } from 'hono'
import { html } from 'hono/html'
import { exportPerson } from '#app/person/export-person.ts'
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import { folded } from '#core/customer/written-text.ts'
import { birthdayInWords, personPage } from '#functions/staff/person.ts'
import { frameOf } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { type Frame, roomPage, table } from '#web/staff/frame.ts'
import { customerPath, pathWith } from '#web/staff/paths.ts'

const WORDS = {
  vi: {
    title: 'Khách hàng',
    search: 'Tên, mã khách hoặc email',
    find: 'Tìm',
    columns: ['Tên', 'Mã', 'Email', 'Sinh nhật', 'Hạng', 'Mua gần nhất'],
    none: 'Không tìm thấy ai.',
    next: 'Trang sau',
    first: 'Về trang đầu',
    more: (shown: number) => `Chỉ hiện ${shown} người đầu tiên: hãy gõ thêm để tìm hẹp hơn.`,
    noSuch: 'Không có khách hàng này',
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
    noSuch: 'No such customer',
  },
} as const

const PER_PAGE = 50
/** Read at once while searching by name, for which there is no index. */
const READ_AT_ONCE = 1_000

export function customerRoutes(system: StaffSystem): Hono {
  const app = new Hono()
  const { customers } = system.stores

  app.get('/customers', async (context) => {
    const frame = frameOf(system, context)
    const words = WORDS[frame.locale]
    const { q = '', after = '' } = context.req.query()
    const search = q.trim()
    const found =
      search === '' ? await customers.page({ ...(after && { after }), limit: PER_PAGE + 1 }) : await searched(customers, search)
    const shown = found.slice(0, PER_PAGE)
    const last = shown.at(-1)?.customer.customerId ?? ''
    const isMore = found.length > PER_PAGE
    const body = html`<h1>${words.title}</h1>
      <section>
        <form method="get" action="/customers" class="filters" role="search">
          <div><label for="q">${words.search}</label><input type="search" id="q" name="q" value="${search}"></div>
          <button class="quiet">${words.find}</button>
        </form>
        ${customerTable(frame, shown)}
        ${search !== '' && isMore ? html`<p class="quiet">${words.more(PER_PAGE)}</p>` : ''}
        <p class="pages">
          ${after === '' ? '' : html`<a href="/customers">${words.first}</a>`}
          ${search === '' && isMore ? html`<a href="${pathWith('/customers', { after: last })}">${words.next} →</a>` : ''}
        </p>
      </section>`
    return context.html(roomPage({ frame, section: 'customers', title: words.title, body }))
  })

  app.get('/customers/:id', async (context) => {
    const frame = frameOf(system, context)
    const person = await customers.get(context.req.param('id'))
    if (person) return context.html(await personPage({ system, frame, person }))
    const title = WORDS[frame.locale].noSuch
    return context.html(roomPage({ frame, section: 'customers', title, body: html`<h1>${title}</h1>` }), 404)
  })

  app.get('/customers/:id/export', async (context) => {
    const { id } = context.req.param()
    const ports = { ...system.stores, company: system.companyRules.company }
    const held = await exportPerson(ports, { customerId: id, at: system.clock.now() })
    if (!held) return context.notFound()
    return context.body(`${JSON.stringify(held, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="person-${id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60)}.json"`,
    })
  })
  return app
}

/** Reads on until one more than a page is found, or the end. */
async function searched(customers: Pick<CustomerStore, 'page'>, search: string): Promise<readonly Person[]> {
  const wanted = folded(search)
  const found: Person[] = []
  for (let after: string | undefined; ; ) {
    const page = await customers.page({ ...(after !== undefined && { after }), limit: READ_AT_ONCE })
    found.push(...page.filter((person) => matches(person, wanted)))
    after = page.at(-1)?.customer.customerId
    if (page.length < READ_AT_ONCE || found.length > PER_PAGE) return found
  }
}

const matches = ({ customer: { customerId, fullName, email } }: Person, wanted: string) =>
  [customerId, fullName, email ?? ''].some((text) => folded(text).includes(wanted))

function customerTable({ locale }: Frame, people: readonly Person[]): Html {
  const words = WORDS[locale]
  const rows = people.map(({ customer }) => [
    html`<a href="${customerPath(customer.customerId)}">${customer.fullName}</a>`,
    customer.customerId,
    customer.email ?? '–',
    birthdayInWords(customer.birthday, locale),
    customer.tier ?? '–',
    customer.lastPurchaseOn === null ? '–' : shortDate(customer.lastPurchaseOn, locale),
  ])
  return table({ locale, label: words.title, headings: words.columns, rows, empty: words.none })
}
