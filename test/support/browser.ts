/** A real browser without a window. Where there is none, its tests are skipped by name; on a CI machine that is a failure. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const found = PLACES.find((place) => place !== undefined && existsSync(place))
if (found === undefined && process.env.CI) {
  throw new Error('no Chromium on this CI machine: install chromium, or name one in CHROMIUM_PATH')
}

/** For `test.skipIf(noBrowser)`. */
export const noBrowser = found === undefined

/** What a page waits for comes late on a busy machine. */
const WAITS_MS = 3 * 60_000

export async function openBrowser(): Promise<Browser> {
  if (found === undefined) throw new Error('no Chromium: install chromium, or name one in CHROMIUM_PATH')
  const browser = await chromium.launch({
    executablePath: found,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  browser.on('context', (context) => context.setDefaultTimeout(WAITS_MS))
  return browser
}
