/** The page of what recurs, and the campaign that would tell customers. */
import { expect, test } from 'vitest'
import { memoryFindingsBook } from '#adapters/memory/findings-book.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { findInCases } from '#app/desk/find-in-cases.ts'
import { events } from '#app/events.ts'
import type { Role } from '#core/staff/role.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { recurringRoutes } from '#functions/staff/work/recurring.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aComplaint, aPlaybook } from '#test/support/recurring-builders.ts'
import { closingOn } from '#test/support/work-builders.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const PRODUCT = 'Trà sen & "nhài"'

async function desk({ playbooks = [aPlaybook()], product = PRODUCT } = {}) {
  const companyRules = theCompanyRules({ playbooks })
  const [work, findings] = [memoryWorkStore(), memoryFindingsBook()]
  const late = (workId: string, at: string, over = {}) =>
    work.open(aComplaint({ workId, at, fields: product === '' ? {} : { product }, ...over }))
  for (const workId of ['a', 'b']) await late(workId, '2027-03-02T02:00:00.000Z')
  await late('c', '2027-03-03T02:00:00.000Z', { later: [closingOn('2027-03-05')] })
  const system = {
    stores: { work, findings },
    companyRules,
    events: events({ event: () => {}, alarm: () => {} }),
    clock: { now: () => NOW },
    busy: () => null,
    sections: [],
    mailPath: null,
    pages: 'https://pages.example.com',
  }
  const asked = (path: string, { role = 'agent', language = 'vi' }: { role?: Role; language?: string } = {}) => {
    const app = staffApp()
    app.use(async (context, next) => {
      context.set('visitor', { name: 'Mai', address: 'mai@example.com', team: 'Chăm sóc', role })
      await next()
    })
    app.route('/', recurringRoutes(system))
    return app.request(path, { headers: { cookie: `language=${language}` } })
  }
  return {
    work,
    findings,
    count: async () => findings.put(await findInCases({ work, purchases: memoryPurchaseStore(), companyRules }, NOW)),
    asked,
    page: async (language = 'vi') => (await asked('/recurring', { language })).text(),
  }
}

test('says that nothing is counted yet, and that nothing recurs', async () => {
  const { page, findings, count } = await desk()
  expect(await page()).toContain('Chưa có số liệu')
  await count()
  const counted = await findings.latest()
  if (counted) await findings.put({ ...counted, groups: [] })
  expect(await page()).toContain('Không có phản ánh nào lặp lại.')
})

test('shows the rule, the counts of both periods, the cases with where they stand, and the playbook', async () => {
  const { page, count, work } = await desk()
  await count()
  const shown = await page()
  expect(shown).toContain('10/02/2027 - 09/03/2027, so với 13/01/2027 - 09/02/2027.')
  expect(shown).toContain('trong 28 ngày có từ 3 khách trở lên')
  expect(shown).not.toContain('<th scope="col"></th>')
  expect(shown).toContain('Giao hàng chậm, thiếu, sai · Trà sen &amp; &quot;nhài&quot;')
  expect(shown).toMatch(/href="\/work\/a">mở ngày 02\/03\/2027<\/a>, xác nhận/)
  expect(shown).toMatch(/href="\/work\/c">mở ngày 03\/03\/2027<\/a>, đã đóng/)
  expect(shown).toContain('Hỏi kho giao lúc nào')
  expect(shown).toContain('Không nói được ngày mua sản phẩm ấy')
  expect(await page('en')).toContain('Complaints that recur')
  await work.remove('a')
  expect(await page()).not.toContain('href="/work/a"')
})

test('says how to write the playbook that is missing, and that cases without a product mean everybody', async () => {
  const { page, count } = await desk({ playbooks: [], product: '' })
  await count()
  const shown = await page()
  expect(shown).toContain('campaigns/playbooks/delivery.json')
  expect(shown).toContain('marketing thu hẹp lại trước khi duyệt')
})

test('the campaign is a file to download, and only of what recurs', async () => {
  const { asked, count, page } = await desk()
  const leads = async (path: string) => (await asked(path)).headers.get('location')
  expect(await leads('/recurring/notice?category=delivery')).toBe('/recurring')
  await count()
  const link = /href="(\/recurring\/notice[^"]*)"/.exec(await page())?.[1]?.replaceAll('&amp;', '&') ?? ''
  const answer = await asked(link)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="notice-delivery-2xt7-20270315.json"')
  expect(await answer.json()).toMatchObject({ audience: { boughtProduct: [PRODUCT] }, touch: { template: 'notice-to-buyers' } })
  for (const path of [
    '/recurring/notice',
    '/recurring/notice?category=delivery',
    `${link}x`,
    '/recurring/notice?category=service',
  ])
    expect(await leads(path)).toBe('/recurring')
})

test.each([
  ['agent', 200],
  ['lead', 200],
  ['head', 200],
  ['operator', 200],
  ['director', 403],
  ['marketing', 403],
] as const)('a %s gets %i', async (role, status) => {
  const { asked } = await desk()
  expect((await asked('/recurring', { role })).status).toBe(status)
  if (status === 403) expect((await asked('/recurring/notice?category=delivery', { role })).status).toBe(403)
})
