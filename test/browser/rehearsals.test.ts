/** Marketing rehearses a year in a browser without script: from the empty list to the customers of a day, and to what a file to try would change. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningSystem } from '#local/running-system.ts'
import { expectAccessible } from '#test/browser/page-visit.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { signInto } from '#test/support/signed-in.ts'
import { PROJECT, type SmallCompany, smallCompany } from '#test/support/small-company.ts'

const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

let company: SmallCompany
let system: RunningSystem
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  if (noBrowser) return
  company = smallCompany({ campaigns: ['tet-greeting', 'womens-day', 'national-day'] })
  ;[system, browser] = await Promise.all([company.start(), openBrowser()])
  context = await browser.newContext({ viewport: DESKTOP, javaScriptEnabled: false })
  await signInto(context, system, 'marketing')
  page = await context.newPage()
})

afterAll(async () => {
  await browser?.close()
  await system?.stop()
  company?.remove()
})

/** The page loads itself again until it is finished. */
async function rehearsed(): Promise<string> {
  await page.getByRole('button', { name: 'Diễn tập' }).click()
  await page.locator('#compare').waitFor()
  return new URL(page.url()).pathname
}

const file = (over: object) => ({
  name: 'womens-day.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({ ...JSON.parse(readFileSync(join(PROJECT, 'campaigns/womens-day.json'), 'utf8')), ...over }),
  ),
})

test.skipIf(noBrowser)('from the empty list to a year, to a day, to each customer, and to what a file would change', async () => {
  await page.goto(`${system.url}/`)
  await page.getByRole('link', { name: 'Diễn tập' }).click()
  expect(await page.getByText('Chưa có lần diễn tập nào').count()).toBe(1)
  const first = await rehearsed()

  const tet = page.getByRole('link', { name: /04\/02\/2027: 3 thư, 2 người không nhận/ })
  expect(await page.getByRole('row', { name: /Tháng 2\/2027/ }).count()).toBe(1)
  await tet.click()
  expect(await page.getByRole('row', { name: /Khách đã từ chối nhận/ }).textContent()).toContain('1')
  await page.getByRole('link', { name: 'Xem từng khách →' }).click()
  expect(await page.getByRole('row', { name: /Nguyễn Thị Lan/ }).textContent()).toContain('nhận thư')
  await page.getByLabel('Kết quả').selectOption('not-sent')
  await page.getByRole('button', { name: 'Xem' }).click()
  expect(await page.getByRole('row', { name: /Nguyễn Thị Lan/ }).count()).toBe(0)
  expect(await page.getByRole('row', { name: /Phạm Đức Minh/ }).count()).toBe(1)

  await page.goto(`${system.url}/rehearsals`)
  await page.getByLabel('Đến hết ngày').fill('2027-01-01')
  await page.getByRole('button', { name: 'Diễn tập' }).click()
  expect(await page.getByLabel('Đến hết ngày').getAttribute('aria-invalid')).toBe('true')
  await page.getByRole('alert').getByRole('link').click()
  expect(new URL(page.url()).hash).toBe('#to')

  await page.goto(`${system.url}/rehearsals`)
  await page.getByLabel(/Tệp chiến dịch thử/).setInputFiles(file({ audience: {} }))
  await rehearsed()
  await page.getByRole('button', { name: 'So sánh' }).click()
  expect(new URL(page.url()).searchParams.get('before')).toBe(first.split('/').at(-1))
  expect(await page.getByRole('row', { name: /nay mới nhận/ }).textContent()).toContain('không thuộc đối tượng')
})

test.skipIf(noBrowser)('every page can be used by everybody, in both languages, in light and dark, and on a phone', async () => {
  const [newest, first] = (await system.rehearsals.book.all()).map(({ rehearsalId }) => `/rehearsals/${rehearsalId}`)
  const paths = [
    '/rehearsals',
    `${first}`,
    `${first}/days/2027-02-04`,
    `${first}/days/2027-02-20`,
    `${first}/days/2027-02-04/people`,
    `${newest}/against?before=${first?.split('/').at(-1)}`,
  ]
  for (const [locale, viewport, colorScheme] of [
    ['vi', PHONE, 'light'],
    ['en', DESKTOP, 'dark'],
  ] as const) {
    const looked = await browser.newContext({ viewport, colorScheme })
    await signInto(looked, system, 'marketing')
    const on = await looked.newPage()
    await on.goto(`${system.url}/language/${locale}?back=/rehearsals`)
    for (const path of paths) {
      await on.goto(`${system.url}${path}`)
      await expectAccessible(on, `${path} ${locale}`)
      expect(await on.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(viewport.width)
    }
    await looked.close()
  }
})
