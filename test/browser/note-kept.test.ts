/** A note that saves itself in a real browser: while it is typed, on another device, with the connection away, and never again once it is sent. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftOf } from '#core/work/draft-note.ts'
import { lowScoreItem } from '#core/work/follow-up.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { signInto } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

const HANH = 'hanh@trasenviet.example.com'
const SURVEY = { campaignId: 'after-delivery', occurrenceId: 'after-delivery_2027-02-01', score: 2, replyId: null }
const CALL = `low-score_${SURVEY.occurrenceId}_KH02`

let company: SmallCompany
let system: RunningSystem
let browser: Browser
const complaints: string[] = []

beforeAll(async () => {
  if (noBrowser) return
  company = smallCompany({ startOn: '2027-02-03' })
  ;[system, browser] = await Promise.all([company.start(), openBrowser()])
  await system.stack.stores.work.open(
    lowScoreItem({ ...SURVEY, customerId: 'KH02', at: system.clock.now() }, system.companyRules),
  )
})

afterAll(async () => {
  await browser?.close()
  await system?.stop()
  company?.remove()
})

async function device(): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 900 } })
  await signInto(context, system, 'agent')
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_')) complaints.push(message.text())
  })
  const page = await context.newPage()
  await page.goto(`${system.url}/work/${encodeURIComponent(CALL)}`)
  return { page, context }
}

const note = (page: Page) => page.getByLabel('Khách nói gì, đã làm gì')
/** Behind what stands there. */
const typeOn = async (page: Page, text: string) => {
  await note(page).press('ControlOrMeta+End')
  await note(page).pressSequentially(text)
}
const said = (page: Page, words: string | RegExp) => page.locator('#note-kept', { hasText: words }).waitFor()
const stored = async () => draftOf(await system.stack.stores.work.draftsOf(CALL), HANH)?.text

describe.skipIf(noBrowser)('a note that is being typed', () => {
  test('is kept without a press, takes the call, and stands on the next device', async () => {
    const { page, context } = await device()
    await typeOn(page, 'Khách hỏi đổi hộp')
    await said(page, /Đã giữ chữ bạn viết lúc .* Bạn đang giữ việc này đến/)
    expect(await stored()).toBe('Khách hỏi đổi hộp')
    expect((await system.stack.stores.work.get(CALL))?.lease?.address).toBe(HANH)
    const other = await device()
    expect(await note(other.page).inputValue()).toBe('Khách hỏi đổi hộp')
    await said(other.page, /Chữ bạn viết lúc .* được giữ lại, chưa ghi/)
    await other.context.close()
    await context.close()
  })

  test('is kept when the connection comes back, and its author is told meanwhile', async () => {
    const { page, context } = await device()
    await context.setOffline(true)
    await typeOn(page, ' xanh')
    await said(page, 'Chưa giữ được chữ vừa viết')
    await context.setOffline(false)
    await said(page, 'Đã giữ chữ bạn viết')
    expect(await stored()).toBe('Khách hỏi đổi hộp xanh')
    await context.close()
  })

  test('is kept on after an answer that was lost, also when more was typed meanwhile', async () => {
    const { page, context } = await device()
    let lost = 0
    await page.route('**/draft', async (route) => {
      if (lost > 0) return route.continue()
      lost++
      await route.fetch()
      await route.abort()
    })
    await typeOn(page, ' đậm')
    await said(page, 'Chưa giữ được chữ vừa viết')
    expect(await stored()).toBe('Khách hỏi đổi hộp xanh đậm')
    await typeOn(page, ' hai')
    await expect.poll(stored, { timeout: 15_000 }).toBe('Khách hỏi đổi hộp xanh đậm hai')
    await said(page, 'Đã giữ chữ bạn viết')
    expect(lost).toBe(1)
    await context.close()
  })

  test('is gone once the outcome is saved, with no save of the script after it', async () => {
    const { page, context } = await device()
    await typeOn(page, ', giao thứ Sáu')
    await page.getByLabel('Hài lòng').check()
    await page.getByRole('button', { name: 'Ghi kết quả' }).click()
    expect(await page.getByRole('status').textContent()).toBe('Đã ghi kết quả cuộc gọi.')
    expect(await stored()).toBe('')
    const attempt = (await system.stack.stores.work.get(CALL))?.events.find(({ is }) => is === 'attempted')
    expect(attempt).toMatchObject({ note: 'Khách hỏi đổi hộp xanh đậm hai, giao thứ Sáu' })
    await context.close()
  })
})

test.skipIf(noBrowser)('no page had an error', () => {
  expect(complaints).toEqual([])
})
