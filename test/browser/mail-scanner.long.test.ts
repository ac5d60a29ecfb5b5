/** Mail scanners that look at each page for a while before they press; and one at every mail of a whole system. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instantAt } from '#core/time/zone.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { mailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import { expectNothingHappened, linksOf, scan, serving } from '#test/browser/button-scanner.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { signInto } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

/** Where the pictures go, for a person to look at; none are taken otherwise. */
const PICTURES = process.env.PAGE_PICTURES

/** Of the small company, those who are written to. */
const CUSTOMERS = new Set(['lan@example.com', 'hung@example.com', 'ha@example.com'])

let browser: Browser
beforeAll(async () => {
  if (!noBrowser) browser = await openBrowser()
})
afterAll(() => browser?.close())

test.skipIf(noBrowser).each([
  ['taking two seconds for each page, in a new browser for every press', false, 2],
  ['taking ten seconds for each page, one button after the other, in one browser', true, 10],
])('%s: no answer counts, nobody is stopped, nothing is chosen', async (_, sharesCookies, seconds) => {
  await serving(async ({ pages, at }) => {
    const pressed = await scan({ browser, links: await linksOf(pages, at), sharesCookies, lingers: () => pages.pass(seconds) })
    expect(pressed).toBeGreaterThan(40)
    await expectNothingHappened(pages)
  })
})

describe.skipIf(noBrowser)('the mails of a whole system', () => {
  let company: SmallCompany
  let system: RunningSystem
  beforeAll(async () => {
    if (noBrowser) return
    company = smallCompany({ startOn: '2027-02-02' })
    system = await company.start()
    system.moves?.to(instantAt('2027-02-18', '18:00', 'Asia/Ho_Chi_Minh'))
    await system.moves?.idle()
  })
  afterAll(async () => {
    await system?.stop()
    company?.remove()
  })

  test('are scanned, every one: the invitation stays open, nobody is stopped, and staff see that a machine was there', async () => {
    const { stores, mailbox } = system.stack
    // Not those of staff: on this machine one click signs anybody in, where a company's issuer asks who it is.
    const mails = mailbox
      .list({ limit: 200 })
      .messages.map((message) => mailAsRead(message, new URL(system.url).origin))
      .filter(({ address }) => CUSTOMERS.has(address))
    const links = mails.flatMap((mail) => mail.links.filter((link) => !link.includes('score=') || link.endsWith('score=1')))
    expect(links.length).toBeGreaterThan(8)
    expect(links.some((link) => link.includes('/s/'))).toBe(true)
    const before = await Promise.all(['KH01', 'KH02', 'KH05'].map((id) => stores.customers.get(id)))
    await scan({ browser, links, sharesCookies: true, lingers: () => {} })
    expect(await Promise.all(['KH01', 'KH02', 'KH05'].map((id) => stores.customers.get(id)))).toEqual(before)
    const [response] = await stores.responses.ofCustomer('KH02')
    expect(response?.answers.every(({ suspect }) => suspect !== undefined)).toBe(true)
    expect(await stores.work.allOpen()).toEqual([])

    const context = await browser.newContext()
    await signInto(context, system)
    const page = await context.newPage()
    const picture = (name: string) => PICTURES && page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
    await page.goto(`${system.url}/listening`)
    await picture('suspect-listening')
    expect(await page.locator('tbody tr').first().textContent()).toContain('nghi là máy bấm, chưa tính')
    await page.goto(`${system.url}/customers/KH02`)
    await picture('suspect-person')
    expect(await page.locator('#timeline').textContent()).toMatch(/nghi là máy bấm, chưa tính/)
    await page.goto(`${system.url}/occurrences/${response?.occurrenceId}`)
    expect(await page.locator('[data-invitations="answered"] b').textContent()).toBe('0')
    expect(await page.locator('[data-invitations="open"] b').textContent()).toBe('1')
    expect(await page.locator('[data-scores="none"]').count()).toBe(1)
    await page.goto(system.url)
    expect(await page.locator('[data-count="answers"]').textContent()).toBe('0')
    await page.goto(`${system.url}/clock`)
    // The latest dozen, whichever links came last.
    expect(await page.locator('main').textContent()).toContain('nghi là máy')
    await context.close()
  })
})
