/** The webhook for urgent work, against a server on loopback: what the receiver gets, and every way in which it may fail. */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { HookPlaceError, readHookPlace, urgentHook } from '#adapters/webhook/urgent-hook.ts'
import { SecretUnreadError } from '#app/ports/secrets.ts'

const KEY = 'a-key-of-sixteen-or-more'
const NOW_MS = Date.parse('2027-03-02T15:30:00.500Z')
const POST = {
  id: '2027-03-02T15:30:00.000Z 1a2b3c',
  workId: 'complaint_r-1',
  team: 'Chăm sóc',
  kind: 'complaint',
  at: '2027-03-02T15:30:00.000Z',
  link: 'https://staff.example.com/work/complaint_r-1',
} as const

interface Got {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

async function receiver(answer: (response: ServerResponse) => void) {
  const got: Got[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    got.push({ path: request.url ?? '', headers: request.headers, body })
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const url = `http://127.0.0.1:${address.port}/hook?key=secret-path`
  return { got, url }
}

const hookTo = (url: string, longestWaitMs?: number) =>
  urgentHook({ place: async () => ({ url, key: KEY }), epochMs: () => NOW_MS, ...(longestWaitMs && { longestWaitMs }) })

test('the receiver gets the post as JSON, its id, and a signature that it can check', async () => {
  const { got, url } = await receiver((response) => response.writeHead(204).end())
  expect(await hookTo(url).post(POST)).toEqual({ taken: true })
  const [{ path, headers, body } = { path: '', headers: {}, body: '' }] = got
  expect(path).toBe('/hook?key=secret-path')
  expect(JSON.parse(body)).toEqual(POST)
  expect(headers['content-type']).toContain('application/json')
  expect(headers['tham-hoi-id']).toBe(POST.id)
  const seconds = Math.floor(NOW_MS / 1_000)
  const right = createHmac('sha256', KEY).update(`${seconds}.${body}`).digest('hex')
  expect(headers['tham-hoi-signature']).toBe(`t=${seconds},v1=${right}`)
})

describe('it fails in words that hold no part of the address', () => {
  test.each([
    [500, 'status 500'],
    [404, 'status 404'],
  ])('status %d', async (status, failed) => {
    const { url } = await receiver((response) => response.writeHead(status).end('no'))
    expect(await hookTo(url).post(POST)).toEqual({ failed })
  })

  test('a redirection is not followed', async () => {
    const elsewhere = await receiver((response) => response.end())
    const { url } = await receiver((response) => response.writeHead(307, { location: elsewhere.url }).end())
    expect(await hookTo(url).post(POST)).toEqual({ failed: 'status 307' })
    expect(elsewhere.got).toEqual([])
  })

  test('no answer in time', async () => {
    const { url } = await receiver(() => {})
    expect(await hookTo(url, 50).post(POST)).toEqual({ failed: 'TimeoutError' })
  })

  test('a connection that is cut, and a port on which no server listens', async () => {
    const { url } = await receiver((response) => response.destroy())
    const cut = await hookTo(url).post(POST)
    const none = await hookTo('http://127.0.0.1:1/secret-path').post(POST)
    for (const result of [cut, none]) {
      expect(result).toHaveProperty('failed')
      expect(JSON.stringify(result)).not.toContain('secret-path')
    }
  })

  test('a secret that cannot be read, or is not the address and key of a webhook', async () => {
    const unread = urgentHook({
      place: () => Promise.reject(new SecretUnreadError('unread')),
      epochMs: () => NOW_MS,
    })
    expect(await unread.post(POST)).toEqual({ failed: 'SecretUnreadError' })
    const bad = urgentHook({ place: async () => readHookPlace('{"url":"http://chat.example.com/x"}'), epochMs: () => NOW_MS })
    expect(await bad.post(POST)).toEqual({ failed: expect.stringContaining('url: an https address') })
  })
})

describe('the secret', () => {
  test.each(['https://chat.example.com/hook', 'http://127.0.0.1:9000/', 'http://localhost:9000/', 'http://[::1]:9000/'])(
    'takes %s',
    (url) => {
      expect(readHookPlace(JSON.stringify({ url, key: KEY }))).toEqual({ url, key: KEY })
    },
  )

  test.each([
    ['plain http', { url: 'http://chat.example.com/secret-path', key: KEY }],
    ['a host that only looks like loopback', { url: 'http://127.0.0.1.example.com/secret-path', key: KEY }],
    ['another protocol', { url: 'ftp://chat.example.com/secret-path', key: KEY }],
    ['no address', { url: 'secret-path', key: KEY }],
    ['a short key', { url: 'https://chat.example.com/secret-path', key: 'short' }],
    ['no key', { url: 'https://chat.example.com/secret-path' }],
    ['no JSON', 'secret-path'],
  ])('refuses %s without saying what it holds', (_what, value) => {
    const read = () => readHookPlace(typeof value === 'string' ? value : JSON.stringify(value))
    expect(read).toThrow(HookPlaceError)
    expect(read).not.toThrow(/secret-path|short"/)
  })
})
