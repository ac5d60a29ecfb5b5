/** A customer's page promises no mail to a customer who stopped it, and says what it knows in words. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { changePreferences } from '#app/consent/change-preferences.ts'
import { stopPurposes } from '#app/consent/stop-purposes.ts'
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import { linkEvidence } from '#core/audience/consent-evidence.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
let session: string

beforeAll(async () => {
  company = smallCompany({ startOn: '2027-01-20', campaigns: ['tet-greeting'] })
  system = await company.start()
  session = await signedIn(system)
})
afterAll(async () => {
  await system.stop()
  company.remove()
})

async function personPage(customerId: string, language: 'vi' | 'en' = 'vi') {
  const response = await fetch(`${system.url}/customers/${customerId}`, {
    headers: { cookie: `language=${language}; ${session}` },
  })
  const html = await response.text()
  const words = (part: string) => part.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  return {
    text: words(html),
    peace: words(/<dl data-limits="yes">[\s\S]*?<\/dl>/.exec(html)?.[0] ?? ''),
    coming: words(html.slice(html.search(/Sắp tới<\/h2>|Coming<\/h2>/))),
  }
}

async function stop(customerId: string, purposes: readonly Purpose[]): Promise<void> {
  const { stores } = system.stack
  const stopped = await stopPurposes(
    { ...stores, events: system.events },
    { customerId, purposes, at: system.clock.now(), source: 'unsubscribe-page', evidence: linkEvidence('x'.repeat(40)) },
  )
  expect(stopped).not.toBe('unknown-customer')
}

test('who stopped everything is neither asked nor contacted, and no coming date reads like a promise', async () => {
  await stop('KH02', PURPOSES)
  const { peace, coming } = await personPage('KH02')
  expect(peace).toContain('Khảo sát không hỏi: Khách đã từ chối nhận từ 00:00 20/01/2027')
  expect(peace).toContain('không liên hệ (Khách đã từ chối nhận); chỉ còn thư về đơn hàng và yêu cầu của chính khách')
  expect(peace).not.toContain('có thể')
  expect(coming).toContain('không gửi Khách đã từ chối nhận')
  const english = await personPage('KH02', 'en')
  expect(english.peace).toContain('not asked: The customer opted out since')
  expect(english.peace).not.toContain('may be')
  expect(english.coming).toContain('not sent The customer opted out')
})

test('who stopped one kind may get the others: only that kind is named', async () => {
  const { peace, coming } = await personPage('KH03')
  expect(peace).toContain('Khảo sát có thể hỏi ngay')
  expect(peace).toContain(
    'có thể liên hệ ngay; trừ thăm hỏi, chúc mừng (Khách đã từ chối nhận), ưu đãi, quảng cáo (Khách chưa đồng ý nhận)',
  )
  expect(coming).toContain('không gửi Khách đã từ chối nhận')
})

test('who has no address cannot be contacted at all', async () => {
  const { peace, coming } = await personPage('KH04')
  expect(peace).toContain('Mọi liên hệ không gửi gì: Không có địa chỉ email')
  expect(peace).not.toContain('có thể')
  expect(coming).toContain('không gửi Không có địa chỉ email')
})

test('a suppressed address says so for everything', async () => {
  const { suppressions, seals } = system.stack.stores
  await suppressions.add({
    contactKey: seals.contactKey({ kind: 'email', value: 'ha@example.com' }),
    kind: 'email',
    reason: 'hard-bounce',
    at: system.clock.now(),
    evidence: 'a bounce',
  })
  const { peace } = await personPage('KH05')
  expect(peace).toContain('không gửi gì: Địa chỉ nằm trong danh sách chặn')
  expect(peace).not.toContain('có thể')
})

test('form of address, language, country, sources and proofs stand in words', async () => {
  const { stores, companyRules } = system.stack
  await changePreferences(
    { ...stores, companyRules, events: system.events },
    {
      customerId: 'KH01',
      choice: {
        frequency: 'monthly',
        offered: new Set(['care/email', 'survey/email', 'advertising/email']),
        granted: new Set(['care/email', 'survey/email', 'advertising/email']),
      },
      at: system.clock.now(),
      source: 'preference-page',
      evidence: 'AbCdEfGhIjKlMn-_ text vi-c56eec80',
    },
  )
  const { text } = await personPage('KH01')
  expect(text).toContain('Xưng hô chị · Lan')
  expect(text).toContain('Ngôn ngữ Tiếng Việt')
  expect(text).toContain('Asia/Ho_Chi_Minh (Việt Nam)')
  expect(text).toContain('trang Chọn nội dung muốn nhận')
  expect(text).toContain('liên kết …AbCdEfGhIjKlMn-_; lời trên trang: Tiếng Việt, bản c56eec80')
  expect(text).not.toContain('preference-page')
  expect(text).not.toContain('text vi-')
  const refused = await personPage('KH03')
  expect(refused.text).toContain('danh sách của công ty')
  expect(refused.text).toMatch(/customers\.csv, dòng \d/)
  const stopped = await personPage('KH02', 'en')
  expect(stopped.text).toContain('the page for stopping mails')
  expect(stopped.text).toContain('link …xxxxxxxxxxxxxxxx')
})
