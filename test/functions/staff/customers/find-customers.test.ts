/** The page on which staff find customers: what it shows, what it says when it finds nobody, and what it refuses. */
import { expect, test } from 'vitest'
import { memoryCustomerFinder } from '#adapters/memory/customer-finder.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { events } from '#app/events.ts'
import type { Role } from '#core/staff/role.ts'
import { findCustomersRoutes } from '#functions/staff/customers/find-customers.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { readableHash } from '#test/contract/every-store.contract.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { STAFF_SECTIONS } from '#web/staff/sections.ts'

async function office({ role = 'agent', ordered = true }: { role?: Role; ordered?: boolean } = {}) {
  const customers = memoryCustomerStore({ addressHash: readableHash })
  await customers.put([
    aCustomer({ customerId: 'KH1', phone: '+84912345678' }),
    aCustomer({ customerId: 'KH2', fullName: '<b>Trần</b> Hoa', givenName: 'Hoa', email: null }),
    ...Array.from({ length: 60 }, (_, at) => aCustomer({ customerId: `M${at}`, fullName: 'Lê Thị Mai', givenName: 'Mai' })),
  ])
  const finder = memoryCustomerFinder({ customers, addressHash: readableHash })
  const app = staffApp()
  app.use((context, next) => {
    context.set('visitor', { name: 'Hoa', address: 'hoa@trasen.example.com', team: 'Chăm sóc', role })
    return next()
  })
  const rules = theCompanyRules()
  app.route(
    '/',
    findCustomersRoutes({
      stores: { customers, finder: ordered ? finder : { ...finder, inNameOrder: async () => undefined } },
      companyRules: rules,
      clock: { now: () => '2027-03-10T02:00:00.000Z' },
      events: events({ event: () => {}, alarm: () => {} }),
      busy: () => null,
      sections: STAFF_SECTIONS,
      mailPath: null,
      pages: 'https://care.trasen.example.com',
    }),
  )
  return async (path: string, language = 'vi') => {
    const answer = await app.request(path, { headers: { cookie: `language=${language}` } })
    const html = await answer.text()
    return { status: answer.status, html, words: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') }
  }
}

test('shows a number that can be tapped, and writes what was searched back as text', async () => {
  const open = await office()
  const { status, html } = await open('/customers?q=lan')
  expect(status).toBe(200)
  expect(html).toContain('href="/customers/KH1"')
  expect(html).toContain('href="tel:+84912345678">0912 345 678</a>')
  const odd = await open(`/customers?q=${encodeURIComponent('"><script>hoa')}`)
  expect(odd.html).not.toContain('<script>')
  expect((await open('/customers?q=hoa')).html).toContain('&lt;b&gt;Trần')
})

test('the second page goes on where the first ended, and the links keep what was searched', async () => {
  const open = await office()
  const first = await open('/customers?q=mai')
  const next = /href="(\/customers\?q=mai&amp;after=[^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&')
  const second = await open(next ?? '')
  const shown = (html: string) => [...html.matchAll(/href="\/customers\/(M\d+)"/g)].map(([, id]) => id)
  expect([shown(first.html).length, shown(second.html).length]).toEqual([50, 10])
  expect(new Set([...shown(first.html), ...shown(second.html)]).size).toBe(60)
  expect(second.html).toContain('href="/customers?q=mai"')
  expect(second.html).not.toContain('after=')
  expect(second.words).toContain('← Trang trước')
  expect(second.words).not.toContain('Về trang đầu')
})

test('without a search lists everybody by given name, page by page, and says so', async () => {
  const open = await office()
  const first = await open('/customers')
  expect(first.words).toContain('xếp theo tên gọi rồi họ tên')
  const shown = (html: string) => [...html.matchAll(/href="\/customers\/([A-Z]+\d+)"/g)].map(([, id]) => id)
  expect(shown(first.html).slice(0, 3)).toEqual(['KH2', 'KH1', 'M0'])
  const next = /href="(\/customers\?after=[^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&')
  const second = await open(next ?? '')
  expect(second.status).toBe(200)
  expect(new Set([...shown(first.html), ...shown(second.html)]).size).toBe(62)
  expect(second.html).toContain('href="/customers">')
  expect((await open('/customers?after=KH1')).status).toBe(400)
})

test('says what brings the order, as long as customers of the version before have no place in it', async () => {
  const open = await office({ ordered: false })
  const { status, words } = await open('/customers')
  expect([status, words.includes('care migrate finder')]).toEqual([200, true])
  expect((await open('/customers', 'en')).words).toContain('in no order yet')
})

test.each([
  ['thi lan', 'đừng thử “thi lan”'],
  ['n', 'đúng một chữ'],
  ['KH9999', 'Không khách nào có mã, số điện thoại hay email này'],
  ['0987 654 321', 'Không khách nào có số này'],
  ['nobody@example.com', 'Không khách nào có địa chỉ này'],
  ['...', 'không có gì để tìm'],
  ['1234', 'không có gì để tìm'],
])('says what to do when "%s" finds nobody', async (text, said) => {
  const open = await office()
  const { status, words } = await open(`/customers?q=${encodeURIComponent(text)}`)
  expect(status).toBe(200)
  expect(words).toContain(said)
})

test('a page token altered by hand leads to a clear page', async () => {
  const open = await office()
  for (const after of ['zzz', '0.zzz #', '9.mai #M1', '%00']) {
    const { status, words } = await open(`/customers?q=mai&after=${after}`)
    expect(status).toBe(400)
    expect(words).toContain('Không có trang này')
  }
  expect((await open('/customers?q=mai&after=zzz', 'en')).words).toContain('There is no such page')
})

test('a director, who reads figures and no names, is refused', async () => {
  const open = await office({ role: 'director' })
  expect((await open('/customers?q=lan')).status).toBe(403)
})
