/** Calls started at a server on loopback that answers like Stringee. */
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { readTelephonySettings } from '#adapters/stringee/settings.ts'
import { stringeeTelephone } from '#adapters/stringee/telephone.ts'
import { listenOnLoopback } from '#local/aws/listen-on-loopback.ts'

const NOW = Date.parse('2027-03-10T02:00:00.000Z')
const SECRET = 'a secret of the test'
const ORDER = { extension: '101', phone: '+84912345678', workId: 'call-1' }

async function answering(status: number, answer: string) {
  const asked: { path: string | undefined; token: string; body: object }[] = []
  const server = await listenOnLoopback(
    createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      asked.push({ path: request.url, token: String(request.headers['x-stringee-auth']), body: JSON.parse(body) })
      response.writeHead(status, { 'content-type': 'application/json' }).end(answer)
    }),
    0,
  )
  let isStopped = false
  const stop = async () => {
    if (!isStopped) await server.stop()
    isStopped = true
  }
  onTestFinished(stop)
  const failed: string[] = []
  const settings = { keySid: 'SK.1', keySecret: SECRET, number: '842471000000', url: server.endpoint }
  const telephone = stringeeTelephone({ settings, epochMs: () => NOW, failed: (why) => void failed.push(why) })
  return { telephone, asked, failed, stop }
}

test('it rings the extension and connects the customer, with a token of its own for each call', async () => {
  const { telephone, asked } = await answering(200, '{"r":0,"message":"SUCCESS","call_id":"call-vn-1"}')
  expect(await telephone.startCall(ORDER)).toEqual({ callId: 'call-vn-1' })
  expect(asked[0]).toMatchObject({
    path: '/v1/call2/callout',
    body: {
      from: { type: 'external', number: '842471000000' },
      to: [{ type: 'internal', number: '101' }],
      actions: [{ action: 'connect', to: { type: 'external', number: '84912345678' }, customData: 'call-1' }],
    },
  })
  const [head = '', payload = '', seal] = asked[0]?.token.split('.') ?? []
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  expect(read(head)).toEqual({ typ: 'JWT', alg: 'HS256', cty: 'stringee-api;v=1' })
  expect(read(payload)).toEqual({ jti: `SK.1-${NOW}`, iss: 'SK.1', exp: NOW / 1000 + 60, rest_api: true })
  expect(seal).toBe(createHmac('sha256', SECRET).update(`${head}.${payload}`).digest('base64url'))
})

test('a member of staff without an extension is rung at a number', async () => {
  const { telephone, asked } = await answering(200, '{"r":0}')
  expect(await telephone.startCall({ ...ORDER, extension: '+84987654321' })).toEqual({ callId: null })
  expect(asked[0]?.body).toMatchObject({ to: [{ type: 'external', number: '84987654321' }] })
})

test.each([
  [200, '{"r":6,"message":"not allowed"}', 'refused', 'answer 6'],
  [403, '{"error":"x"}', 'refused', 'status 403'],
  [200, 'no json', 'refused', 'status 200'],
  [503, '', 'busy', 'status 503'],
] as const)('%i %s starts none and says so, without a number', async (status, answer, as, why) => {
  const { telephone, failed } = await answering(status, answer)
  expect(await telephone.startCall(ORDER)).toEqual({ failed: as })
  expect(failed).toEqual([why])
})

test('a server that is away is busy', async () => {
  const { telephone, stop } = await answering(200, '{"r":0}')
  await stop()
  expect(await telephone.startCall(ORDER)).toEqual({ failed: 'busy' })
})

test('the secret without calls to start, and one that is wrong: named by place, never by value', () => {
  const webhookKey = 'k'.repeat(48)
  expect(readTelephonySettings(JSON.stringify({ webhookKey }))).toEqual({ webhookKey })
  const stringee = { keySid: 'a', keySecret: 'hunter2' }
  const wrong = () => readTelephonySettings(JSON.stringify({ webhookKey: 'short', stringee }))
  expect(wrong).toThrow('missing or wrong: webhookKey, stringee.number')
  expect(wrong).not.toThrow('hunter2')
  expect(() => readTelephonySettings('hunter2')).toThrow('missing or wrong: (all)')
})
