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

/** A page on which a control is disabled, and the roles that its reason names. */
interface Refused {
  readonly at: string
  readonly control: string
  readonly onlyFor: string
}

const heading = () => page.getByRole('heading', { level: 1 })
const done = () => page.getByRole('status').first().textContent()

async function act(path: string, { because, button }: { readonly because: string; readonly button: string }): Promise<void> {
  await open(path)
  await page.getByLabel('Vì sao').fill(because)
  await page.getByRole('button', { name: button }).click()
}

describe.skipIf(noBrowser)('one thing that each role may, and one that it may not', () => {
  test.each<{ name: string; role: string; may: () => Promise<void>; mayNot: Refused | string }>([
    {
      name: 'Nguyễn Thu Hạnh',
      role: 'nhân viên chăm sóc',
      may: async () => {
        await open('/customers/KH01')
        await page.getByText('Sửa tên, xưng hô').click()
        await page.getByLabel('Họ và tên').fill('Nguyễn Thị Hương Lan')
        await page.getByRole('button', { name: 'Lưu' }).click()
        expect(await heading().textContent()).toContain('Nguyễn Thị Hương Lan')
      },
      mayNot: { at: '/campaigns/tet-greeting', control: 'Tạm dừng', onlyFor: 'trưởng phòng chăm sóc' },
    },
    {
      name: 'Lê Ngọc Mai',
      role: 'trưởng nhóm',
      may: async () => {
        await open('/log')
        expect(await page.locator('tbody tr', { hasText: 'KH01' }).textContent()).toContain('Nguyễn Thu Hạnh')
      },
      mayNot: { at: '/occurrences/tet-greeting_2027-02-04', control: 'Lập lại danh sách', onlyFor: 'người vận hành' },
    },
    {
      name: 'Phạm Minh Châu',
      role: 'trưởng phòng chăm sóc',
      may: async () => {
        await act('/campaigns/tet-greeting/pause', { because: 'Sai tên quà', button: 'Tạm dừng' })
        expect(await done()).toContain('tạm dừng')
      },
      mayNot: { at: '/occurrences/tet-greeting_2027-02-04', control: 'Giao lại', onlyFor: 'người vận hành' },
    },
    {
      name: 'Đặng Thùy Dương',
      role: 'marketing',
      may: async () => {
        await act('/campaigns/tet-greeting/resume', { because: 'Đã sửa', button: 'Chạy tiếp' })
        expect(await done()).toContain('chạy')
      },
      mayNot: '/work',
    },
    {
      name: 'Vũ Hoàng Long',
      role: 'ban giám đốc',
      may: async () => {
        await open('/occurrences/tet-greeting_2027-02-04')
        expect(await page.locator('[data-line="audience"] b').textContent()).toBe('5')
      },
      mayNot: '/customers/KH01',
    },
    {
      name: 'Hoàng Gia Huy',
      role: 'người vận hành',
      may: async () => {
        await open('/settings')
        expect(await page.getByText('Vũ Hoàng Long').count()).toBeGreaterThan(0)
      },
      mayNot: { at: '/customers/KH01', control: 'Lưu', onlyFor: 'nhân viên chăm sóc' },
    },
  ])('$name, $role', async ({ name, role, may, mayNot }) => {
    await context.clearCookies()
    await signInAs(name)
    expect(await page.locator('.visitor').textContent()).toContain(`${name}, ${role}`)
    await may()
    if (typeof mayNot === 'string') {
      expect(await page.locator(`nav a[href="${mayNot.slice(0, 5)}"]`).count()).toBe(0)
      expect((await open(mayNot))?.status()).toBe(403)
      expect(await page.locator('main').textContent()).toContain('Chỉ dành cho:')
      return
    }
    await open(mayNot.at)
    // Each click takes one out of the list, so the first is asked for again.
    const folded = page.locator('details:not([open]) > summary')
    while ((await folded.count()) > 0) await folded.first().click()
    const control = page.getByRole('button', { name: mayNot.control }).first()
    expect(await control.isDisabled()).toBe(true)
    expect(await control.locator('xpath=following-sibling::small').textContent()).toMatch(
      new RegExp(`^Chỉ dành cho: .*${mayNot.onlyFor}`),
    )
  })
})
