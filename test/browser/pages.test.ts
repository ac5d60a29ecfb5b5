import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectGoodManners, LOOKS, type Look, visitPages, WALKS } from '#test/browser/page-visit.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aVoucher, type PagesAtWork, pagesAtWork, TILL_KEY } from '#test/web/customer/pages-at-work.ts'

const CODE = '7Q2M-0XKD-13AB'
let browser: Browser
beforeAll(async () => {
  if (!noBrowser) browser = await openBrowser()
})
afterAll(() => browser?.close())

const customers = [aCustomer({ customerId: 'c-vi' }), aCustomer({ customerId: 'c-en', locale: 'en' })]
const vouchers = [aVoucher(), aVoucher({ code: '7Q2M-0XKD-13AC', validFrom: '2027-02-01', validTo: '2027-03-01' })]

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

const visit = async (
  look: Look,
  act: (visit: { page: Page; at: string; pages: PagesAtWork }) => Promise<void>,
): Promise<void> => {
  const pages = await pagesAtWork({ customers, vouchers })
  await visitPages({ browser, look, pages, act: (there) => act({ ...there, pages }) })
}

describe.skipIf(noBrowser).each(WALKS)('a customer or a shop in $locale at $width px, $scheme', (look) => {
  const words = WORDS[look.locale]

  test('stopping mails: the page asks, the button stops, by keyboard alone', async () => {
    await visit(look, async ({ page, at, pages }) => {
      const customerId = `c-${look.locale}`
      await page.goto(`${at}/u/${pages.token({ customerId })}`)
      await expectGoodManners(page, 'unsubscribe', look)
      expect(pages.writes()).toBe(0)
      await page.getByLabel(words.everything).check()
      pages.pass(20)
      await page.getByRole('button', { name: words.stop }).press('Enter')
      await page.getByRole('status').waitFor()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(words.stopped)
      await expectGoodManners(page, 'unsubscribed', look)
      expect(Object.keys((await pages.consentsOf(customerId)) ?? {})).toHaveLength(3)
    })
  })

  test('a voucher: found by its code, redeemed at the till, and used from then on', async () => {
    await visit(look, async ({ page, at }) => {
      await page.goto(`${at}/till`)
      await expectGoodManners(page, 'till-search', look)
      await page.getByLabel(words.code).fill('7q2m oxkd i3ab')
      await page.keyboard.press('Enter')
      await page.getByText(CODE).waitFor()
      await expectGoodManners(page, 'till', look)
      await page.getByLabel(words.by).fill('Quầy 2')
      await page.getByLabel(words.tillKey).fill('wrong')
      await page.getByRole('button', { name: words.redeem }).click()
      await page.getByText(words.wrongKey).waitFor()
      await expectGoodManners(page, 'till-wrong-key', look)
      await page.getByLabel(words.tillKey).fill(TILL_KEY)
      await page.getByRole('button', { name: words.redeem }).click()
      await page.getByText(words.done).waitFor()
      await expectGoodManners(page, 'till-redeemed', look)
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
        ['till', `/till/${CODE}`],
        ['till-search', '/till'],
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
