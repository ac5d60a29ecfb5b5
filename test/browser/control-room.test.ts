/** The staff app as a person uses it: a real browser, a whole local system, a clock that moves through a Tết. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plusMs } from '#core/time/instant.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { expectAccessible } from '#test/browser/page-visit.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { signInto } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }
const TET = '/occurrences/tet-greeting_2027-02-04'
const ANNIVERSARY = '/occurrences/purchase-anniversary_2027-02-06'

let company: SmallCompany
let system: RunningSystem
let browser: Browser
let context: BrowserContext
let page: Page
const consoleErrors: string[] = []
const hosts = new Set<string>()

beforeAll(async () => {
  if (noBrowser) return
  company = smallCompany({ startOn: '2027-02-02' })
  ;[system, browser] = await Promise.all([company.start(), openBrowser()])
  context = await browser.newContext({ viewport: DESKTOP })
  await signInto(context, system, 'operator')
  context.on('request', (request) => hosts.add(new URL(request.url()).host))
  context.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text())
  })
  context.on('weberror', (error) => consoleErrors.push(error.error().message))
  page = await context.newPage()
})

afterAll(async () => {
  await browser?.close()
  await system?.stop()
  company?.remove()
})

const open = (path: string, on: Page = page) => on.goto(`${system.url}${path}`)

/** Presses a button that moves time, and waits until the page says that it has arrived. */
async function move(button: string): Promise<void> {
  await open('/clock')
  await page.getByRole('button', { name: button }).click()
  const isMoving = async () => {
    await open('/clock')
    return page.locator('[data-moving]').count()
  }
  await expect.poll(isMoving).toBe(0)
}

async function balance(): Promise<Record<string, number>> {
  const terms = await page.locator('[data-line]').all()
  const lines = await Promise.all(
    terms.map(async (term) => [await term.getAttribute('data-line'), Number(await term.locator('b').textContent())]),
  )
  return Object.fromEntries(lines)
}

async function mailCount(): Promise<number> {
  await open('/mailbox')
  return Number((await page.locator('[data-count="mails"]').textContent())?.match(/\d+/)?.[0])
}

const rowOf = (name: string) => page.locator('#people tbody tr', { hasText: name })

test.skipIf(noBrowser)(
  'the coming Tết greeting is shown with its planned numbers, and a day and a half later as sent, with a balance that adds up',
  async () => {
    await open('/')
    expect(await page.locator('h1').textContent()).toBe('Thứ Ba, ngày 2 tháng 2 năm 2027')
    expect(await page.locator('.lunar').textContent()).toContain('ngày 26 tháng Chạp năm Bính Ngọ')
    expect(await page.getByText('28 tháng Chạp').first().isVisible()).toBe(true)

    await move('Đến việc kế tiếp')
    await open(TET)
    expect(await balance()).toEqual({
      audience: 5,
      planned: 3,
      sent: 0,
      skipped: 2,
      deferred: 0,
      withheld: 0,
      failed: 0,
      unknown: 0,
    })

    await move('Thêm một ngày')
    await move('Thêm một ngày')
    await open(TET)
    expect(await balance()).toEqual({ audience: 5, sent: 3, skipped: 2, deferred: 0, withheld: 0, failed: 0, unknown: 0 })
    expect(await page.getByText('khớp từng người').isVisible()).toBe(true)
    expect(await rowOf('Lê Quốc Tuấn').textContent()).toContain('Không có địa chỉ hay số để liên hệ')
    expect(await rowOf('Phạm Đức Minh').textContent()).toContain('Khách đã từ chối nhận')
    expect(await mailCount()).toBe(3)
  },
)

test.skipIf(noBrowser)('a day planned and handed out three times over greets nobody twice', async () => {
  const before = await mailCount()
  for (let time = 0; time < 3; time++) {
    for (const again of ['Lập lại danh sách ngày này', 'Giao lại các lô để gửi']) {
      await open(TET)
      await page.getByRole('link', { name: again }).click()
      await page.getByLabel('để kiểm tra').check()
      await page.locator('.act button').click()
      expect(await page.getByRole('status').textContent()).toContain('Không có gì thay đổi')
    }
  }
  expect(await mailCount()).toBe(before)
})

test.skipIf(noBrowser)(
  'whoever stops by the link in the mail is skipped from then on, with that reason; opening the link changed nothing',
  async () => {
    await open('/mailbox?q=lan@example.com')
    await page.locator('td a').first().click()
    const link = await page.locator('dd a[href*="/u/"]').first().getAttribute('href')
    const mail = page.frameLocator('iframe')
    expect(await mail.getByText('Trà Sen Việt').first().isVisible()).toBe(true)

    await page.goto(link ?? '')
    await open('/customers/KH01')
    expect(await page.getByText('Khách đã từ chối nhận').count()).toBe(0)

    await open('/mailbox?q=lan@example.com')
    await page.locator('td a').first().click()
    const beside = context.waitForEvent('page')
    await mail.locator('a[href*="/u/"]').first().click()
    const unsubscribe = await beside
    await unsubscribe.getByRole('button', { name: 'Vâng, ngừng gửi' }).waitFor()
    // The clock stands still between two moves; a person takes some seconds for a page.
    system.moves?.to(plusMs(system.clock.now(), 20_000))
    await system.moves?.idle()
    await unsubscribe.getByRole('button', { name: 'Vâng, ngừng gửi' }).click()
    expect(await unsubscribe.getByRole('status').textContent()).toContain('từ bây giờ không gửi')
    await unsubscribe.close()

    await move('Thêm một ngày')
    await move('Thêm một ngày')
    await open(ANNIVERSARY)
    expect(await balance()).toEqual({ audience: 1, sent: 0, skipped: 1, deferred: 0, withheld: 0, failed: 0, unknown: 0 })
    expect(await rowOf('Nguyễn Thị Lan').textContent()).toContain('Khách đã từ chối nhận')
    await open('/customers/KH01')
    expect(await page.locator('#timeline li', { hasText: 'Kỷ niệm ngày mua hàng đầu tiên' }).first().textContent()).toContain(
      'Khách đã từ chối nhận',
    )
  },
)

test.skipIf(noBrowser)('a wrong campaign file is refused with its reasons, and the accepted version stays in force', async () => {
  const file = join(company.campaignFolder, 'tet-greeting.json')
  const right = readFileSync(file, 'utf8')
  writeFileSync(file, right.replace('"care"', '"caer"'))
  await open('/')
  const attention = page.locator('[data-attention]')
  expect(await attention.textContent()).toContain('tet-greeting.json')
  expect(await attention.textContent()).toContain('contentClass')
  await open('/campaigns/tet-greeting')
  expect(await page.locator('.card').textContent()).toContain('phiên bản 1')

  writeFileSync(file, right)
  await open('/')
  expect(await page.locator('[data-attention]').count()).toBe(0)
})

test.skipIf(noBrowser)('a paused campaign is shown as paused until it is resumed', async () => {
  await open('/campaigns/mid-autumn')
  for (const [act, said] of [
    ['Tạm dừng', 'tạm dừng'],
    ['Chạy tiếp', 'đang chạy'],
  ] as const) {
    await page.getByRole('link', { name: act, exact: true }).click()
    await page.getByLabel('Vì sao').fill('thử')
    await page.locator('.act button').click()
    expect(await page.locator('.card').textContent()).toContain(said)
  }
})

test.skipIf(noBrowser)('marketing reads on the page of a campaign what it says, and finds every occurrence of it', async () => {
  await open('/campaigns/tet-greeting')
  expect(await page.locator('[data-expected]').textContent()).toContain('5 khách')
  await page.getByRole('link', { name: 'Xem thư như một khách' }).click()
  await page.getByLabel('Khách: tên').fill('KH01')
  await page.getByRole('button', { name: 'Xem như khách này' }).click()
  const vietnamese = page.frameLocator('[data-language="vi"] iframe')
  expect(
    await vietnamese
      .getByText(/[Cc]hị Lan/)
      .first()
      .isVisible(),
  ).toBe(true)
  const english = page.frameLocator('[data-language="en"] iframe')
  expect(await english.getByText('Dear').first().isVisible()).toBe(true)
  await page.getByRole('link', { name: '← Chúc mừng năm mới Âm lịch' }).click()
  await page.getByRole('link', { name: 'Mọi dịp của chiến dịch này' }).click()
  await page.getByRole('link', { name: /04\/02\/2027/ }).click()
  expect(new URL(page.url()).pathname).toBe(TET)
})

test.skipIf(noBrowser)('every page fits a phone and is accessible, in both languages', async () => {
  const mail = system.stack.mailbox.list({ limit: 1 }).messages[0]!.messageId
  const phone = await browser.newContext({ viewport: PHONE })
  await signInto(phone, system, 'operator')
  const small = await phone.newPage()
  const paths = [
    '/',
    TET,
    '/campaigns',
    '/campaigns/birthday-gift',
    '/campaigns/birthday-gift/preview',
    '/campaigns/birthday-gift/cancel',
    '/occurrences',
    '/occurrences?campaign=birthday-gift',
    `${TET}/plan`,
    '/customers/KH01/erase',
    '/log',
    '/settings',
    '/customers',
    '/customers/KH01',
    '/mailbox',
    `/mailbox/${mail}`,
    '/vouchers',
    '/clock',
    '/team',
    '/my-customers',
    '/nothing-there',
  ]
  for (const language of ['vi', 'en']) {
    await open(`/language/${language}?back=/`, small)
    expect(await small.locator('html').getAttribute('lang')).toBe(language)
    for (const path of paths) {
      await open(path, small)
      expect(await small.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(PHONE.width)
      await expectAccessible(small, `${path} in ${language}`)
    }
  }
  await phone.close()
})

test.skipIf(noBrowser)('the choice of people fits a phone and is accessible, before anybody is signed in', async () => {
  const phone = await browser.newContext({ viewport: PHONE })
  const small = await phone.newPage()
  await open('/', small)
  expect(await small.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width)
  await expectAccessible(small, 'the choice of people')
  await phone.close()
})

test.skipIf(noBrowser)('nothing was asked of another host, and no page had an error', () => {
  expect([...hosts]).toEqual([new URL(system.url).host])
  expect(consoleErrors).toEqual([])
})
