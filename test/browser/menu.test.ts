/** The head of every page at the width of a small laptop: each section is seen in one line, whoever is signed in and whichever is open. */
import { html } from 'hono/html'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROLES } from '#core/staff/role.ts'
import { LOCAL_SECTIONS } from '#local/local-staff-system.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { framePage } from '#web/staff/frame.ts'
import { STAFF_CSS } from '#web/staff/style.ts'

let browser: Browser
beforeAll(async () => {
  if (!noBrowser) browser = await openBrowser()
})
afterAll(() => browser?.close())

test.skipIf(noBrowser).each(['vi', 'en'] as const)('all sections stand in one line at 1280 pixels (%s)', async (locale) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  for (const role of ROLES) {
    const visitor = { name: 'Phạm Minh Châu', address: 'chau@trasen.example.com', team: 'Chăm sóc', role }
    const frame = aFrame(locale, { visitor, sections: LOCAL_SECTIONS })
    await page.setContent(`${framePage({ frame, section: null, title: 'Menu', body: html`` })}<style>${STAFF_CSS}</style>`)
    // The open section is bold, and wider for it: each is tried.
    const lines = await page.locator('nav').evaluate((nav) => {
      const links = [...nav.querySelectorAll('a')]
      return links.map((open) => {
        for (const link of links) link.toggleAttribute('aria-current', link === open)
        const tops = new Set(links.map(({ offsetTop }) => offsetTop))
        const heights = new Set(links.map(({ offsetHeight }) => offsetHeight))
        return `${open.textContent}: ${tops.size} line, ${heights.size} height`
      })
    })
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.filter((line) => !line.endsWith(': 1 line, 1 height'))).toEqual([])
  }
  await page.close()
})
