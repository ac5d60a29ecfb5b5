/** Every role signs in through the embedded OpenID provider, does one thing that it may, and is told why it may not do another. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningSystem } from '#local/running-system.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  if (noBrowser) return
  company = smallCompany({ startOn: '2027-02-03', campaigns: ['tet-greeting'] })
  ;[system, browser] = await Promise.all([company.start(), openBrowser()])
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await system?.stop()
  company?.remove()
})

const open = (path: string) => page.goto(`${system.url}${path}`)
async function signInAs(name: string, path = '/'): Promise<void> {
  await open(path)
  await page.getByRole('button', { name: new RegExp(name) }).click()
}

describe.skipIf(noBrowser)('through the embedded provider', () => {
  test('a page asked for by nobody signed in leads to the choice of people, and back to that page', async () => {
    await signInAs('Phạm Minh Châu', '/campaigns?x=1')
    expect(page.url()).toBe(`${system.url}/campaigns?x=1`)
    expect(await page.locator('.visitor').textContent()).toContain('Phạm Minh Châu, trưởng phòng chăm sóc')
  })

  test('whoever signs out is out, also with the old cookie', async () => {
    const before = await context.cookies()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    expect(await page.locator('[data-not-signed-in]').getAttribute('data-not-signed-in')).toBe('signed-out')
    await context.addCookies(before)
    await open('/')
    expect(await page.locator('[data-not-signed-in]').getAttribute('data-not-signed-in')).toBe('session-ended')
  })
})
