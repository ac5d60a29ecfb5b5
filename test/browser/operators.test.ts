/** What a person decides in the staff app: unknown outcomes, failed ones, dead letters, a campaign that ends for good. */

import { SendMessageCommand } from '@aws-sdk/client-sqs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Outcome } from '#core/audience/outcome.ts'
import { instantAt } from '#core/time/zone.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { signInto } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

const TET_ID = 'tet-greeting_2027-02-04'
const TET = `/occurrences/${TET_ID}`
const UNKNOWN: Outcome = { state: 'unknown', since: '2027-02-04T01:30:00.000Z', evidence: 'timeout after 10 s' }

let company: SmallCompany
let system: RunningSystem
let browser: Browser
let page: Page

beforeAll(async () => {
  if (noBrowser) return
  company = smallCompany({ startOn: '2027-02-03' })
  ;[system, browser] = await Promise.all([company.start(), openBrowser()])
  system.moves?.to(instantAt('2027-02-04', '09:00', 'Asia/Ho_Chi_Minh'))
  await system.moves?.idle()
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await signInto(context, system, 'operator')
  page = await context.newPage()
})

afterAll(async () => {
  await browser?.close()
  await system?.stop()
  company?.remove()
})

const open = (path: string, on: Page = page) => on.goto(`${system.url}${path}`)
const mails = () => system.stack.mailbox.count()

/** As if the provider had not answered for these. */
async function forget(...ids: readonly string[]): Promise<void> {
  const { occurrences, touches } = system.stack.stores
  for (const batch of await occurrences.batches(TET_ID)) {
    const recipients = batch.recipients.map((each) => (ids.includes(each.customerId) ? { ...each, outcome: UNKNOWN } : each))
    await occurrences.putBatch({ ...batch, recipients, version: batch.version + 1 })
  }
  const made = await touches.getMany(ids.map((customerId) => ({ customerId, occurrenceId: TET_ID })))
  await touches.record(made.map((touch) => ({ ...touch, result: 'failed' as const, delivery: null })))
  for (const { customerId, occurrenceId } of made) await touches.removeFailed({ customerId, occurrenceId })
}

const form = (customerId: string) => page.locator(`[data-undecided="${customerId}"]`)
async function decide(customerId: string, button: string, because: string): Promise<void> {
  await open(TET)
  await form(customerId).getByLabel('Vì sao').fill(because)
  await form(customerId).getByRole('button', { name: button, exact: true }).click()
}

test.skipIf(noBrowser)('unknown outcomes are named on the first page and shown with their evidence', async () => {
  await forget('KH01', 'KH02', 'KH05')
  await open('/')
  await page.locator('[data-attention]').getByRole('link', { name: 'Chúc mừng năm mới Âm lịch' }).click()
  expect(await form('KH01').textContent()).toContain('timeout after 10 s')
  expect(await form('KH01').textContent()).toContain('chưa báo gì thêm')
  expect(await page.locator('[data-undecided]').count()).toBe(3)
})

test.skipIf(noBrowser)('each is decided by a form that asks who and why, and the page keeps it', async () => {
  await open(TET)
  await form('KH01').getByRole('button', { name: 'Đã gửi', exact: true }).click()
  expect(await page.getByRole('status').count()).toBe(0)

  const before = mails()
  await decide('KH01', 'Đã gửi', 'chị Lan đã cảm ơn')
  expect(await page.getByRole('status').textContent()).toContain('coi như đã gửi')
  await decide('KH02', 'Chưa gửi', 'anh Hùng báo không thấy')
  await decide('KH05', 'Gửi lại một lần', 'cô Hà nhờ gửi lại')
  expect(await page.getByRole('status').textContent()).toContain('đi lại một lần')
  const log = page.getByRole('table', { name: 'Đã quyết định' })
  expect(await log.locator('tbody tr').count()).toBe(3)
  for (const text of ['chị Lan đã cảm ơn', 'Hoàng Gia Huy', 'coi như chưa gửi', 'gửi lại một lần'])
    expect(await log.textContent()).toContain(text)
  expect(mails()).toBe(before)
  system.moves?.to(instantAt('2027-02-04', '09:10', 'Asia/Ho_Chi_Minh'))
  await system.moves?.idle()
  expect(mails()).toBe(before + 1)
  await open(TET)
  expect(await page.locator('[data-line="sent"] b').textContent()).toBe('2')
  expect(await page.locator('[data-line="failed"] b').textContent()).toBe('1')
  expect(await page.getByText('khớp từng người').isVisible()).toBe(true)
})

test.skipIf(noBrowser)('a decision that comes too late is refused in words', async () => {
  await forget('KH01')
  await open(TET)
  const other = await page.context().newPage()
  await open(TET, other)
  await decide('KH01', 'Đã gửi', 'một')
  const late = other.locator('[data-undecided="KH01"]')
  await late.getByLabel('Vì sao').fill('hai')
  await late.getByRole('button', { name: 'Chưa gửi' }).click()
  expect(await other.getByRole('status').textContent()).toContain('không còn gì để quyết định')
  await other.close()
})

test.skipIf(noBrowser)('dead letters go back with one button', async () => {
  const [batch] = await system.stack.stores.occurrences.batches(TET_ID)
  const MessageBody = JSON.stringify({ occurrenceId: TET_ID, batchId: batch?.batchId })
  for (const QueueUrl of system.stack.deadLetterUrls.slice(0, 1).concat(system.stack.deadLetterUrls.slice(-1)))
    await system.stack.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }))
  const before = mails()
  await open('/')
  expect(await page.locator('[data-attention]').textContent()).toContain('2 tin')
  await page.getByRole('button', { name: 'Trả chúng về hàng đợi' }).click()
  expect(await page.getByRole('status').textContent()).toContain('2 tin đã về lại hàng đợi')
  await open('/')
  expect(await page.getByRole('button', { name: 'Trả chúng về hàng đợi' }).count()).toBe(0)
  expect(mails()).toBe(before)
})

test.skipIf(noBrowser)('a cancelled campaign offers no way back', async () => {
  await open('/campaigns/mid-autumn')
  await page.locator('summary', { hasText: 'Hủy hẳn' }).click()
  await page.getByLabel('Vì sao').fill('không làm nữa')
  await page.getByRole('button', { name: 'Hủy hẳn' }).click()
  expect(await page.locator('.card').textContent()).toContain('đã hủy')
  expect(await page.getByRole('button', { name: 'Chạy tiếp' }).count()).toBe(0)
})

test.skipIf(noBrowser)('the forms fit a phone, in both languages', async () => {
  await forget('KH02')
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await signInto(phone, system, 'operator')
  const small = await phone.newPage()
  for (const language of ['vi', 'en']) {
    await open(`/language/${language}?back=${TET}`, small)
    expect(await small.locator('[data-undecided]').count()).toBeGreaterThan(0)
    expect(await small.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    if (process.env.SCREENSHOTS)
      await small.screenshot({ path: `${process.env.SCREENSHOTS}/phone-${language}.png`, fullPage: true })
  }
  if (process.env.SCREENSHOTS) {
    await open(TET)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/desktop.png`, fullPage: true })
    await open('/')
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/today.png` })
  }
  await phone.close()
})
