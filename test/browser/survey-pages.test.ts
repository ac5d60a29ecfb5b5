import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SURVEY_KINDS, type SurveyKind } from '#core/campaign/survey-definition.ts'
import { standingAnswer } from '#core/survey/response.ts'
import { expectGoodManners, LOOKS, type Look, visitPages, WALKS } from '#test/browser/page-visit.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aSurvey } from '#test/support/survey-builders.ts'
import { INVITED_ON, type PagesAtWork, pagesAtWork } from '#test/web/customer/pages-at-work.ts'

let browser: Browser
beforeAll(async () => {
  if (!noBrowser) browser = await openBrowser()
})
afterAll(() => browser?.close())

const customers = [aCustomer({ customerId: 'c-vi' }), aCustomer({ customerId: 'c-en', locale: 'en' })]
const followUps = [
  {
    id: 'what-went-wrong',
    bands: ['low' as const],
    question: { vi: 'Điều gì khiến {honorific} chưa hài lòng?', en: 'What were you not satisfied with?' },
    choices: [
      { id: 'delivery', text: { vi: 'Giao hàng chậm, thiếu hoặc sai', en: 'A late, incomplete or wrong delivery' } },
      { id: 'product', text: { vi: 'Chất lượng sản phẩm', en: 'The quality of the product' } },
    ],
  },
  {
    id: 'what-else',
    bands: ['low' as const],
    question: { vi: 'Chúng tôi nên làm gì khác đi ạ?', en: 'What should we do differently?' },
  },
]
const surveys = SURVEY_KINDS.map((kind) => aSurvey({ kind, followUps }, { id: kind }))

type There = {
  readonly page: Page
  readonly at: string
  readonly pages: PagesAtWork
  readonly pathOf: (kind: SurveyKind) => string
}

async function visit(
  look: Look,
  act: (there: There) => Promise<void>,
  over: { javaScriptEnabled?: boolean } = {},
): Promise<void> {
  const pages = await pagesAtWork({ customers, surveys })
  const pathOf = (kind: SurveyKind) => pages.surveyPath({ customerId: `c-${look.locale}`, occurrenceId: `${kind}_${INVITED_ON}` })
  await visitPages({ browser, look, pages, act: (there) => act({ ...there, pages, pathOf }), ...over })
}

const WORDS = {
  vi: {
    send: 'Gửi câu trả lời',
    why: /Điều gì khiến chị chọn như vậy/,
    thanks: 'Cảm ơn chị!',
    product: 'Chất lượng sản phẩm',
    else: /Chúng tôi nên làm gì khác đi/,
    more: 'Gửi thêm',
    noted: /cả những điều chị vừa kể thêm/,
    change: 'Đổi câu trả lời',
    recorded: /đã ghi nhận câu trả lời/,
    choose: 'xin chị chọn một mức',
    rate: 'xin chị chấm ít nhất một mục',
    save: 'Lưu lựa chọn',
    weekly: /mỗi tuần một lần/,
    saved: /Đã lưu lựa chọn/,
    offers: 'Ưu đãi và quà tặng',
    byMail: 'Qua email',
  },
  en: {
    send: 'Send my answer',
    why: /main reason for your choice/,
    thanks: 'Thank you!',
    product: 'The quality of the product',
    else: /What should we do differently/,
    more: 'Send this too',
    noted: /what you added as well/,
    change: 'Change my answer',
    recorded: /has been recorded/,
    choose: 'please choose one',
    rate: 'please rate at least one',
    save: 'Save my choice',
    weekly: /once a week/,
    saved: /has been saved/,
    offers: 'Offers and gifts',
    byMail: 'By e-mail',
  },
} as const

describe.skipIf(noBrowser).each(WALKS)('a customer in $locale at $width px, $scheme', (look) => {
  const words = WORDS[look.locale]
  const customerId = `c-${look.locale}`

  test('taps a score in the mail, says why, tells more, and changes their mind', async () => {
    await visit(look, async ({ page, at, pages, pathOf }) => {
      await page.goto(`${at}${pathOf('csat')}?score=2`)
      expect(await page.getByRole('radio', { name: /^2/ }).isChecked()).toBe(true)
      expect(pages.writes()).toBe(0)
      await expectGoodManners(page, 'survey-tapped', look)
      await page.getByLabel(words.why).fill('Trà đến muộn ba ngày')
      pages.pass(20)
      await page.getByRole('button', { name: words.send }).press('Enter')
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(words.thanks)
      await expectGoodManners(page, 'survey-thanks-low', look)
      await page.reload()
      await page.getByLabel(words.product).check()
      await page.getByLabel(words.else).fill('Gọi trước khi giao')
      pages.pass(20)
      await page.getByRole('button', { name: words.more }).click()
      await page.getByText(words.noted).waitFor()
      await expectGoodManners(page, 'survey-more-noted', look)
      await page.getByRole('link', { name: words.change }).click()
      await page.getByText(words.recorded).waitFor()
      await expectGoodManners(page, 'survey-recorded', look)
      await page.getByRole('radio', { name: /^5/ }).check()
      pages.pass(20)
      await page.getByRole('button', { name: words.send }).click()
      await page.getByRole('heading', { level: 1, name: words.thanks }).waitFor()
      await expectGoodManners(page, 'survey-thanks-high', look)
      const [response] = await pages.responsesOf(customerId)
      expect(response?.answers.map(({ score }) => score)).toEqual([2, 2, 5])
      expect(response && standingAnswer(response)?.origin.network).toMatch(/^[0-9a-f]{32}$/)
      expect(await pages.workOf(customerId)).toMatchObject([{ kind: 'call-task', subject: { is: 'low-score' } }])
    })
  })

  test('who forgets to choose is led to the scale, by keyboard alone', async () => {
    await visit(look, async ({ page, at, pages, pathOf }) => {
      await page.goto(`${at}${pathOf('nps')}`)
      pages.pass(20)
      await page.getByRole('button', { name: words.send }).press('Enter')
      await page.getByRole('alert').waitFor()
      await expectGoodManners(page, 'survey-missing', look)
      await page.getByRole('link', { name: words.choose }).press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('score-0')
      await page.keyboard.press('Space')
      for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowRight')
      pages.pass(20)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: words.thanks }).waitFor()
      expect((await pages.responsesOf(customerId))[0]?.answers.map(({ score }) => score)).toEqual([9])
    })
  })

  test.each([true, false])(
    'rates several attributes by keyboard alone, with script or without (%s), and skips one',
    async (javaScriptEnabled) => {
      await visit(
        look,
        async ({ page, at, pages, pathOf }) => {
          // The judge of manners is a script.
          const judged = async (name: string) => javaScriptEnabled && expectGoodManners(page, name, look)
          await page.goto(`${at}${pathOf('csi')}`)
          const [first, second, third] = ['overall', 'expectation', 'ideal'].map((id) => page.locator(`[name="rate.${id}"]`))
          pages.pass(20)
          await page.getByRole('button', { name: words.send }).press('Enter')
          await page.getByRole('alert').waitFor()
          await judged('survey-csi-missing')
          await page.getByRole('link', { name: words.rate }).press('Enter')
          await first?.first().press('Space')
          await page.keyboard.press('ArrowRight')
          // The next stop of the keyboard is the next group; one arrow back from its first button lies the choice to skip it.
          await page.keyboard.press('Tab')
          await page.keyboard.press('ArrowLeft')
          await page.keyboard.press('Tab')
          await page.keyboard.press('Space')
          await page.keyboard.press('ArrowRight')
          await page.keyboard.press('ArrowRight')
          pages.pass(20)
          await page.keyboard.press('Enter')
          await page.getByRole('heading', { level: 1, name: words.thanks }).waitFor()
          await judged('survey-csi-thanks-low')
          await page.getByRole('link', { name: words.change }).click()
          expect(await second?.last().isChecked()).toBe(true)
          await judged('survey-csi-recorded')
          await third?.nth(9).check()
          pages.pass(20)
          await page.getByRole('button', { name: words.send }).click()
          await page.getByRole('heading', { level: 1, name: words.thanks }).waitFor()
          const [response] = await pages.responsesOf(customerId)
          expect(response?.answers.map(({ ratings }) => ratings?.map(({ score }) => score))).toEqual([
            [2, null, 3],
            [2, null, 10],
          ])
          expect(await pages.workOf(customerId)).toMatchObject([{ subject: { is: 'low-score', score: 17, outOf: 100 } }])
        },
        { javaScriptEnabled },
      )
    },
  )

  test('chooses what to receive and how often', async () => {
    await visit(look, async ({ page, at, pages }) => {
      await page.goto(`${at}${pages.preferencesPath({ customerId })}`)
      await expectGoodManners(page, 'preferences', look)
      expect(pages.writes()).toBe(0)
      await page.getByRole('group', { name: words.offers }).getByLabel(words.byMail).check()
      await page.getByLabel(words.weekly).check()
      pages.pass(20)
      await page.getByRole('button', { name: words.save }).click()
      await page.getByText(words.saved).waitFor()
      await expectGoodManners(page, 'preferences-saved', look)
      expect(await pages.consentsOf(customerId)).toMatchObject({ 'advertising/email': { decision: 'granted' } })
      expect((await pages.personOf(customerId))?.frequency).toBe('weekly')
    })
  })

  test('the page of a narrow phone is not wider than its screen', async () => {
    await visit(look, async ({ page, at, pages, pathOf }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      for (const path of [...SURVEY_KINDS.map(pathOf), pages.preferencesPath({ customerId: `c-${look.locale}` })]) {
        await page.goto(`${at}${path}`)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      }
    })
  })

  test('does all of it with JavaScript switched off', async () => {
    await visit(
      look,
      async ({ page, at, pages, pathOf }) => {
        await page.goto(`${at}${pathOf('fcr')}?score=0`)
        pages.pass(20)
        await page.getByRole('button', { name: words.send }).click()
        await page.getByLabel(words.product).check()
        pages.pass(20)
        await page.getByRole('button', { name: words.more }).click()
        await page.getByText(words.noted).waitFor()
        await page.goto(`${at}${pages.preferencesPath({ customerId })}`)
        await page.getByLabel(words.weekly).check()
        pages.pass(20)
        await page.getByRole('button', { name: words.save }).click()
        await page.getByText(words.saved).waitFor()
        expect((await pages.responsesOf(customerId)).map(standingAnswer)).toMatchObject([
          { score: 0, followUps: { 'what-went-wrong': ['product'] } },
        ])
      },
      { javaScriptEnabled: false },
    )
  })
})

describe.skipIf(noBrowser).each(LOOKS)('in $locale at $width px, $scheme', (look) => {
  test('every page fits, is labelled, is reached by the keyboard, and axe finds nothing wrong with it', async () => {
    await visit(look, async ({ page, at, pages, pathOf }) => {
      const customerId = `c-${look.locale}`
      for (const kind of SURVEY_KINDS) {
        await page.goto(`${at}${pathOf(kind)}`)
        await expectGoodManners(page, `survey-${kind}`, look)
      }
      for (const [name, path] of [
        ['survey-broken', '/s/forged'],
        ['survey-expired', pages.surveyPath({ customerId, expiresAt: '2027-03-09T00:00:00.000Z' })],
        ['survey-gone', pages.surveyPath({ customerId: 'c-404' })],
        ['preferences', pages.preferencesPath({ customerId })],
      ] as const) {
        await page.goto(`${at}${path}`)
        await expectGoodManners(page, name, look)
      }
      pages.setNow('2027-06-01T02:00:00.000Z')
      await page.goto(`${at}${pathOf('nps')}`)
      await expectGoodManners(page, 'survey-closed', look)
      expect(pages.writes()).toBe(0)
    })
  })
})
