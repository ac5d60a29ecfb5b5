/** A company's mail scanner as they are nowadays: a real browser with scripts, that opens every link it is given and presses every button it finds. */
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { standingAnswer } from '#core/survey/response.ts'
import { questionsOf } from '#core/work/case/questions.ts'
import { aCustomer } from '#test/support/builders.ts'
import { ASKED_AT, askedDepartment, QUESTION } from '#test/support/question-builders.ts'
import { aVoucher, CASE_ASKED, NOW, type PagesAtWork, pagesAtWork } from '#test/web/customer/pages-at-work.ts'

/**
 * By script, as machines do that look for what can be pressed: also what no person can see. What a form asks for is filled in, so that nothing
 * stays where it is; pressed after this call, so that the page may go away under it.
 */
async function press(page: Page, place: number): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.evaluate((at) => {
    for (const field of document.querySelectorAll('input[type=text], input[type=password], textarea'))
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = 'x'
    for (const field of document.querySelectorAll('input[type=radio]'))
      if (field instanceof HTMLInputElement) field.checked = true
    setTimeout(() => document.querySelectorAll<HTMLElement>('button, input[type=submit]')[at]?.click())
  }, place)
  await loaded
}

const buttonsOf = (page: Page) => page.locator('button, input[type=submit]').count()

interface Scan {
  readonly browser: Browser
  readonly links: readonly string[]
  /** One browser for everything, or a new one for every press. */
  readonly sharesCookies: boolean
  readonly lingers: () => void
}

/** Answers how many buttons it pressed. */
export async function scan({ browser, links, sharesCookies, lingers }: Scan): Promise<number> {
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
export const linksOf = async (pages: PagesAtWork, at: string) => [
  `${at}${await pages.solvedPath()}?said=yes`,
  `${at}${pages.surveyPath()}?score=1`,
  `${at}/u/${pages.token({ purpose: 'survey' })}`,
  `${at}${pages.preferencesPath()}`,
  `${at}/v/7Q2M-0XKD-13AB`,
  ...[QUESTION, ACCEPTED].map(
    (questionId) => `${at}${pages.questionPath({ askedAt: ASKED_AT, questionId, holder: 'addressee' })}`,
  ),
]

/** One question that is to be accepted, and one that is to be answered. */
const ACCEPTED = '22222222-2222-4222-8222-222222222222'
async function askDepartment(pages: PagesAtWork): Promise<void> {
  await pages.askedPath()
  const item = await pages.work.get(CASE_ASKED)
  if (item?.kind !== 'case') throw new Error('no case')
  const said = { is: 'link', name: 'Vũ Thị Lan' } as const
  const accepted = {
    is: 'department-accepted',
    at: NOW,
    by: { is: 'system' },
    questionId: ACCEPTED,
    said,
    promisedAt: '2027-03-12T02:00:00.000Z',
  } as const
  const events = [...item.events, askedDepartment({ questionId: ACCEPTED }), accepted] as typeof item.events
  await pages.work.update({ ...item, events, version: 1 })
  const [row] = await pages.questions.since(ASKED_AT)
  if (row) await pages.questions.put({ ...row, questionId: ACCEPTED })
}

export async function serving(
  act: (there: { readonly pages: PagesAtWork; readonly at: string }) => Promise<void>,
): Promise<void> {
  const pages = await pagesAtWork({ customers, vouchers: [aVoucher()] })
  await askDepartment(pages)
  const server = createAdaptorServer({ fetch: (request: Request, call: object) => pages.answer(request, call) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    await act({ pages, at: `http://127.0.0.1:${port}` })
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

export async function expectNothingHappened(pages: PagesAtWork): Promise<void> {
  expect((await pages.responsesOf()).map(standingAnswer).filter(Boolean)).toEqual([])
  expect((await pages.solvedCase()).events.map(({ is }) => is)).toEqual(['opened', 'moved', 'waiting'])
  const asked = await pages.work.get(CASE_ASKED)
  expect(asked && questionsOf(asked).map(({ state }) => state)).toEqual(['asked', 'accepted'])
  expect(asked?.events).toHaveLength(4)
  expect(await pages.workOf()).toHaveLength(2)
  expect(await pages.consentsOf()).toEqual({})
  expect(await pages.recordsOf()).toEqual([])
  expect((await pages.personOf())?.frequency).toBe('any')
  expect(pages.notices.waiting()).toEqual([])
  expect((await pages.vouchers.get('7Q2M-0XKD-13AB'))?.redeemedAt).toBeNull()
}
