/** What customers say, seen in the staff app: a survey after a delivery, answered on the page and by mail, the work it makes, and its end. */

import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standingAnswer } from '#core/survey/response.ts'
import { plusMs } from '#core/time/instant.ts'
import { instantAt } from '#core/time/zone.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { formsIn } from '#local/sample-listeners/markup.ts'
import { taggedWith } from '#local/sections/mail-rows.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { signInto } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

/** Where the pictures go, for a person to look at; none are taken otherwise. */
const PICTURES = process.env.PAGE_PICTURES
const SCRIPT = '<script>document.title = "taken"</script><b>Giao trễ</b>'

let company: SmallCompany
let system: RunningSystem
let browser: Browser
let context: BrowserContext
let page: Page
let occurrence = ''
const complaints: string[] = []

beforeAll(async () => {
  if (noBrowser) return
  // Hùng's tea is delivered on Thursday 4 February 2027; Tết begins on the 6th.
  company = smallCompany({ startOn: '2027-02-02' })
  ;[system, browser] = await Promise.all([company.start(), openBrowser()])
  system.moves?.to(instantAt('2027-02-18', '18:00', 'Asia/Ho_Chi_Minh'))
  await system.moves?.idle()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await signInto(context, system)
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(error.error().message))
  page = await context.newPage()
  const [asked] = system.stack.mailbox.list({ search: '/s/', to: 'hung@example.com', limit: 1 }).messages
  occurrence = (asked && taggedWith(asked, 'occurrenceId')) ?? 'none was asked'
})

afterAll(async () => {
  await browser?.close()
  await system?.stop()
  company?.remove()
})

const open = (path: string) => page.goto(`${system.url}${path}`)
const speak = (language: 'vi' | 'en') => open(`/language/${language}?back=/`)

/** The time a person takes for a page; the clock stands still between two moves. */
async function read(): Promise<void> {
  system.moves?.to(plusMs(system.clock.now(), 20_000))
  await system.moves?.idle()
}

/** The page's own form, sent with these fields. */
async function press(link: string, form: Readonly<Record<string, string>>): Promise<void> {
  const shown = formsIn(await (await page.request.get(link)).text()).find(({ isForPeople }) => isForPeople)
  await read()
  await page.request.post(link, { form: { ...Object.fromEntries(shown?.filled ?? []), ...form } })
}

/** The survey's mail to Hùng. */
const surveyMail = () => system.stack.mailbox.list({ search: '/s/', to: 'hung@example.com', limit: 1 }).messages[0]?.messageId
const openSurveyMail = () => open(`/mailbox/${surveyMail()}`)

async function invitations(): Promise<Record<string, number>> {
  await open(`/occurrences/${occurrence}`)
  const terms = await page.locator('[data-invitations]').all()
  const lines = await Promise.all(
    terms.map(async (term) => [await term.getAttribute('data-invitations'), Number(await term.locator('b').textContent())]),
  )
  return Object.fromEntries(lines)
}

describe.skipIf(noBrowser)('a survey after a delivery', () => {
  test('is shown as one open invitation, and nobody’s score is no data, not zero', async () => {
    expect(await invitations()).toEqual({ sent: 1, answered: 0, 'opted-out': 0, undeliverable: 0, open: 1, unanswered: 0 })
    expect(await page.locator('[data-scores="none"]').textContent()).toContain('Chưa có dữ liệu')
  })

  test('answered on the page, it is counted in its band, and the words in it stay words', async () => {
    await openSurveyMail()
    const link = await page.locator('dd a[href*="/s/"]').first().getAttribute('href')
    await page.goto(`${link}?score=2`)
    await page.locator('textarea').fill(SCRIPT)
    await read()
    await page.getByRole('button', { name: 'Gửi câu trả lời' }).click()
    await page.getByRole('heading', { level: 1, name: 'Cảm ơn' }).waitFor()

    expect(await invitations()).toMatchObject({ sent: 1, answered: 1, open: 0 })
    expect(await page.locator('[data-band="low"]').textContent()).toBe('1')
    await open('/listening')
    expect(await page.locator('tbody tr').first().textContent()).toContain(SCRIPT)
    expect(await page.title()).toContain('Lắng nghe')
  })

  test('words added later stand beside the answer that opened the work', async () => {
    await openSurveyMail()
    const link = await page.locator('dd a[href*="/s/"]').first().getAttribute('href')
    const form = { score: '4', why: 'Thôi được' }
    await press(`${link}`, form)
    await open('/work')
    const said = await page.locator('[data-work] blockquote').textContent()
    expect(said).toMatch(/^2\/5.*Giao trễ.*đổi thành 4\/5.*Thôi được/s)
    await press(`${link}`, { score: '2', why: SCRIPT })
    await open('/work')
    expect(await page.locator('[data-work] blockquote').textContent()).toMatch(/^2\/5.*Giao trễ.*trả lời lại 2\/5/s)
  })

  test('the unhappy customer stands among the work at once, with what they said, and can be closed once', async () => {
    await open('/')
    expect(await page.locator('[data-count="open-work"]').textContent()).toBe('1')
    await open('/work')
    const work = page.locator('[data-work]')
    expect(await work.count()).toBe(1)
    expect(await work.textContent()).toContain('Trần Văn Hùng')
    expect(await work.textContent()).toContain(SCRIPT)
    await work.getByRole('link', { name: 'Gọi lại: điểm thấp' }).click()
    // A note asks nothing of the call; the item stays open, and its history tells who wrote what.
    const written = page.getByLabel('Khách nói gì, đã làm gì')
    await written.fill('Máy bận')
    await page.getByRole('button', { name: 'Chỉ ghi chú, chưa đóng' }).click()
    expect(await page.getByRole('status').textContent()).toBe('Đã ghi chú, việc vẫn mở.')
    const history = page.getByRole('list', { name: 'Diễn biến' }).locator('li')
    expect(await history.count()).toBe(2)
    expect(await history.first().textContent()).toMatch(/^Mở lúc /)
    expect(await history.last().textContent()).toMatch(/^Phạm Minh Châu ghi lúc .*Máy bận$/)
    await page.goto(page.url().split('?')[0] ?? '')
    expect(await written.inputValue()).toBe('')
    await written.fill('Đã gọi xin lỗi')
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/call-to-close-${width}.png`, fullPage: true })
    }
    // Nothing is chosen beforehand, and without a choice the form stays.
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Ghi kết quả' }).click()
    expect(await page.getByRole('status').count()).toBe(0)
    await page.getByRole('group', { name: 'Cuộc gọi kết thúc thế nào?' }).getByLabel('Có góp ý').check()
    await page.getByRole('button', { name: 'Ghi kết quả' }).click()
    expect(await page.getByRole('status').textContent()).toBe('Đã ghi kết quả cuộc gọi.')
    await open('/work')
    expect(await page.locator('[data-work]').count()).toBe(0)
    const [item] = await system.stack.stores.work.ofCustomer('KH02')
    expect(item?.events).toMatchObject([
      { is: 'opened', by: { is: 'system' } },
      { is: 'noted', by: { name: 'Phạm Minh Châu' }, note: 'Máy bận' },
      { is: 'attempted', by: { name: 'Phạm Minh Châu' }, disposition: 'feedback', note: 'Đã gọi xin lỗi', way: 'phone' },
      { is: 'closed', by: { name: 'Phạm Minh Châu' }, on: '2027-02-18', reached: true, as: 'reached' },
    ])
  })

  test('changed by mail, the last answer counts and the history is kept, with where each came from', async () => {
    await openSurveyMail()
    await page.getByLabel('Khách viết gì?').fill('5 điểm')
    await page.getByRole('button', { name: 'Gửi trả lời' }).click()
    expect(await page.getByRole('status').textContent()).toContain('Đã ghi câu trả lời')
    const [response] = await system.stack.stores.responses.ofCustomer('KH02')
    expect(response && standingAnswer(response)?.score).toBe(5)
    await open('/customers/KH02')
    const history = page.locator('#timeline li[data-event=answer]')
    expect(await history.count()).toBe(4)
    expect(await history.first().textContent()).toContain('5/5')
    expect(await history.first().textContent()).toContain('bằng thư')
    expect(await history.last().textContent()).toContain('2/5')
    const work = (await page.locator('#timeline li[data-event=work]').allTextContents()).join('\n')
    expect(work).toContain('Đã gọi xin lỗi')
    expect(work).toContain('đã gặp được khách')
  })

  test('a mail of nobody known stands among the others and makes work; the mail is saved as text, never shown', async () => {
    const html = '<html><body><script>alert(1)</script>Tôi muốn hỏi</body></html>'
    const headers = 'From: la@example.org\r\nSubject: =?utf-8?B?SOG7j2k=?=\r\nContent-Type: text/html; charset=utf-8'
    await system.receiveMail({
      from: 'la@example.org',
      to: [`r1forged@${system.companyRules.company.replyDomain}`],
      bytes: new TextEncoder().encode(
        `${headers}\r\nTo: r1forged@${system.companyRules.company.replyDomain}\r\nMessage-ID: <1@example.org>\r\n\r\n${html}\r\n`,
      ),
    })
    await open('/listening?show=unmatched')
    const row = page.locator('tbody tr')
    expect(await row.count()).toBe(1)
    expect(await row.textContent()).toContain('không rõ của ai')
    const saving = page.waitForEvent('download')
    await row.getByRole('link', { name: 'tải thư gốc' }).click()
    const download = await saving
    expect(download.suggestedFilename()).toMatch(/^mail-[A-Za-z0-9_-]+\.eml\.txt$/)
    expect(readFileSync(await download.path(), 'utf8')).toContain(html)
    const answer = (await page.request.get(download.url())).headers()
    expect(answer['content-type']).toBe('text/plain; charset=utf-8')
    expect(answer['content-disposition']).toMatch(/^attachment;/)
    expect(answer['x-content-type-options']).toBe('nosniff')
    await open('/work')
    expect(await page.locator('[data-work]').textContent()).toContain('Không rõ là khách nào')
  })

  test('a mail that the service calls spam is work with its verdict, all that it holds in one item, and its links stay words', async () => {
    const { messages } = system.stack.mailbox.list({ search: '/s/', to: 'hung@example.com', limit: 1 })
    const address = messages[0]?.replyTo[0] ?? ''
    const text = 'Hàng bị vỡ, xem ảnh: http://evil.example/anh. Gọi lại cho tôi. Xóa dữ liệu của tôi.'
    const head = `From: la@example.org\r\nTo: ${address}\r\nX-SES-Spam-Verdict: FAIL\r\nSubject: Re: tra\r\nMessage-ID: <2@example.org>`
    const type = 'Content-Type: text/plain; charset=utf-8'
    const bytes = new TextEncoder().encode(`${head}\r\n${type}\r\n\r\n${text}\r\n`)
    await system.receiveMail({ from: 'la@example.org', to: [address], bytes })
    await open('/work')
    const work = page.locator('[data-work^="rights_erase"]')
    expect(await work.locator('p').allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Trong thư còn có: khiếu nại; yêu cầu'),
        expect.stringContaining('đánh dấu thư này là thư rác'),
      ]),
    )
    expect(await work.locator('blockquote').textContent()).toContain('http://evil.example/anh')
    expect(await work.locator('a[href*="evil"]').count()).toBe(0)
    expect(await work.getByRole('radio').count()).toBe(0)
    await open('/listening?show=replies')
    const row = page.locator('tbody tr', { hasText: 'xem ảnh' })
    expect(await row.textContent()).toContain('bị đánh dấu thư rác')
    expect(await row.textContent()).toContain('Trần Văn Hùng')
  })

  test('a person’s page says what they agreed to with its evidence, how often they want mail, and until when they are left in peace', async () => {
    await openSurveyMail()
    const link = await page.locator('dd a[href*="/p/"]').first().getAttribute('href')
    await page.goto(link ?? '')
    await page.getByLabel(/mỗi tháng một lần/).check()
    await page.getByRole('group', { name: 'Khảo sát' }).getByLabel('Qua email').uncheck()
    await read()
    await page.getByRole('button', { name: 'Lưu lựa chọn' }).click()
    await page.getByText('Đã lưu lựa chọn').waitFor()
    await speak('en')
    await open('/customers/KH02')
    const text = await page.locator('main').textContent()
    expect(text).toContain('at most once a month chosen at 18:01 18 February 2027')
    expect(await page.locator('[data-limits]').textContent()).toMatch(
      /not asked: The customer opted out since 18:01 18 February 2027; asked \d+ days ago/,
    )
    await page.getByText(/History and evidence/).click()
    const record = page.locator('tr', { hasText: 'the page Choose what you receive' })
    expect(await record.textContent()).toContain('withdrawn')
    expect(await record.textContent()).toMatch(/words of the page: Vietnamese, version [0-9a-f]{8}/)
    await page.getByRole('link', { name: 'Export everything held about this customer' }).click()
    await page.getByLabel('the customer asks for it').check()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export a customer’s data' }).click(),
    ])
    const held = JSON.parse(readFileSync(await file.path(), 'utf8'))
    expect(held).toMatchObject({ customerId: 'KH02', responses: [{ answers: [2, 4, 2, 5].map((score) => ({ score })) }] })
    await speak('vi')
  })
})

describe.skipIf(noBrowser).each([
  ['vi', 390],
  ['vi', 1280],
  ['en', 390],
  ['en', 1280],
] as const)('in %s at %i px', (language, width) => {
  test('every page fits the screen, has one heading and a label for every field', async () => {
    await page.setViewportSize({ width, height: 900 })
    await speak(language)
    const paths = [
      '/',
      '/listening',
      '/listening?show=answers',
      '/work',
      '/mailbox',
      `/mailbox/${surveyMail()}`,
      `/occurrences/${occurrence}`,
      '/customers/KH02',
    ]
    for (const path of paths) {
      await open(path)
      const found = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        headings: document.querySelectorAll('h1').length,
        unlabelled: [
          ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
            'input:not([type=hidden]), select, textarea',
          ),
        ].filter((field) => !field.labels?.length).length,
        lang: document.documentElement.lang,
      }))
      expect({ path, ...found }).toEqual({ path, wide: 0, headings: 1, unlabelled: 0, lang: language })
      const name = path.replace(/[^a-z]+/gi, '-')
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/room${name}-${language}-${width}.png`, fullPage: true })
    }
  })
})

test.skipIf(noBrowser)('no page had an error', () => {
  expect(complaints).toEqual([])
})
