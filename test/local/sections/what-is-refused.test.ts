/** The staff app never leads away from itself, and says what is too long instead of storing it. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningSystem } from '#local/running-system.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'
import { storedCase } from '#test/support/work-builders.ts'

let company: SmallCompany
let system: RunningSystem
let session: string
beforeAll(async () => {
  company = smallCompany({ startOn: '2027-02-03' })
  system = await company.start()
  session = await signedIn(system)
})
afterAll(async () => {
  await system.stop()
  company.remove()
})

const post = (path: string, form: Record<string, string>) =>
  fetch(`${system.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: system.url, cookie: session },
  })

describe('choosing a language', () => {
  const ledTo = async (back: string) => {
    const answer = await fetch(`${system.url}/language/en?back=${encodeURIComponent(back)}`, { redirect: 'manual' })
    expect(answer.status).toBe(303)
    return new URL(answer.headers.get('location') ?? '', `${system.url}/language/en`)
  }

  test.each(['/', '/customers?q=L%C3%A2n&after=KH01', '/occurrences/tet-greeting_2027-02-04?state=skipped', '/v/7Q2M-0XKD-13AB'])(
    'leads back to %s',
    async (back) => {
      expect(String(await ledTo(back))).toBe(`${system.url}${back}`)
    },
  )

  test.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/\r\n\\evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    'evil.example',
    '@evil.example',
    '',
    'http://127.0.0.1:1/',
  ])('leads nowhere else: %j', async (back) => {
    const target = await ledTo(back)
    expect(target.origin).toBe(system.url)
    expect(target.pathname).not.toMatch(/^\/\//)
  })
})

describe('too long a text', () => {
  const NOVEL = 'x'.repeat(10_240)

  test('why a campaign ends is refused with the limit, and the campaign goes on', async () => {
    const path = '/campaigns/tet-greeting/cancel'
    const page = await (await fetch(`${system.url}${path}`, { headers: { cookie: session } })).text()
    const counted = page.match(/name="counted" value="([^"]+)"/)?.[1] ?? ''
    const html = await (await post(path, { counted, because: NOVEL })).text()
    expect(html).toContain('Lý do dài quá 500 ký tự, nên chưa có gì thay đổi.')
    expect(await system.stack.stores.campaigns.state('tet-greeting')).toBe('active')
  })

  test('what came of work is refused with the limit, and is not cut', async () => {
    const item = storedCase({ customerId: 'KH01' })
    await system.stack.stores.work.open(item)
    const html = await (await post(`/work/${item.workId}/close`, { note: NOVEL, round: '0' })).text()
    expect(html).toContain('kết quả nhiều nhất 2000 ký tự')
    expect(html).toContain(NOVEL)
    expect(await system.stack.stores.work.get(item.workId)).toEqual(item)
  })
})
