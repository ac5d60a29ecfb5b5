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
  for (const touch of made) await touches.removeFailed(touch)
}

const form = (customerId: string) => page.locator(`[data-undecided="${customerId}"]`)
async function decide(customerId: string, act: string, because: string): Promise<void> {
  await open(TET)
  await form(customerId).getByRole('link', { name: act, exact: true }).click()
  await page.getByLabel('Vì sao').fill(because)
  await page.getByRole('button', { name: act, exact: true }).click()
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
  await form('KH01').getByRole('link', { name: 'Ghi là đã gửi', exact: true }).click()
  expect(await page.locator('main').textContent()).toContain('timeout after 10 s')
  // The browser itself asks for the reason.
  await page.getByRole('button', { name: 'Ghi là đã gửi', exact: true }).click()
  expect(await page.locator('textarea:invalid').count()).toBe(1)
  await page.getByRole('link', { name: 'Quay lại, không làm gì' }).click()
  expect(await page.locator('[data-undecided]').count()).toBe(3)

  const before = mails()
  await decide('KH01', 'Ghi là đã gửi', 'chị Lan đã cảm ơn')
  expect(await page.getByRole('status').textContent()).toContain('coi như đã gửi')
  await decide('KH02', 'Ghi là chưa gửi', 'anh Hùng báo không thấy')
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
  await open(`${TET}/people/KH01/settle-not-sent`, other)
  await decide('KH01', 'Ghi là đã gửi', 'một')
  await other.getByLabel('Vì sao').fill('hai')
  await other.getByRole('button', { name: 'Ghi là chưa gửi' }).click()
  expect(await other.getByRole('status').textContent()).toContain('không còn gì để quyết định')
  await other.close()
})

test.skipIf(noBrowser)('dead letters go back, for a ground that is chosen', async () => {
  const [batch] = await system.stack.stores.occurrences.batches(TET_ID)
  const MessageBody = JSON.stringify({ occurrenceId: TET_ID, batchId: batch?.batchId })
  for (const QueueUrl of system.stack.deadLetterUrls.slice(0, 1).concat(system.stack.deadLetterUrls.slice(-1)))
    await system.stack.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }))
  const before = mails()
  await open('/')
  expect(await page.locator('[data-attention]').textContent()).toContain('2 tin')
  await page.getByRole('link', { name: 'Trả chúng về hàng đợi' }).click()
  expect(await page.locator('[data-figure="letters"] b').textContent()).toBe('2')
  await page.getByLabel('sau một sự cố').check()
  await page.getByRole('button', { name: 'Trả tin lỗi về hàng đợi' }).click()
  expect(await page.getByRole('status').textContent()).toContain('2 tin đã về lại hàng đợi')
  await open('/')
  expect(await page.getByRole('link', { name: 'Trả chúng về hàng đợi' }).count()).toBe(0)
  expect(mails()).toBe(before)
})

test.skipIf(noBrowser)('a cancelled campaign offers no way back', async () => {
  await open('/campaigns/mid-autumn')
  await page.getByRole('link', { name: 'Hủy hẳn' }).click()
  expect(await page.locator('.final').first().textContent()).toContain('Không thể hoàn tác')
  await page.getByLabel('Vì sao').fill('không làm nữa')
  await page.getByRole('button', { name: 'Hủy hẳn chiến dịch' }).click()
  expect(await page.getByRole('status').textContent()).toContain('Đã hủy hẳn')
  expect(await page.locator('main').textContent()).toContain('đã hủy')
  for (const act of ['Chạy tiếp', 'Tạm dừng', 'Hủy hẳn'])
    expect(await page.getByRole('link', { name: act, exact: true }).count()).toBe(0)
})

test.skipIf(noBrowser)('the log names who did it, by the roster', async () => {
  await open('/log')
  const log = page.getByRole('table', { name: 'Nhật ký' })
  for (const text of ['Hoàng Gia Huy', 'Hủy hẳn chiến dịch', 'Ghi là đã gửi', 'Gửi lại một lần', 'Trả tin lỗi về hàng đợi'])
    expect(await log.textContent()).toContain(text)
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
    await open(`${TET}/plan`, small)
    const grounds = await small.locator('.grounds label').all()
    expect(grounds.length).toBe(3)
    // A ground is as easily hit by a thumb as a button.
    for (const ground of grounds) expect((await ground.boundingBox())?.height).toBeGreaterThanOrEqual(44)
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
