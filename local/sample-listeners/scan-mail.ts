/** A company's mail scanner: one browser with cookies that opens every link of a mail and presses every button there and on the following pages. */
import { type Browser, customerBrowser, type PageSeen, type Pages } from '#local/sample-listeners/browser.ts'
import { formsIn } from '#local/sample-listeners/markup.ts'

/** How many pages it follows from the page that the link opens. */
const FOLLOWED = 2

export async function scanMail(pages: Pages, links: readonly string[]): Promise<void> {
  const browser = customerBrowser(pages, 'mail scanner')
  const pressed = new Set<string>()
  for (const link of links) {
    const page = await browser.open(link)
    // The buttons of one page do the same for every score that a link chooses, and less where it chooses none.
    const { pathname, search } = new URL(link)
    const buttons = `${pathname}${search === '' ? '' : '?'}`
    if (pressed.has(buttons)) continue
    pressed.add(buttons)
    await pressEverything(browser, page, FOLLOWED)
  }
}

async function pressEverything(browser: Browser, page: PageSeen, follow: number): Promise<void> {
  for (const form of formsIn(page.body)) {
    for (const button of form.buttons) {
      const next = await browser.send(new URL(form.action || page.url, page.url).href, [
        ...form.filled,
        ...(button ? [button] : []),
      ])
      if (follow > 1) await pressEverything(browser, next, follow - 1)
    }
  }
}
