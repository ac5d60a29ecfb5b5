/** Customers' pages over real HTTP: a body of any kind arrives, one without a length is still measured. */
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openSecrets } from '#cli/open-secrets.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { formsIn } from '#local/sample-listeners/markup.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
beforeAll(async () => {
  company = smallCompany()
  system = await company.start()
})
afterAll(async () => {
  await system.stop()
  company.remove()
})

/** Bodies go out in the pieces given, without a length unless `headers` says one. */
function send(path: string, { method = 'POST', pieces, headers = {} }: Sent): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, system.url), { method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
      answer.on('error', reject)
    })
    call.on('error', reject)
    for (const piece of pieces) call.write(piece)
    call.end()
  })
}
interface Sent {
  readonly method?: string
  readonly pieces: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const CHUNKED = { ...FORM, 'transfer-encoding': 'chunked' }

/** With the keys of the system, from where it keeps them. */
async function linkToken(link: { readonly use: 'preferences' | 'unsubscribe'; readonly fields: readonly string[] }) {
  const opened = openSecrets(system.stack.environment)
  const seals = await opened.seals()
  opened.close()
  return seals.linkToken({ ...link, expiresAt: '2030-01-01T00:00:00.000Z' })
}
const preferences = async () => `/p/${await linkToken({ use: 'preferences', fields: ['KH02'] })}`

test('every page of the customers and departments is theirs, and none asks them to sign in', async () => {
  const parts = system.stack.customerPages
  expect(parts).toEqual(expect.arrayContaining(['/s', '/u', '/p', '/v', '/till', '/c', '/q', '/page.css']))
  for (const part of parts) {
    const answer = await fetch(new URL(`${part}/none`, system.url), { redirect: 'manual' })
    expect([part, answer.status, answer.headers.get('location')]).toEqual([part, expect.any(Number), null])
  }
  const asked = await fetch(new URL('/q/none', system.url), { redirect: 'manual' })
  expect(asked.status).toBe(404)
})

describe('a form to a customer’s page', () => {
  test('in chunks is read like any other', async () => {
    const path = await preferences()
    const page = await fetch(new URL(path, system.url))
    const form = formsIn(await page.text()).find(({ isForPeople }) => isForPeople)
    const shown = new URLSearchParams((form?.filled ?? []).filter(([name]) => name !== 'frequency').map((field) => [...field]))
    const headers = { ...CHUNKED, cookie: page.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
    const pieces = [`${shown}&freq`, 'uency=mon', 'thly']
    // Until somebody could have read the page, the same form is asked for once more.
    await expect.poll(async () => (await send(path, { pieces, headers })).status).toBe(303)
    expect((await system.stack.stores.customers.get('KH02'))?.frequency).toBe('monthly')
  })

  test.each(['POST', 'PUT'])('%s without any body is answered, not stumbled over', async (method) => {
    for (const path of ['/s/none', '/p/none', '/u/none/stop', '/v/none', '/c/none', '/till/none', '/page.css']) {
      const bare = await send(path, { method, pieces: [] })
      const chunked = await send(path, { method, pieces: [], headers: CHUNKED })
      for (const { status } of [bare, chunked])
        expect([path, status]).toEqual([path, path === '/till/none' && method === 'POST' ? 403 : 404])
    }
  })

  test('that is too large is refused, whether it says its length or not', async () => {
    const path = await preferences()
    const pieces = Array.from({ length: 31 }, () => 'a'.repeat(10_000))
    expect((await send(path, { pieces, headers: CHUNKED })).status).toBe(413)
    expect((await send(path, { pieces, headers: { ...FORM, 'content-length': '310000' } })).status).toBe(413)
    expect((await send(path, { method: 'PUT', pieces, headers: CHUNKED })).status).toBe(413)
  })
})

describe('the one-click stop of a mailbox', () => {
  const link = async (customerId: string) => `/u/${await linkToken({ use: 'unsubscribe', fields: [customerId, 'care'] })}`
  const decisionOf = async (customerId: string) => {
    const consents = (await system.stack.stores.customers.get(customerId))?.consents
    return consents === undefined || consents === 'unreadable' ? undefined : consents['care/email']?.decision
  }
  const MINUTES_MS = 120_000

  test(
    'is taken while every function is at work, and carried out and confirmed as soon as one is free',
    async () => {
      let free = () => {}
      const busy = system.alone(() => new Promise<void>((resolve) => (free = resolve)))
      const before = system.stack.mailbox.count()
      const { status } = await send(await link('KH01'), { pieces: ['List-Unsubscribe=One-Click'], headers: FORM })
      expect(status).toBe(200)
      expect(await decisionOf('KH01')).not.toBe('withdrawn')
      free()
      await busy
      await vi.waitFor(async () => expect(await decisionOf('KH01')).toBe('withdrawn'), MINUTES_MS)
      await vi.waitFor(() => expect(system.stack.mailbox.count()).toBe(before + 1), MINUTES_MS)
    },
    MINUTES_MS * 3,
  )

  test('leads a browser to words that are true, and a forged link stops nobody', async () => {
    const link = new URL('/u/forged', system.url)
    const answer = await fetch(link, { method: 'POST', body: new URLSearchParams() })
    const page = answer.headers.get('refresh')?.split('url=')[1] ?? ''
    const words = await (await fetch(new URL(page, link), { headers: { 'accept-language': 'en' } })).text()
    expect(words).toContain('so nothing has been recorded')
    await system.alone(async () => {})
    expect(await decisionOf('KH05')).not.toBe('withdrawn')
  })
})
