import { createAdaptorServer } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aVoucher, type PagesAtWork, pagesAtWork, TILL_KEY } from '#test/web/pages/pages-at-work.ts'

/** Where the pictures go, for a person to look at; none are taken otherwise. */
const PICTURES = process.env.PAGE_PICTURES

const CODE = '7Q2M-0XKD-13AB'
let browser: Browser
beforeAll(async () => {
  if (!noBrowser) browser = await openBrowser()
})
afterAll(() => browser?.close())

const customers = [aCustomer({ customerId: 'c-vi' }), aCustomer({ customerId: 'c-en', locale: 'en' })]
const vouchers = [aVoucher(), aVoucher({ code: '7Q2M-0XKD-13AC', validFrom: '2027-02-01', validTo: '2027-03-01' })]

interface Look {
  readonly locale: 'vi' | 'en'
  readonly width: 390 | 1280
  readonly scheme: 'light' | 'dark'
}
const LOOKS: readonly Look[] = (['vi', 'en'] as const).flatMap((locale) =>
  ([390, 1280] as const).flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ locale, width, scheme }))),
)

const WORDS = {
  vi: {
    everything: /Ngừng nhận tất cả/,
    stop: 'Vâng, ngừng gửi',
    stopped: 'Đã ngừng gửi',
    code: 'Nhập mã phiếu',
    by: 'Quầy hoặc nhân viên',
    tillKey: 'Khóa quầy',
    redeem: 'Sử dụng phiếu',
    wrongKey: /Khóa quầy không đúng/,
    done: /vừa được sử dụng/,
    used: 'Phiếu đã được sử dụng.',
  },
  en: {
    everything: /Stop everything/,
    stop: 'Yes, stop',
    stopped: 'Stopped',
    code: 'Voucher code',
    by: 'Till or staff member',
    tillKey: 'Till key',
    redeem: 'Redeem',
    wrongKey: /till key is wrong/,
    done: /voucher is now used/,
    used: 'This voucher has been used.',
  },
} as const

/** A page in a browser at the customers' pages, with everything it asked for and complained about. */
async function visit(look: Look, act: (visit: { page: Page; at: string; pages: PagesAtWork }) => Promise<void>): Promise<void> {
  const pages = await pagesAtWork({ customers, vouchers })
  const server = createAdaptorServer({ fetch: (request: Request) => pages.answer(request) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    locale: look.locale,
    colorScheme: look.scheme,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const elsewhere: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${at}/`)) elsewhere.push(request.url())
  })
  try {
    await act({ page, at, pages })
    expect(elsewhere).toEqual([])
    // A browser calls a page with the status 404 an error; the page itself has none.
    expect(complaints.filter((text) => !text.includes('status of 40'))).toEqual([])
  } finally {
    await context.close()
    await new Promise((resolve) => server.close(resolve))
  }
}

async function expectGoodManners(page: Page, name: string, { locale, width, scheme }: Look): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${locale}-${width}-${scheme}.png`, fullPage: true })
  const found = await page.evaluate(() => {
    const controls = [...document.querySelectorAll('input:not([type=hidden]), button, a[href]')]
    return {
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      unlabelled: controls
        .filter((control) => (control instanceof HTMLInputElement ? !control.labels?.length : control.textContent?.trim() === ''))
        .map((control) => control.outerHTML),
      small: controls
        .filter((control) => control instanceof HTMLButtonElement && control.getBoundingClientRect().height < 44)
        .map((control) => control.outerHTML),
      controls: controls.length,
      lang: document.documentElement.lang,
      background: getComputedStyle(document.body).backgroundColor,
      headings: [...document.querySelectorAll('h1')].length,
    }
  })
  expect(found).toMatchObject({ wide: 0, unlabelled: [], small: [], lang: locale, headings: 1 })
  const brightness = found.background.match(/\d+/g)?.slice(0, 3).map(Number) ?? []
  expect(Math.max(...brightness) < 128).toBe(scheme === 'dark')
  // Every control is reached by the keyboard alone, in the order of the page, and shows that it is.
  const reached: string[] = []
  for (let press = 0; press < found.controls; press++) {
    await page.keyboard.press('Tab')
    reached.push(
      await page.evaluate(() => {
        const { activeElement } = document
        if (!activeElement) return 'nothing'
        return `${activeElement.tagName} ${getComputedStyle(activeElement).outlineStyle}`
      }),
    )
  }
  expect(reached.filter((element) => !/^(INPUT|BUTTON|A) solid$/.test(element))).toEqual([])
}

/** The steps are the same in every look, so two are enough to walk through. */
const WALKS: readonly Look[] = [
  { locale: 'vi', width: 390, scheme: 'light' },
  { locale: 'en', width: 1280, scheme: 'dark' },
]

describe.skipIf(noBrowser).each(WALKS)('a customer or a shop in $locale at $width px, $scheme', (look) => {
  const words = WORDS[look.locale]

  test('stopping mails: the page asks, the button stops, by keyboard alone', async () => {
    await visit(look, async ({ page, at, pages }) => {
      const customerId = `c-${look.locale}`
      await page.goto(`${at}/u/${pages.token({ customerId })}`)
      await expectGoodManners(page, 'unsubscribe', look)
      expect(pages.writes()).toBe(0)
      await page.getByLabel(words.everything).check()
      await page.getByRole('button', { name: words.stop }).press('Enter')
      await page.getByRole('status').waitFor()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(words.stopped)
      await expectGoodManners(page, 'unsubscribed', look)
      expect(Object.keys((await pages.consentsOf(customerId)) ?? {})).toHaveLength(3)
    })
  })

  test('a voucher: found by its code, redeemed at the till, and used from then on', async () => {
    await visit(look, async ({ page, at }) => {
      await page.goto(`${at}/v`)
      await expectGoodManners(page, 'voucher-search', look)
      await page.getByLabel(words.code).fill('7q2m oxkd i3ab')
      await page.keyboard.press('Enter')
      await page.getByText(CODE).waitFor()
      await expectGoodManners(page, 'voucher', look)
      await page.getByLabel(words.by).fill('Quầy 2')
      await page.getByLabel(words.tillKey).fill('wrong')
      await page.getByRole('button', { name: words.redeem }).click()
      await page.getByText(words.wrongKey).waitFor()
      await expectGoodManners(page, 'voucher-wrong-key', look)
      await page.getByLabel(words.tillKey).fill(TILL_KEY)
      await page.getByRole('button', { name: words.redeem }).click()
      await page.getByText(words.done).waitFor()
      await expectGoodManners(page, 'voucher-redeemed', look)
      await page.goto(`${at}/v/${CODE}`)
      expect(await page.getByRole('status').textContent()).toContain(words.used)
      expect(await page.getByRole('button').count()).toBe(0)
    })
  })
})

describe.skipIf(noBrowser).each(LOOKS)('in $locale at $width px, $scheme', (look) => {
  test('every page fits, is labelled, is reached by the keyboard, and asks nobody else for anything', async () => {
    await visit(look, async ({ page, at, pages }) => {
      for (const [name, path] of [
        ['unsubscribe', `/u/${pages.token({ customerId: `c-${look.locale}` })}`],
        ['broken-link', '/u/forged'],
        ['voucher-search', '/v'],
        ['voucher', `/v/${CODE}`],
        ['voucher-unknown', '/v/AAAA-AAAA-AAAA'],
        ['voucher-expired', '/v/7Q2M-0XKD-13AC'],
        ['nowhere', '/nowhere'],
      ] as const) {
        await page.goto(`${at}${path}`)
        await expectGoodManners(page, name, look)
      }
      expect(pages.writes()).toBe(0)
    })
  })
})
