/** A day at the desk in a real browser: an agent takes an item, notes and closes it; a lead reopens it; each is told what they may not do. */

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actsInLog } from '#core/staff/acts-in-log.ts'
import type { Role } from '#core/staff/role.ts'
import { localDateAt } from '#core/time/zone.ts'
import { lowScoreItem } from '#core/work/follow-up.ts'
import { rightsItem } from '#core/work/rights.ts'
import { ownerOf } from '#core/work/standing.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { expectAccessible } from '#test/browser/page-visit.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { signInto } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'
import { storedReply } from '#test/support/store-builders.ts'
import { anAnswer, aResponse } from '#test/support/survey-builders.ts'
import { aMailSubject, closedWork, openedAt, storedCase } from '#test/support/work-builders.ts'

/** Where the pictures go, for a person to look at; none are taken otherwise. */
const PICTURES = process.env.PAGE_PICTURES
const SURVEY = 'after-delivery_2027-02-01'
const CALL = `low-score_${SURVEY}_KH02`
const CLOSED = 'request_reply-old'

let company: SmallCompany
let system: RunningSystem
let browser: Browser
const complaints: string[] = []
const contexts = new Map<Role, BrowserContext>()

beforeAll(async () => {
  if (noBrowser) return
  company = smallCompany({ startOn: '2027-02-03' })
  ;[system, browser] = await Promise.all([company.start(), openBrowser()])
  await work()
})

afterAll(async () => {
  await browser?.close()
  await system?.stop()
  company?.remove()
})

/** An unhappy answer, a complaint by mail, a request about data, and something that was closed today. */
async function work(): Promise<void> {
  const { stores } = system.stack
  const rules = system.companyRules
  const at = system.clock.now()
  const today = localDateAt(at, rules.company.zone)
  const [hung] = await stores.customers.getMany(['KH02'])
  if (!hung) throw new Error('no KH02')
  await stores.customers.put([{ ...hung.customer, phone: '+84912345678', tier: 'vàng' }])
  const why = 'Trà giao trễ ba ngày, hộp bị móp, gọi tổng đài không ai nghe máy.'
  const about = { customerId: 'KH02', occurrenceId: SURVEY, campaignId: 'after-delivery' }
  await stores.responses.put(aResponse([anAnswer({ at, score: 2, why })], { ...about, answeredOn: today }))
  await stores.work.open(lowScoreItem({ ...about, score: 2, replyId: null, at }, rules))
  const reading = {
    ...storedReply().reading,
    kind: 'complaint' as const,
    text: 'Tôi đặt quà Tết từ tuần trước mà chưa thấy đâu. Đề nghị trả lời tôi ngay trong hôm nay.',
  }
  const mail = { customerId: 'KH01', occurrenceId: null, receivedAt: at, receivedOn: today, reading }
  await stores.replies.add(storedReply({ ...mail, replyId: 'reply-9', subject: 'Quà Tết' }))
  const subject = aMailSubject('complaint', { campaignId: null, occurrenceId: null })
  await stores.work.open(storedCase({ customerId: 'KH01', subject, events: [openedAt('2027-02-01T02:00:00.000Z')] }))
  const right = rightsItem(rules, { ask: 'access', customerId: 'KH05', country: 'VN', at, by: { is: 'staff', name: 'Mai' } })
  if (!right) throw new Error('no clock')
  await stores.work.open(right)
  const old = storedCase({ workId: CLOSED, customerId: 'KH05', subject: aMailSubject('request'), events: [openedAt(at)] })
  await stores.work.open({ ...closedWork(old, today), version: 0 })
}

/** One window for each role. */
async function windowOf(role: Role): Promise<Page> {
  const known = contexts.get(role)
  const context = known ?? (await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false }))
  if (!known) {
    await signInto(context, system, role)
    contexts.set(role, context)
    context.on('console', (message) => {
      // A refused form comes back with its status, which a browser calls an error.
      if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text())
    })
  }
  return context.pages()[0] ?? context.newPage()
}

const path = (workId: string) => `${system.url}/work/${encodeURIComponent(workId)}`
const button = (within: Pick<Page, 'getByRole'>, name: string) => within.getByRole('button', { name, exact: true })

describe.skipIf(noBrowser)('a call at the desk', () => {
  test('stands among what nobody has, and is taken from the list with one press', async () => {
    const page = await windowOf('agent')
    await page.goto(`${system.url}/work?whose=mine`)
    expect(await page.locator('.empty').textContent()).toContain('Bạn chưa nhận việc nào.')
    await page.getByRole('link', { name: /Nhóm tôi/ }).click()
    expect(await page.locator('article').count()).toBe(3)
    const row = page.locator(`[data-work="${CALL}"]`)
    expect(await row.getByRole('link', { name: '0912 345 678' }).getAttribute('href')).toBe('tel:+84912345678')
    await button(row, 'Nhận việc').click()
    expect(await page.getByRole('status').textContent()).toBe('Bạn đã nhận việc này.')
    expect(new URL(page.url()).searchParams.get('whose')).toBe('team')
    await page.getByRole('link', { name: /Của tôi/ }).click()
    expect(await page.locator('article').count()).toBe(1)
    expect(await page.locator('article').textContent()).toContain('của bạn')
  })

  test('is noted on and closed on one screen, with the words and the customer beside the form', async () => {
    const page = await windowOf('agent')
    await page.getByRole('link', { name: 'Gọi lại: điểm thấp' }).click()
    const text = await page.locator('main').textContent()
    for (const words of ['gọi tổng đài không ai nghe máy', 'Anh Hùng', 'KH02', 'trong 24 giờ từ khi mở'])
      expect(text).toContain(words)
    await page.getByLabel('Khách nói gì, đã làm gì').fill('Máy bận')
    await button(page, 'Chỉ ghi chú, chưa đóng').click()
    expect(await page.getByRole('status').textContent()).toBe('Đã ghi chú, việc vẫn mở.')
    await page.getByLabel('Khách nói gì, đã làm gì').fill('Đã gọi, xin lỗi và đổi hộp mới')
    await page.getByLabel('Hài lòng').check()
    await button(page, 'Ghi kết quả').click()
    expect(await page.getByRole('status').textContent()).toBe('Đã ghi kết quả cuộc gọi.')
    expect(await page.getByRole('list', { name: 'Diễn biến' }).textContent()).toMatch(
      /Nguyễn Thu Hạnh nhận việc lúc .*Máy bận.*điện thoại: Đã nói chuyện: hài lòng.*đổi hộp mới.*Đóng lúc .*, Nguyễn Thu Hạnh, đã gặp được khách/s,
    )
  })

  test('cannot be reopened by the agent, who is told by whom it can', async () => {
    const page = await windowOf('agent')
    const form = page.locator('[data-act="reopen"]')
    expect(await button(form, 'Mở lại').isDisabled()).toBe(true)
    expect(await form.getByLabel('Lý do').isDisabled()).toBe(true)
    expect(await form.locator('.why').textContent()).toBe('Chỉ dành cho: trưởng nhóm, trưởng phòng chăm sóc.')
    const answer = await page.request.post(`${path(CALL)}/reopen`, {
      form: { because: 'x', round: '0' },
      headers: { origin: system.url },
    })
    expect(answer.status()).toBe(403)
    expect((await system.stack.stores.work.get(CALL))?.events.at(-1)).toMatchObject({ is: 'closed' })
  })

  test('is reopened by a lead from the list of what was closed, and lies on the agent’s desk again', async () => {
    const page = await windowOf('lead')
    await page.goto(`${system.url}/work?show=closed`)
    expect(await page.locator('article').count()).toBe(2)
    expect(await page.locator(`[data-work="${CALL}"]`).textContent()).toContain('đã gặp được khách')
    await page.getByRole('link', { name: 'Gọi lại: điểm thấp' }).click()
    await page.getByLabel('Lý do').fill('Khách gọi lại, hộp mới vẫn móp')
    await button(page, 'Mở lại').click()
    expect(await page.getByRole('status').textContent()).toBe('Đã mở lại việc.')
    expect(await page.locator('.chips').textContent()).toMatch(/còn .*mở lại.*Nguyễn Thu Hạnh/s)
    const agent = await windowOf('agent')
    await agent.goto(`${system.url}/work?whose=mine`)
    expect(await agent.locator('article').count()).toBe(1)
    const item = await system.stack.stores.work.get(CALL)
    expect(item && ownerOf(item)).toMatchObject({ address: 'hanh@trasenviet.example.com' })
  })

  test('closed by a colleague meanwhile, says so to the one who comes too late, and keeps their words', async () => {
    const [agent, lead] = [await windowOf('agent'), await windowOf('lead')]
    for (const page of [agent, lead]) await page.goto(path('complaint_reply-9'))
    for (const [page, note] of [
      [lead, 'Đã trả lời khách'],
      [agent, 'Đã gửi lại quà'],
    ] as const) {
      await page.getByLabel('Đã làm gì, kết quả thế nào').fill(note)
      await page.getByLabel('không cần gặp khách', { exact: true }).check()
      await button(page, 'Đóng việc').click()
    }
    expect(await agent.getByRole('alert').textContent()).toContain('Việc này đã có người đóng trước đó')
    expect(await agent.locator('main').textContent()).toMatch(/chưa được ghi:.*Đã gửi lại quà.*Lê Ngọc Mai.*Đã trả lời khách/s)
  })

  test('a request about data is extended by a lead with the reason, once', async () => {
    const page = await windowOf('lead')
    await page.goto(`${system.url}/work?kind=rights`)
    await page.getByRole('link', { name: /Yêu cầu về dữ liệu/ }).click()
    const form = page.locator('[data-act="extend"]')
    expect(await form.textContent()).toMatch(/Hạn làm xong dời từ .* sang .* Về 1 khách: Hoàng Thu Hà/)
    await form.getByLabel(/Lý do/).fill('Phải đối chiếu sổ giấy của cửa hàng')
    await button(form, 'Gia hạn theo luật').click()
    expect(await page.getByRole('status').textContent()).toContain('Đã gia hạn')
    expect(await form.locator('.why').textContent()).toBe('Đã gia hạn rồi: luật chỉ cho một lần.')
  })

  test('every act stands in the audit log with the address of the person', async () => {
    const month = new Date(system.clock.now()).toISOString().slice(0, 7)
    const entries = await system.stack.stores.auditLog.page({ month, limit: 50 })
    const told = readLines(actsInLog(entries))
      .filter(({ on }) => on?.kind === 'work')
      .map(({ act, by, result }) => `${act} ${by.split('@')[0]} ${result}`)
    expect(told.toSorted()).toEqual([
      'close-work hanh refused',
      'close-work mai done',
      'extend-right mai done',
      'log-call hanh done',
      'note-work hanh done',
      'reopen-work mai done',
      'take-work hanh done',
    ])
  })
})

describe.skipIf(noBrowser).each([
  ['vi', 390],
  ['vi', 1280],
  ['en', 390],
  ['en', 1280],
] as const)('in %s at %i px', (language, width) => {
  test.each(['light', 'dark'] as const)(
    'the pages of work and listening fit the screen and are accessible, %s',
    async (colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      await signInto(context, system, 'agent')
      const page = await context.newPage()
      await page.goto(`${system.url}/language/${language}?back=/work`)
      const right = (await system.stack.stores.work.ofCustomer('KH05')).find(({ kind }) => kind === 'data-request')
      const pages = [
        ['list', '/work'],
        ['closed', '/work?show=closed'],
        ['empty', '/work?kind=unclear-reply&whose=team'],
        ['call', new URL(path(CALL)).pathname],
        ['complaint', '/work/complaint_reply-9'],
        ['right', `/work/${encodeURIComponent(right?.workId ?? '')}`],
        ['listening', '/listening'],
      ] as const
      for (const [name, at] of pages) {
        await page.goto(`${system.url}${at}`)
        const found = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          headings: document.querySelectorAll('h1').length,
          lang: document.documentElement.lang,
        }))
        expect({ name, ...found }).toEqual({ name, wide: 0, headings: 1, lang: language })
        if (PICTURES)
          await page.screenshot({ path: `${PICTURES}/work-${name}-${language}-${width}-${colorScheme}.png`, fullPage: true })
        await expectAccessible(page, name)
      }
      await context.close()
    },
  )
})

test.skipIf(noBrowser)('no page had an error', () => {
  expect(complaints).toEqual([])
})
