import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { onlyThisMachine } from '#local/control-room/guard.ts'

const app = new Hono()
app.use(onlyThisMachine)
app.all('/', ({ text }) => text('in'))

const OWN = 'http://127.0.0.1:8420'
const ask = async (url: string, init: RequestInit = {}) => (await app.request(`${url}/`, init)).status

test.each([OWN, 'http://localhost:8420', 'http://[::1]:8420'])('%s is this machine', async (url) => {
  expect(await ask(url)).toBe(200)
})

test.each(['http://evil.example:8420', 'http://127.0.0.1.evil.example', 'http://192.168.1.7:8420'])(
  '%s is not served',
  async (url) => {
    expect(await ask(url)).toBe(403)
  },
)
