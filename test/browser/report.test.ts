/** The head's report in a browser: in both languages, on a phone and a desk, light and dark; without a script, and its summary on one page of A4. */
import { createAdaptorServer } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffApp } from '#functions/staff/staff-app.ts'
import { pageHeaders } from '#functions/staff/visit/page-headers.ts'
import { expectAccessible, LOOKS, type Look } from '#test/browser/page-visit.ts'
import { reportOffice } from '#test/functions/staff/report/report-office.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { scores } from '#test/support/counted-roll-ups.ts'
import { anAnswer, aResponse } from '#test/support/survey-builders.ts'
import { STAFF_CSS, STAFF_ICON } from '#web/staff/style.ts'

const PATHS = [
  '/report?period=2027-02',
  '/report/figures/nps?period=2027-02',
  '/report/handed-in',
  '/report?period=2020-01',
] as const

describe.skipIf(noBrowser)('the report in a browser', () => {
  let browser: Browser
  let at = ''
  let close: () => Promise<unknown>

  beforeAll(async () => {
    browser = await openBrowser()
    const worse = { nps: scores({ 2: 120, 8: 60, 10: 120 }), promises: { kept: 40, broken: 3, open: 0, void: 0 } }
    const { visited, stores } = await reportOffice({ counted: worse, targets: { nps: 40, csat: 85 } })
    await stores.responses.put(
      aResponse([anAnswer({ at: '2027-02-11T05:00:00.000Z', score: 2, why: 'giao trễ hai ngày' })], {
        customerId: 'c-001',
        answeredOn: '2027-02-11',
      }),
    )
    const app = staffApp()
    app.use(pageHeaders)
    app.get('/staff.css', ({ body }) => body(STAFF_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }))
    app.get('/staff.svg', ({ body }) => body(STAFF_ICON, 200, { 'content-type': 'image/svg+xml' }))
    app.route('/', visited)
    const server = createAdaptorServer({ fetch: app.fetch })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    close = () => new Promise((done) => server.close(done))
  })
  afterAll(async () => {
    await browser?.close()
    await close?.()
  })

  async function visit({ locale, width, scheme }: Look, act: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme })
    await context.addCookies([{ name: 'language', value: locale, url: at }])
    try {
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('favicon')) complaints.push(message.text())
      })
      await act(page)
      expect(complaints).toEqual([])
    } finally {
      await context.close()
    }
  }

  test.each(LOOKS)('fits, shows its charts, and axe finds nothing wrong: $locale, $width, $scheme', async (look) => {
    await visit(look, async (page) => {
      for (const path of PATHS) {
        await page.goto(`${at}${path}`, { waitUntil: 'networkidle' })
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
        expect(await page.getAttribute('html', 'lang')).toBe(look.locale)
        const broken = await page.evaluate(() =>
          [...document.images].filter(({ complete, naturalWidth }) => !complete || naturalWidth === 0).map(({ src }) => src),
        )
        expect(broken).toEqual([])
        await expectAccessible(page, `${path} ${look.locale} ${look.width} ${look.scheme}`)
      }
    })
  })

  test('the definition of a figure is one click away', async () => {
    await visit({ locale: 'en', width: 390, scheme: 'light' }, async (page) => {
      await page.goto(`${at}${PATHS[0]}`)
      await page.locator('.kpi summary').first().click()
      const definition = page.getByText('customers who gave 9–10 minus customers who gave 0–6').first()
      expect(await definition.isVisible()).toBe(true)
    })
  })

  test('on paper the summary is the first page of A4, without the head of the app and its forms', async () => {
    await visit({ locale: 'vi', width: 1280, scheme: 'light' }, async (page) => {
      // The part of A4 inside margins of 12 mm.
      await page.setViewportSize({ width: 703, height: 1032 })
      await page.emulateMedia({ media: 'print' })
      await page.goto(`${at}${PATHS[0]}`, { waitUntil: 'networkidle' })
      expect(await page.evaluate(() => document.querySelector('.summary')?.getBoundingClientRect().bottom ?? 0)).toBeLessThan(
        1032,
      )
      for (const hidden of ['header', '.filters', '.propose']) expect(await page.locator(hidden).first().isVisible()).toBe(false)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    })
  })
})
