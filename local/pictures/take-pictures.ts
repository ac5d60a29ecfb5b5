/**
 * Takes the pictures of the guides, in both languages, from a local system that runs: `npm run pictures -- --url URL --out DIR`. It is meant for the
 * sample company begun on 2027-01-25 and moved to 2027-02-20, and acts there as staff would, so that work and log have something to show. With
 * `--only calls,call`, on the morning of a working day, it takes those of the desk, where one call is then held; with `--only report` those of the report, with
 * `--only rehearsal` those of rehearsals.
 */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import type { Disposition } from '#core/work/disposition.ts'

const BROWSERS = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const SIZES = {
  desktop: { width: 1280, height: 700 },
  /** Tall enough for the buttons below the reason, and for everybody of the roster. */
  form: { width: 1280, height: 860 },
  /** Down into the main figures; the whole summary would be too large a file. */
  report: { width: 1000, height: 1000 },
  phone: { width: 390, height: 1200 },
} as const
/** Of a picture: a page of the guides has several. */
const MOST_BYTES = 150_000

const HEAD = 'Phạm Minh Châu'
const AGENT = 'Nguyễn Thu Hạnh'
const LEAD = 'Lê Ngọc Mai'
const MARKETING = 'Đặng Thùy Dương'
const LONGEST_REHEARSAL_MS = 300_000
const GIFT = 'birthday-gift'
const TET = { campaignId: 'tet-greeting', date: '2027-02-04' } as const

interface Shot {
  readonly name: string
  readonly as: string | null
  readonly size: keyof typeof SIZES
  readonly path: string
}

/** Of the last whole month: what stands first, and what is behind a figure. */
const REPORT: readonly Shot[] = [
  { name: 'report-desktop', as: HEAD, size: 'report', path: '/report' },
  { name: 'report-phone', as: HEAD, size: 'phone', path: '/report' },
  { name: 'report-figure', as: HEAD, size: 'form', path: '/report/figures/csat' },
]

const {
  url = 'http://127.0.0.1:8420',
  out = 'docs/images',
  only,
} = parseArgs({
  options: { url: { type: 'string' }, out: { type: 'string' }, only: { type: 'string' } },
}).values
const executablePath = BROWSERS.find((place) => place !== undefined && existsSync(place))
if (executablePath === undefined) throw new Error('no Chromium: install it, or name one in CHROMIUM_PATH')
mkdirSync(out, { recursive: true })
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const shots =
    only === 'report'
      ? REPORT
      : only === 'rehearsal'
        ? await shotsOfRehearsals(browser)
        : only !== undefined
          ? await shotsOfDesk(browser, only.split(','))
          : await shotsAfterActs(browser)
  for (const locale of ['vi', 'en']) for (const shot of shots) await take(browser, shot, locale)
} finally {
  await browser.close()
}

/** What is to be seen, after staff have done something to be seen: once, however often pictures are taken. */
async function shotsAfterActs(from: Browser): Promise<readonly Shot[]> {
  const page = await pageFor(from, { as: AGENT, size: 'desktop', locale: 'vi' })
  const own = (await workOn(page, '/work?whose=mine'))[0] ?? (await actAsStaff(page))
  await page.goto(`${url}/work?whose=mine`)
  const customer = await page.locator(`[data-work="${own}"] a[href^="/customers/"]`).first().getAttribute('href')
  await page.context().close()
  return [
    { name: 'people', as: null, size: 'form', path: '/sign-in' },
    { name: 'clock', as: HEAD, size: 'desktop', path: '/clock' },
    { name: 'today', as: HEAD, size: 'desktop', path: '/' },
    { name: 'campaign', as: HEAD, size: 'desktop', path: `/campaigns/${GIFT}` },
    { name: 'preview', as: HEAD, size: 'desktop', path: `/campaigns/${GIFT}/preview` },
    { name: 'occurrence', as: HEAD, size: 'desktop', path: `/occurrences/${occurrenceIdOf(TET)}` },
    { name: 'act', as: HEAD, size: 'form', path: `/campaigns/${GIFT}/pause` },
    { name: 'log', as: HEAD, size: 'desktop', path: '/log' },
    { name: 'customer', as: AGENT, size: 'desktop', path: customer ?? '/customers' },
    { name: 'work-list', as: AGENT, size: 'phone', path: '/work' },
    { name: 'work-item', as: AGENT, size: 'phone', path: `/work/${encodeURIComponent(own)}` },
    { name: 'shifts', as: LEAD, size: 'desktop', path: '/team?date=2027-02-22' },
  ]
}

/** The list of a day that one agent works on, and the screen of a call that is held. */
async function shotsOfDesk(from: Browser, wanted: readonly string[]): Promise<readonly Shot[]> {
  const page = await pageFor(from, { as: AGENT, size: 'desktop', locale: 'vi' })
  await page.goto(`${url}/calls`)
  const links = page.locator('[data-call] h3 a[href^="/work/"]')
  const paths = await links.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href') ?? ''))])
  const [first] = paths
  if (first === undefined)
    throw new Error('this agent has no calls on the list of today: move the time to the morning of a working day')
  await page.goto(`${url}${first}`)
  const hold = page.locator('[data-lease=free] button')
  if ((await hold.count()) > 0) await hold.click()
  await page.context().close()
  const sizes = ['desktop', 'phone'] as const
  const shots = sizes.flatMap((size): readonly Shot[] => [
    { name: `calls-${size}`, as: AGENT, size, path: '/calls' },
    { name: `call-${size}`, as: AGENT, size, path: first },
  ])
  return shots.filter(({ name }) => wanted.some((one) => name.startsWith(`${one}-`)))
}

/** A year rehearsed as it is in force, and once more with a birthday gift that fewer get. */
async function shotsOfRehearsals(from: Browser): Promise<readonly Shot[]> {
  const page = await pageFor(from, { as: MARKETING, size: 'desktop', locale: 'vi' })
  const gift = JSON.parse(readFileSync(`campaigns/${GIFT}.json`, 'utf8'))
  const tried = { ...gift, audience: { ...gift.audience, tiers: ['gold'] } }
  const rehearsed = async (files: Parameters<Page['setInputFiles']>[1]) => {
    await page.goto(`${url}/rehearsals`)
    await page.setInputFiles('#files', files)
    await page.locator('#new button').click()
    await page.locator('#compare').waitFor({ timeout: LONGEST_REHEARSAL_MS })
    return new URL(page.url()).pathname
  }
  const before = await rehearsed([])
  const file = { name: `${GIFT}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(tried)) }
  const after = await rehearsed([file])
  await page.context().close()
  return [
    { name: 'rehearsal', as: MARKETING, size: 'desktop', path: before },
    { name: 'rehearsal-compared', as: MARKETING, size: 'form', path: `${after}/against?before=${before.split('/').at(-1)}` },
  ]
}

/** One call closed, one taken and noted on, which is the answer; and a campaign paused and resumed. */
async function actAsStaff(page: Page): Promise<string> {
  const [own, other] = await workOn(page, '/work?kind=low-score')
  if (own === undefined || other === undefined) throw new Error('the sample company has no two calls to make: move its time on')
  await record(page, other, { note: 'Đã gọi, xin lỗi khách và hẹn đổi hộp trà mới trong tuần.', disposition: 'feedback' })
  await page.goto(`${url}/work/${encodeURIComponent(own)}`)
  await page.locator('form.take[action$="/assign"] button').click()
  await record(page, own, { note: 'Máy bận, hẹn gọi lại lúc 15 giờ.' })

  const head = await pageFor(browser, { as: HEAD, size: 'desktop', locale: 'vi' })
  for (const act of ['pause', 'resume']) {
    await head.goto(`${url}/campaigns/${GIFT}/${act}`)
    await head.locator('#because').fill('Chờ kho báo lại số hộp quà.')
    await head.locator('.act form button').click()
  }
  await head.context().close()
  return own
}

async function workOn(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(`${url}${path}`)
  return page.locator('article.work').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-work') ?? ''))
}

/** Each person signs in once: the log shows every sign-in. */
async function pageFor(
  from: Browser,
  { as, size, locale }: { readonly as: string | null; readonly size: Shot['size']; readonly locale: string },
): Promise<Page> {
  const storageState = as === null ? undefined : sessions.get(as)
  const context = await from.newContext({ viewport: SIZES[size], colorScheme: 'light', ...(storageState && { storageState }) })
  const page = await context.newPage()
  if (as !== null && storageState === undefined) {
    await page.goto(`${url}/sign-in`)
    await page.getByRole('button', { name: new RegExp(as) }).click()
    sessions.set(as, await context.storageState())
  }
  await page.goto(`${url}/language/${locale}?back=/clock`)
  return page
}

/** Notes how the call ended, or only writes a note. */
async function record(
  page: Page,
  workId: string,
  { note, disposition }: { readonly note: string; readonly disposition?: Disposition },
): Promise<void> {
  await page.goto(`${url}/work/${encodeURIComponent(workId)}`)
  await page.locator('#note').fill(note)
  if (disposition !== undefined) await page.locator(`input[name=disposition][value=${disposition}]`).check()
  await page
    .locator(disposition === undefined ? '[data-act=call] button[formaction]' : '[data-act=call] button:not([formaction])')
    .click()
}

async function take(from: Browser, { name, as, size, path }: Shot, locale: string): Promise<void> {
  const page = await pageFor(from, { as, size, locale })
  await page.goto(`${url}${path}`)
  const file = join(out, `${name}.${locale}.png`)
  await page.screenshot({ path: file })
  const { size: bytes } = statSync(file)
  console.log(`${file}: ${Math.round(bytes / 1000)} kB`)
  if (bytes > MOST_BYTES) throw new Error(`${file} has ${bytes} bytes; at most ${MOST_BYTES}`)
  await page.context().close()
}
