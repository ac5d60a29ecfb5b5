/** While time moves a page says one time everywhere, how far it has come, and that a long way takes minutes. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningSystem } from '#local/running-system.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
let session: string

beforeAll(async () => {
  company = smallCompany({ startOn: '2027-03-03', campaigns: ['womens-day'] })
  system = await company.start()
  session = await signedIn(system)
})
afterAll(async () => {
  await system.stop()
  company.remove()
})

const page = async (path: string, language: 'vi' | 'en') =>
  (await fetch(`${system.url}${path}`, { headers: { cookie: `language=${language}; ${session}` } })).text()
const part = (html: string, pattern: RegExp) => (pattern.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, '').trim()

test.each([
  ['vi', /đã tới ([\d:]+ [\d/]+)/, /Đã qua (\d+) trong 200 ngày \((\d+)%\)/],
  ['en', /now at ([\d:]+ \d+ \w+ \d+)/, /(\d+) of 200 days \((\d+)%\)/],
] as const)('the head, the bar and the banner agree in every reload (%s)', async (language, reached, far) => {
  const from = system.clock.now()
  const target = new Date(Date.parse(from) + 200 * 86_400_000).toISOString()
  expect(await page('/clock', language)).toContain(language === 'vi' ? 'mất vài phút' : 'takes minutes')
  expect(system.moves?.to(target)).toBe('started')
  let moved = 0
  let before = ''
  while (moved < 5 && system.moves?.latest()?.state === 'running') {
    const html = await page('/clock', language)
    if (!html.includes('data-moving')) break
    const head = part(html, /<p class="clock">([\s\S]*?)<\/p>/)
    expect(reached.exec(html)?.[1]).toBe(head.replace(' · ', ' '))
    expect(html).toMatch(far)
    expect(html).toContain(language === 'vi' ? 'mất vài phút' : 'takes minutes')
    const beside = await page('/customers', language)
    const banner = part(beside, /<p class="banner"[^>]*>([\s\S]*?)<\/p>/)
    if (banner !== '') expect(banner).toContain(part(beside, /<p class="clock">([\s\S]*?)<\/p>/).replace(' · ', ' '))
    if (head !== before) moved++
    before = head
  }
  await system.moves?.stop()
  expect(moved).toBeGreaterThan(1)
})

test('time goes to an hour of today, so that a call-back can be kept by hand; what is no hour moves nothing', async () => {
  const to = (form: Record<string, string>) =>
    fetch(`${system.url}/time/to`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: system.url },
      body: new URLSearchParams(form),
    }).then(({ headers }) => headers.get('location'))
  const date = system.clock.now().slice(0, 10)
  expect(await to({ date, time: '25:00' })).toBe('/clock?refused=no-time')
  expect(await to({ date, time: '23:15' })).toBe('/clock')
  await system.moves?.idle()
  // In the company's zone, seven hours ahead.
  expect(system.clock.now()).toBe(`${date}T16:15:00.000Z`)
  expect(await to({ date, time: '23:00' })).toBe('/clock?refused=in-the-past')
})
