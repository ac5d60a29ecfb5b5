/** Requests that the library behind the HTTP API refuses whole, or prints. */
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { afterEach, expect, test, vi } from 'vitest'
import { httpHandler } from '#functions/http-handler.ts'

const app = new Hono()
app.get('/', (context) => context.json({ session: getCookie(context, 'session'), agent: context.req.header('user-agent') ?? '' }))
app.post('/', async (context) => context.text(await context.req.text()))
const handler = httpHandler(app)

const printed = vi.spyOn(console, 'error')
afterEach(() => printed.mockClear())

async function ask({
  method = 'GET',
  ...over
}: {
  method?: string
  cookies?: string[]
  headers?: Record<string, string>
  body?: string
}) {
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/',
    rawQueryString: '',
    headers: { host: 'staff.example.com' },
    requestContext: { domainName: 'staff.example.com', http: { method, path: '/' } },
    isBase64Encoded: false,
    body: null,
    ...over,
  }
  const { statusCode, body } = await handler(event as never, {} as never)
  return [statusCode, body]
}

test.each([
  ['with a name in Vietnamese', 'visitor=Nguyễn Thị Lan'],
  ['with a lantern', 'theme=🏮'],
  ['with a line end', 'theme=a\r\nx: y'],
  ['with a sign that ends a text', 'theme=a\0b'],
])('a cookie of another page %s is left out, and ours is read', async (_what, cookie) => {
  for (const cookies of [
    [cookie, 'session=ours'],
    ['session=ours', cookie],
  ])
    expect(await ask({ cookies })).toEqual([200, '{"session":"ours","agent":""}'])
  expect(printed).not.toHaveBeenCalled()
})

test('a header that holds no such sign is read, and one that does is left out and printed nowhere', async () => {
  expect(await ask({ headers: { 'user-agent': 'a' } })).toEqual([200, '{"agent":"a"}'])
  expect(await ask({ headers: { 'user-agent': 'a\0secret' } })).toEqual([200, '{"agent":""}'])
  expect(await ask({ headers: { 'user-agent': 'Tết' } })).toEqual([200, '{"agent":"T%E1%BA%BFt"}'])
  expect(printed).not.toHaveBeenCalled()
})

test('a page that is asked for with a body is answered, and a form keeps its own', async () => {
  for (const method of ['GET', 'HEAD']) expect((await ask({ method, body: 'a=b' }))[0]).toBe(200)
  expect(await ask({ method: 'POST', body: 'a=b' })).toEqual([200, 'a=b'])
  expect(printed).not.toHaveBeenCalled()
})
