/** A browser at the customers' pages, and what every page owes its visitor, whatever it is about. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createAdaptorServer } from '@hono/node-server'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PagesAtWork } from '#test/web/customer/pages-at-work.ts'

/** Where the pictures go, for a person to look at; none are taken otherwise. */
const PICTURES = process.env.PAGE_PICTURES

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const AXE_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export interface Look {
  readonly locale: 'vi' | 'en'
  readonly width: 390 | 1280
  readonly scheme: 'light' | 'dark'
}
export const LOOKS: readonly Look[] = (['vi', 'en'] as const).flatMap((locale) =>
  ([390, 1280] as const).flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ locale, width, scheme }))),
)

/** The steps are the same in every look, so two are enough to walk through. */
export const WALKS: readonly Look[] = [
  { locale: 'vi', width: 390, scheme: 'light' },
  { locale: 'en', width: 1280, scheme: 'dark' },
]

export interface Visit {
  readonly browser: Browser
  readonly look: Look
  readonly pages: PagesAtWork
  readonly act: (visit: { readonly page: Page; readonly at: string }) => Promise<void>
  readonly javaScriptEnabled?: boolean
}

/** A page in a browser at the customers' pages, with everything it asked for and complained about. */
export async function visitPages({ browser, look, pages, act, javaScriptEnabled = true }: Visit): Promise<void> {
  const server = createAdaptorServer({ fetch: (request: Request, call: object) => pages.answer(request, call) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    locale: look.locale,
    colorScheme: look.scheme,
    javaScriptEnabled,
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
    await act({ page, at })
    expect(elsewhere).toEqual([])
    // A browser calls a page with the status 404 an error; the page itself has none.
    expect(complaints.filter((text) => !text.includes('status of 4'))).toEqual([])
  } finally {
    await context.close()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** The words of a page are there before its style, which a browser waits for before it shows anything. */
export async function loadedWithStyle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.readyState === 'complete')
}

export async function expectGoodManners(page: Page, name: string, { locale, width, scheme }: Look): Promise<void> {
  await loadedWithStyle(page)
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${locale}-${width}-${scheme}.png`, fullPage: true })
  const found = await page.evaluate(() => {
    // What machines alone find is judged by axe and by its own test.
    const controls = [...document.querySelectorAll('input:not([type=hidden]), textarea, button, a[href]')].filter(
      (control) => !control.closest('[aria-hidden=true]'),
    )
    const groups = new Set(
      controls.map((control, at) => (control instanceof HTMLInputElement && control.type === 'radio' ? control.name : at)),
    )
    const isField = (control: Element) => control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
    return {
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      unlabelled: controls
        .filter((control) => (isField(control) ? !control.labels?.length : control.textContent?.trim() === ''))
        .map((control) => control.outerHTML),
      small: controls
        .filter((control) => control instanceof HTMLButtonElement || control.closest('label.step'))
        .filter((control) => {
          const { width, height } = control.getBoundingClientRect()
          return height < 44 || width < 44
        })
        .map((control) => control.outerHTML),
      // All the choices of one question are one stop on the way.
      stops: groups.size,
      lang: document.documentElement.lang,
      background: getComputedStyle(document.body).backgroundColor,
      headings: [...document.querySelectorAll('h1')].length,
    }
  })
  expect(found).toMatchObject({ wide: 0, unlabelled: [], small: [], lang: locale, headings: 1 })
  const brightness = found.background.match(/\d+/g)?.slice(0, 3).map(Number) ?? []
  expect(Math.max(...brightness) < 128).toBe(scheme === 'dark')
  await expectAccessible(page, name)
  // Every control is reached by the keyboard alone, in the order of the page, and shows that it is.
  const reached: string[] = []
  for (let press = 0; press < found.stops; press++) {
    await page.keyboard.press('Tab')
    reached.push(
      await page.evaluate(() => {
        const { activeElement } = document
        if (!activeElement) return 'nothing'
        const shown = activeElement.closest('label.step')?.querySelector('span') ?? activeElement
        return `${activeElement.tagName} ${getComputedStyle(shown).outlineStyle}`
      }),
    )
  }
  expect(reached.filter((element) => !/^(INPUT|TEXTAREA|BUTTON|A) solid$/.test(element))).toEqual([])
}

/** What axe can find of the guidelines' levels A and AA. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate(AXE)
  const found = await page.evaluate((rules): Promise<AxeResults> => {
    const axe: unknown = Reflect.get(globalThis, 'axe')
    const run: unknown = typeof axe === 'object' && axe !== null ? Reflect.get(axe, 'run') : undefined
    if (typeof run !== 'function') throw new Error('axe is not there')
    return run.call(axe, document, { runOnly: { type: 'tag', values: rules } })
  }, AXE_RULES)
  const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(told, name).toEqual([])
}
