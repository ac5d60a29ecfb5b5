/** The page of the customers whom a member of staff looks after, over stores in memory. */
import { expect, test } from 'vitest'
import { myCustomersRoute } from '#functions/staff/customers/my-customers.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { office, PEOPLE } from '#test/functions/staff/work/work-office.ts'
import { aCustomer } from '#test/support/builders.ts'
import { closedWork, openedAt, storedWork } from '#test/support/work-builders.ts'

async function pages() {
  const { stores, clock } = await office()
  const page = async (who: string, path = '/my-customers', language = 'vi') => {
    const app = staffApp()
    app.use((context, next) => {
      context.set('visitor', PEOPLE.find(({ name }) => name === who) ?? null)
      return next()
    })
    const system = { stores, companyRules: stores.companyRules, events: stores.events, clock: { now: () => clock.at } }
    app.route('/', myCustomersRoute({ ...system, busy: () => null, sections: [], mailPath: null, pages: 'https://x.example' }))
    const answer = await app.request(path, { headers: { cookie: `language=${language}` } })
    return { status: answer.status, html: await answer.text() }
  }
  return { stores, page }
}

test('those whom the list gives to them by name or by address, with the last contact and what is next', async () => {
  const { stores, page } = await pages()
  await stores.customers.put([
    aCustomer({ customerId: 'k-1', fullName: 'Nguyễn Thị An', owner: 'Hanh' }),
    aCustomer({ customerId: 'k-2', fullName: 'Trần Văn Bình', email: 'b@example.com', owner: 'HANH@example.com' }),
    aCustomer({ customerId: 'k-3', fullName: 'Lê Thị Cúc', email: 'c@example.com', owner: 'Bao' }),
  ])
  await stores.work.open({
    ...closedWork(storedWork({ workId: 'w-1', customerId: 'k-1' }), '2027-03-08', { reached: true }),
    version: 0,
  })
  await stores.work.open(storedWork({ workId: 'w-2', customerId: 'k-2', events: [openedAt('2027-03-09T02:00:00.000Z')] }))
  const { html } = await page('Hanh')
  expect(html).toContain('Nguyễn Thị An')
  expect(html).toContain('08/03/2027')
  expect(html).toContain('không có việc nào đang mở')
  expect(html).toContain('href="/work/w-2"')
  expect(html).not.toContain('Lê Thị Cúc')
  expect((await page('Hanh', '/my-customers', 'en')).html).toContain('Last met')
  expect((await page('Mai')).html).toContain('Chưa có khách nào ghi bạn')
  expect((await page('Duong')).status).toBe(403)
})

test('page by page, each customer once', async () => {
  const { stores, page } = await pages()
  const id = (at: number) => `k-${String(at).padStart(2, '0')}`
  await stores.customers.put(
    Array.from({ length: 30 }, (_, at) =>
      aCustomer({ customerId: id(at), email: `${at}@example.com`, owner: at % 2 === 0 ? 'Hanh' : 'hanh@example.com' }),
    ),
  )
  const idsOn = async (path: string) =>
    [...(await page('Hanh', path)).html.matchAll(/\/customers\/(k-\d+)/g)].map(([, one]) => one)
  expect(await idsOn('/my-customers')).toEqual(Array.from({ length: 25 }, (_, at) => id(at)))
  expect(await idsOn('/my-customers?after=k-24')).toEqual(Array.from({ length: 5 }, (_, at) => id(at + 25)))
})
