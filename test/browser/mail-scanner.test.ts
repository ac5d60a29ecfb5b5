/** A company's mail scanner as they are nowadays: a real browser with scripts, that opens every link of every mail and presses every button it finds. */
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standingAnswer } from '#core/survey/response.ts'
import { instantAt } from '#core/time/zone.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { mailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { aCustomer } from '#test/support/builders.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'
import { aVoucher, type PagesAtWork, pagesAtWork } from '#test/web/customer/pages-at-work.ts'

/** Where the pictures go, for a person to look at; none are taken otherwise. */
const PICTURES = process.env.PAGE_PICTURES

let browser: Browser
beforeAll(async () => {
  if (!noBrowser) browser = await openBrowser()
})
afterAll(() => browser?.close())

/**
 * By script, as machines do that look for what can be pressed: also what no person can see. What a form asks for is filled in, so that nothing
 * stays where it is; pressed after this call, so that the page may go away under it.
 */
async function press(page: Page, place: number): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.evaluate((at) => {
    for (const field of document.querySelectorAll('input[type=text], input[type=password], textarea'))
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = 'x'
    setTimeout(() => document.querySelectorAll<HTMLElement>('button, input[type=submit]')[at]?.click())
  }, place)
  await loaded
}

const buttonsOf = (page: Page) => page.locator('button, input[type=submit]').count()

interface Scan {
  readonly links: readonly string[]
  /** One browser for everything, or a new one for every press. */
  readonly sharesCookies: boolean
  readonly lingers: () => void
}

/** Answers how many buttons it pressed. */
async function scan({ links, sharesCookies, lingers }: Scan): Promise<number> {
  let pressed = 0
  const shared = sharesCookies ? await browser.newContext() : null
  const inBrowser = async (act: (page: Page) => Promise<void>) => {
    const context: BrowserContext = shared ?? (await browser.newContext())
    const page = await context.newPage()
    await act(page)
    await (shared ? page.close() : context.close())
  }
  const pressOne = async (page: Page, place: number) => {
    lingers()
    await press(page, place)
    pressed++
    return buttonsOf(page)
  }
  for (let round = 0; round < 2; round++) {
    for (const link of links) {
      // As many as the first visits find; every pair of a button and one of the page that follows is a visit of its own.
      let [first, second] = [1, 1]
      for (let one = 0; one < first; one++) {
        second = 1
        for (let two = 0; two < second; two++) {
          await inBrowser(async (page) => {
            await page.goto(link)
            first = await buttonsOf(page)
            if (first === 0) return
            second = await pressOne(page, one)
            if (two < second) await pressOne(page, two)
          })
        }
      }
    }
  }
  await shared?.close()
  return pressed
}

const customers = [aCustomer()]
const linksOf = (pages: PagesAtWork, at: string) => [
  `${at}${pages.surveyPath()}?score=1`,
  `${at}/u/${pages.token({ purpose: 'survey' })}`,
  `${at}${pages.preferencesPath()}`,
  `${at}/v/7Q2M-0XKD-13AB`,
]

async function serving(act: (there: { readonly pages: PagesAtWork; readonly at: string }) => Promise<void>): Promise<void> {
  const pages = await pagesAtWork({ customers, vouchers: [aVoucher()] })
  const server = createAdaptorServer({ fetch: (request: Request, call: object) => pages.answer(request, call) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    await act({ pages, at: `http://127.0.0.1:${port}` })
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

async function expectNothingHappened(pages: PagesAtWork): Promise<void> {
  expect((await pages.responsesOf()).map(standingAnswer).filter(Boolean)).toEqual([])
  expect(await pages.workOf()).toEqual([])
  expect(await pages.consentsOf()).toEqual({})
  expect(await pages.recordsOf()).toEqual([])
  expect((await pages.personOf())?.frequency).toBe('any')
  expect(pages.notices.waiting()).toEqual([])
  expect((await pages.vouchers.get('7Q2M-0XKD-13AB'))?.redeemedAt).toBeNull()
}

describe.skipIf(noBrowser)('a scanner that opens every link and presses every button, and those that follow, twice', () => {
  test.each([
    ['at once, in one browser', true, 0],
    ['taking two seconds for each page, in a new browser for every press', false, 2],
    ['taking ten seconds for each page, one button after the other, in one browser', true, 10],
  ])('%s: no answer counts, nobody is stopped, nothing is chosen', { timeout: 300_000 }, async (_, sharesCookies, seconds) => {
    await serving(async ({ pages, at }) => {
      const pressed = await scan({ links: linksOf(pages, at), sharesCookies, lingers: () => pages.pass(seconds) })
      expect(pressed).toBeGreaterThan(40)
      await expectNothingHappened(pages)
    })
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
  }, 300_000)
  afterAll(async () => {
    await system?.stop()
    company?.remove()
  })

  test('are scanned, every one: the invitation stays open, nobody is stopped, and staff see that a machine was there', {
    timeout: 300_000,
  }, async () => {
    const { stores, mailbox } = system.stack
    const mails = mailbox.list({ limit: 200 }).messages.map((message) => mailAsRead(message, new URL(system.url).origin))
    const links = mails.flatMap((mail) => mail.links.filter((link) => !link.includes('score=') || link.endsWith('score=1')))
    expect(links.length).toBeGreaterThan(8)
    expect(links.some((link) => link.includes('/s/'))).toBe(true)
    const before = await Promise.all(['KH01', 'KH02', 'KH05'].map((id) => stores.customers.get(id)))
    await scan({ links, sharesCookies: true, lingers: () => {} })
    expect(await Promise.all(['KH01', 'KH02', 'KH05'].map((id) => stores.customers.get(id)))).toEqual(before)
    const [response] = await stores.responses.ofCustomer('KH02')
    expect(response?.answers.every(({ suspect }) => suspect !== undefined)).toBe(true)
    expect(await stores.work.allOpen()).toEqual([])

    const page = await browser.newPage()
    const picture = (name: string) => PICTURES && page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
    await page.goto(`${system.url}/listening`)
    await picture('suspect-listening')
    expect(await page.locator('tbody tr').first().textContent()).toContain('nghi là máy bấm, chưa tính')
    await page.goto(`${system.url}/customers/KH02`)
    await picture('suspect-person')
    expect(await page.locator('#answers').textContent()).toMatch(/còn chờ.*nghi là máy bấm, chưa tính/s)
    await page.goto(`${system.url}/occurrences/${response?.occurrenceId}`)
    expect(await page.locator('[data-invitations="answered"] b').textContent()).toBe('0')
    expect(await page.locator('[data-invitations="open"] b').textContent()).toBe('1')
    expect(await page.locator('[data-scores="none"]').count()).toBe(1)
    await page.goto(system.url)
    expect(await page.locator('[data-count="answers"]').textContent()).toBe('0')
    // The front page shows the latest dozen, whichever links came last.
    expect(await page.locator('main').textContent()).toContain('nghi là máy')
    await page.close()
  })
})
