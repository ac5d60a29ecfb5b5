/** A mail scanner that presses buttons at the customers' pages at once. Patient ones, and the mails of a whole system, are in mail-scanner.long.test.ts. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNothingHappened, linksOf, scan, serving } from '#test/browser/button-scanner.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'

let browser: Browser
beforeAll(async () => {
  if (!noBrowser) browser = await openBrowser()
})
afterAll(() => browser?.close())

test.skipIf(noBrowser)(
  'a scanner that presses every button, and those that follow, twice, at once and in one browser: no answer counts, nobody is stopped, nothing is chosen',
  async () => {
    await serving(async ({ pages, at }) => {
      const pressed = await scan({ browser, links: await linksOf(pages, at), sharesCookies: true, lingers: () => {} })
      expect(pressed).toBeGreaterThan(40)
      await expectNothingHappened(pages)
    })
  },
)
