/** People at the pages whom a careful system could take for machines: none of them is refused. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standingAnswer } from '#core/survey/response.ts'
import { expectGoodManners, LOOKS, type Look, loadedWithStyle, visitPages, WALKS } from '#test/browser/page-visit.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aSurvey } from '#test/support/survey-builders.ts'
import { type PagesAtWork, pagesAtWork } from '#test/web/customer/pages-at-work.ts'

let browser: Browser
beforeAll(async () => {
  if (!noBrowser) browser = await openBrowser()
})
afterAll(() => browser?.close())

const customers = [aCustomer({ customerId: 'c-vi' }), aCustomer({ customerId: 'c-en', locale: 'en' })]

interface There {
  readonly page: Page
  readonly at: string
  readonly pages: PagesAtWork
  readonly survey: string
  readonly stop: string
  readonly choices: string
}

async function visit(look: Look, act: (there: There) => Promise<void>): Promise<void> {
  const pages = await pagesAtWork({ customers, surveys: [aSurvey()] })
  const customerId = `c-${look.locale}`
  const paths = {
    survey: pages.surveyPath({ customerId }),
    stop: `/u/${pages.token({ customerId })}`,
    choices: pages.preferencesPath({ customerId }),
  }
  await visitPages({ browser, look, pages, act: (there) => act({ ...there, pages, ...paths }) })
}

const WORDS = {
  vi: {
    send: 'Gửi câu trả lời',
    again: 'Đúng, ghi nhận câu trả lời',
    title: 'Xin chị bấm thêm một lần nữa',
    answer: 'Câu trả lời: 4',
    thanks: 'Cảm ơn chị!',
    change: 'Đổi câu trả lời',
    why: /Điều gì khiến chị chọn như vậy/,
    stop: 'Vâng, ngừng gửi',
    stopped: 'Đã ngừng gửi',
    stopAll: 'Ngừng tất cả',
    saveAgain: 'Đúng, lưu lựa chọn này',
    saved: /Đã lưu lựa chọn/,
  },
  en: {
    send: 'Send my answer',
    again: 'Yes, record my answer',
    title: 'One more press, please',
    answer: 'Your answer: 4',
    thanks: 'Thank you!',
    change: 'Change my answer',
    why: /main reason for your choice/,
    stop: 'Yes, stop',
    stopped: 'Stopped',
    stopAll: 'Stop everything',
    saveAgain: 'Yes, save this choice',
    saved: /has been saved/,
  },
} as const

const scoresOf = async (pages: PagesAtWork, { locale }: Look) =>
  (await pages.responsesOf(`c-${locale}`)).map((response) => standingAnswer(response)?.score)
const shows = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

describe.skipIf(noBrowser).each(WALKS)('in $locale at $width px, $scheme', (look) => {
  const words = WORDS[look.locale]

  test('who is quick is asked once more, with the words they wrote, and then heard', async () => {
    await visit(look, async ({ page, at, pages, survey }) => {
      await page.goto(`${at}${survey}?score=4`)
      await page.getByLabel(words.why).fill('Trà ngon,\n"gói" hơi <sơ sài> & ướt')
      await page.getByRole('button', { name: words.send }).click()
      await shows(page, words.title)
      expect(await page.getByText(words.answer).isVisible()).toBe(true)
      expect(await scoresOf(pages, look)).toEqual([undefined])
      pages.pass(4)
      await page.getByRole('button', { name: words.again }).click()
      await shows(page, words.thanks)
      const [response] = await pages.responsesOf(`c-${look.locale}`)
      expect(response?.answers).toMatchObject([{ score: 4, why: 'Trà ngon,\n"gói" hơi <sơ sài> & ướt' }])
    })
  })

  test('who has cookies off presses once more, by keyboard alone', async () => {
    await visit(look, async ({ page, at, pages, stop }) => {
      await page.goto(`${at}${stop}`)
      await page.context().clearCookies()
      pages.pass(30)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('everything')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await shows(page, words.title)
      expect(await pages.consentsOf(`c-${look.locale}`)).toEqual({})
      await page.context().clearCookies()
      pages.pass(4)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await shows(page, words.stopped)
      expect(await pages.consentsOf(`c-${look.locale}`)).toHaveProperty(['care/email', 'decision'], 'withdrawn')
    })
  })

  test('a mail that is forwarded is answered on the other device as well as on the first', async () => {
    await visit(look, async ({ page, at, pages, survey }) => {
      await page.goto(`${at}${survey}?score=2`)
      const other = await browser.newContext({ viewport: { width: 390, height: 800 }, isMobile: true, hasTouch: true })
      const phone = await other.newPage()
      await phone.goto(`${at}${survey}?score=5`)
      pages.pass(10)
      await phone.getByRole('button', { name: words.send }).tap()
      await shows(phone, words.thanks)
      await page.getByRole('button', { name: words.send }).click()
      await shows(page, words.thanks)
      expect(await scoresOf(pages, look)).toEqual([2])
      await other.close()
    })
  })

  test('a double click is one answer; going back and choosing otherwise changes it; a page of hours ago is sent as it is', async () => {
    await visit(look, async ({ page, at, pages, survey }) => {
      await page.goto(`${at}${survey}?score=4`)
      pages.pass(5 * 3_600)
      await page.getByRole('button', { name: words.send }).dblclick()
      await page.getByRole('heading', { level: 1, name: words.thanks }).waitFor()
      expect((await pages.responsesOf(`c-${look.locale}`))[0]?.answers).toHaveLength(1)
      await page.goBack()
      await page.getByRole('radio', { name: /^2/ }).check()
      pages.pass(10)
      await page.getByRole('button', { name: words.send }).click()
      await shows(page, words.thanks)
      expect(await scoresOf(pages, look)).toEqual([2])
      await page.getByRole('link', { name: words.change }).click()
      await page.getByRole('radio', { name: /^5/ }).check()
      pages.pass(10)
      await page.getByRole('button', { name: words.send }).press('Enter')
      await shows(page, words.thanks)
      expect(await scoresOf(pages, look)).toEqual([5])
    })
  })

  test('a double click that is too quick presses nothing on the page that asks once more', async () => {
    await visit(look, async ({ page, at, pages, stop }) => {
      await page.goto(`${at}${stop}`)
      await page.getByRole('button', { name: words.stop }).dblclick()
      await page.getByRole('heading', { level: 1, name: words.title }).waitFor()
      expect(await pages.consentsOf(`c-${look.locale}`)).toEqual({})
      pages.pass(4)
      await page.getByRole('button', { name: words.stop }).click()
      await shows(page, words.stopped)
    })
  })

  test('who stops everything among the choices at once is asked once more, and then stopped', async () => {
    await visit(look, async ({ page, at, pages, choices }) => {
      await page.goto(`${at}${choices}`)
      await page.getByRole('button', { name: words.stopAll }).click()
      await shows(page, words.title)
      expect(await page.getByText(words.stopAll, { exact: true }).isVisible()).toBe(true)
      expect(pages.writes()).toBe(0)
      pages.pass(4)
      await page.getByRole('button', { name: words.saveAgain }).click()
      await page.getByText(words.saved).waitFor()
      expect(Object.values((await pages.consentsOf(`c-${look.locale}`)) ?? {}).map(({ decision }) => decision)).toEqual(
        Array.from({ length: 4 }, () => 'withdrawn'),
      )
    })
  })

  test('Enter in a field means the form’s own button, never the one for machines', async () => {
    await visit(look, async ({ page, at, pages, survey }) => {
      await page.goto(`${at}${survey}`)
      await page.getByRole('radio', { name: /^4/ }).focus()
      await page.keyboard.press('Space')
      pages.pass(10)
      await page.keyboard.press('Enter')
      await shows(page, words.thanks)
      expect(pages.said).not.toContain('press.suspected')
    })
  })
})

describe.skipIf(noBrowser).each(LOOKS)('in $locale at $width px, $scheme', (look) => {
  test('the pages that ask once more fit, are reached by the keyboard, and axe finds nothing wrong with them; the decoy is out of sight', async () => {
    await visit(look, async ({ page, at, survey, stop, choices }) => {
      for (const [name, path] of [
        ['again-answer', `${survey}?score=4`],
        ['again-stop', stop],
        ['again-choice', choices],
      ] as const) {
        await page.goto(`${at}${path}`)
        await expectDecoyOutOfSight(page)
        await page.locator('form:not([aria-hidden]) button').first().click()
        await shows(page, WORDS[look.locale].title)
        await expectDecoyOutOfSight(page)
        await expectGoodManners(page, name, look)
      }
    })
  })

  test('a visitor who pressed the button for machines is told to wait a minute', async () => {
    await visit(look, async ({ page, at, pages, stop }) => {
      await page.goto(`${at}${stop}`)
      await page.locator('form[aria-hidden] button').dispatchEvent('click')
      await page.getByText(/một phút|one minute/).waitFor()
      await expectGoodManners(page, 'again-slow', look)
      pages.pass(61)
      await page.getByRole('button').click()
      await shows(page, WORDS[look.locale].stopped)
    })
  })
})

/** A place of its own for machines that look for one, and none on the screen. */
async function expectDecoyOutOfSight(page: Page): Promise<void> {
  await loadedWithStyle(page)
  const box = await page.locator('form[aria-hidden] button').boundingBox()
  expect(box && box.x + box.width).toBeLessThan(0)
  expect(box?.height).toBeGreaterThan(20)
  expect(await page.getByRole('button', { name: /máy|machines/ }).count()).toBe(0)
}
