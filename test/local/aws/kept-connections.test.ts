import { createServer, type RequestListener } from 'node:http'
import { createServer as createPlainServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { keptConnections } from '#local/aws/kept-connections.ts'
import { listenOnLoopback } from '#local/aws/listen-on-loopback.ts'

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close()
})

function connections() {
  const made = keptConnections()
  opened.push(made.close)
  return made
}

async function serving(listener: RequestListener) {
  const seen = new Set<unknown>()
  const server = await listenOnLoopback(
    createServer((request, response) => {
      seen.add(request.socket)
      listener(request, response)
    }),
    0,
  )
  opened.push(server.stop)
  const { hostname, port } = new URL(server.endpoint)
  return { address: { hostname, port: Number(port) }, seen }
}

const asking = (body: string) => `POST / HTTP/1.1\r\nhost: here\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

const echo: RequestListener = (request, response) => void request.pipe(response)

test('calls after each other go over one connection, calls beside each other over several', async () => {
  const { address, seen } = await serving(echo)
  const { call } = connections()
  for (const text of ['một', 'hai']) expect((await call(address, asking(text))).body).toBe(text)
  expect(seen.size).toBe(1)
  const three = ['ba', 'bốn', 'năm']
  expect((await Promise.all(three.map((text) => call(address, asking(text))))).map(({ body }) => body)).toEqual(three)
  expect(seen.size).toBe(3)
})

const LONG = 'chăm sóc 🎂 '.repeat(60_000)

test.each([
  ['with its length', false],
  ['in chunks', true],
])('a long answer %s is whole, however it comes', async (_, inChunks) => {
  const { address } = await serving((request, response) => {
    request.resume()
    const bytes = Buffer.from(LONG)
    if (!inChunks) response.setHeader('content-length', bytes.length)
    response.writeHead(201)
    for (let at = 0; at < bytes.length; at += 70_001) response.write(bytes.subarray(at, at + 70_001))
    response.end()
  })
  expect(await connections().call(address, asking('?'))).toMatchObject({ status: 201, body: LONG })
})

test('an answer byte by byte is read when its last byte has come', async () => {
  const text = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\n0\r\n\r\n1\r\n!\r\n0\r\n\r\n'
  const server = createPlainServer((socket: Socket) => {
    socket.setNoDelay(true)
    socket.once('data', async () => {
      for (const byte of text) await new Promise<void>((resolve) => socket.write(byte, () => resolve()))
    })
    opened.push(() => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push(() => server.close())
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  const answer = await connections().call({ hostname: '127.0.0.1', port: bound.port }, asking('?'))
  expect(answer.body).toBe('0\r\n!')
})

test('a connection that the server closes is not used again, and one that breaks in a call rejects it', async () => {
  let asked = 0
  const { address, seen } = await serving((request, response) => {
    request.resume()
    asked += 1
    if (asked === 2) response.destroy()
    else response.writeHead(200, { connection: 'close' }).end('there')
  })
  const { call } = connections()
  expect((await call(address, asking('1'))).body).toBe('there')
  await expect(call(address, asking('2'))).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect((await call(address, asking('3'))).body).toBe('there')
  expect(seen.size).toBe(3)
})

test('after the end no call is begun, and one under way is rejected', async () => {
  let arrived = () => {}
  const waiting = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const { address } = await serving((request) => {
    request.resume()
    arrived()
  })
  const { call, close } = connections()
  const under = call(address, asking('1'))
  await waiting
  close()
  await expect(under).rejects.toThrow('broke')
  await expect(call(address, asking('2'))).rejects.toThrow('closed')
})
