/** A photo of a case in a real browser: added from a telephone, seen by a colleague at a desk, and refused where it is none or too large. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesOf } from '#core/work/case/files-of-case.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { HTML, PDF, PNG } from '#test/support/files.ts'
import { signInto } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'
import { aMailSubject, openedAt, storedCase } from '#test/support/work-builders.ts'

/** Where the pictures go, for a person to look at; none are taken otherwise. */
const PICTURES = process.env.PAGE_PICTURES
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const NOTE = 'Nắp hộp bị hở, lá trà ẩm.'

let company: SmallCompany
let system: RunningSystem
let browser: Browser
beforeAll(async () => {
  if (noBrowser) return
  company = smallCompany({ startOn: '2027-02-03' })
  ;[system, browser] = await Promise.all([company.start(), openBrowser()])
  const subject = aMailSubject('complaint', { campaignId: null, occurrenceId: null })
  await system.stack.stores.work.open(
    storedCase({ workId: 'case-1', customerId: 'KH01', subject, events: [openedAt('2027-02-01T02:00:00.000Z')] }),
  )
})
afterAll(async () => {
  await browser?.close()
  await system?.stop()
  company?.remove()
})

async function window(device: BrowserContextOptions, role: 'agent' | 'lead') {
  const context = await browser.newContext(device)
  await signInto(context, system, role)
  const page = await context.newPage()
  const add = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    const form = page.locator('[data-act=file]')
    await form.locator('input[type=file]').setInputFiles(file)
    await form.locator('textarea').fill(NOTE)
    await form.locator('button').click()
  }
  const picture = async (name: string) => {
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  }
  return { page, add, picture }
}

describe.skipIf(noBrowser)('a photo of a case', () => {
  test('is added from a telephone, and seen at a desk', async () => {
    const phone = await window(PHONE, 'agent')
    await phone.page.goto(`${system.url}/work/case-1`)
    // As large as a photo is, so that it is seen on the screen that is photographed here.
    const photo = await phone.page.screenshot()
    await phone.add({ name: 'hộp trà.png', mimeType: 'image/png', buffer: photo })
    await phone.page.getByText('Tệp đã nằm trong vụ việc.').waitFor()
    await phone.add({ name: 'hóa đơn.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) })
    await phone.page.locator('a[data-file=pdf]').waitFor()
    const image = phone.page.locator('[data-files] img')
    await image.scrollIntoViewIfNeeded()
    await expect.poll(() => image.evaluate((one) => Reflect.get(one, 'naturalWidth')), { timeout: 60_000 }).toBe(390)
    await phone.picture('case-files-phone')
    const desk = await window({ viewport: { width: 1280, height: 900 } }, 'lead')
    await desk.page.goto(`${system.url}/work/case-1`)
    expect(await desk.page.locator('[data-files]').textContent()).toContain(NOTE)
    const [saved] = await Promise.all([desk.page.waitForEvent('download'), desk.page.locator('a[data-file=png]').click()])
    expect(saved.suggestedFilename()).toBe('hộp trà.png')
    await desk.picture('case-files-desk')
  })

  test('that is none, or too large, is refused in words, with what was typed in its field', async () => {
    const { page, add, picture } = await window(PHONE, 'agent')
    await page.goto(`${system.url}/work/case-1`)
    await add({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(HTML) })
    await page.getByText('Chỉ nhận ảnh JPEG, PNG, WebP, HEIC và tệp PDF').waitFor()
    expect(await page.locator('#file-text').inputValue()).toBe(NOTE)
    await picture('case-files-refused')
    // The script of the app says it before anything is sent.
    await add({ name: 'anh.png', mimeType: 'image/png', buffer: Buffer.concat([PNG, Buffer.alloc(4_000_000)]) })
    const said = await page.locator('#file-file').evaluate((one) => Reflect.get(one, 'validationMessage'))
    expect(said).toContain('lớn hơn 4 MB')
    expect(await page.locator('#file-text').inputValue()).toBe(NOTE)
    expect(filesOf((await system.stack.stores.work.get('case-1'))!)).toHaveLength(2)
  })
})
