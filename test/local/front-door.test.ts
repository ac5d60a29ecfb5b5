/** Whose requests the web server of one machine answers, and under which name its pages stand. */
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningSystem } from '#local/running-system.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
beforeAll(async () => {
  company = smallCompany({ startOn: '2027-02-03' })
  system = await company.start()
})
afterAll(async () => {
  await system.stop()
  company.remove()
})

interface Answer {
  readonly status: number | undefined
  readonly location: string | undefined
}

/** `fetch` lets no caller name another host than the one it asks. */
const ask = (path: string, { host, method = 'GET' }: { readonly host: string; readonly method?: string }) =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request(`${system.url}${path}`, { method, headers: { host }, agent: false }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode, location: answer.headers.location })
    })
    asked.on('error', reject).end()
  })

const port = () => new URL(system.url).port
const PATHS = ['/', '/clock', '/mailbox', '/openid/.well-known/openid-configuration', '/s/x', '/page.css']

test.each(PATHS)('%s is not served under a name that another machine could have', async (path) => {
  for (const name of ['evil.example', '127.0.0.1.evil.example', '192.168.1.7', 'localhost.evil.example'])
    expect((await ask(path, { host: `${name}:${port()}` })).status).toBe(403)
  expect((await ask(path, { host: 'not a host' })).status).toBe(403)
})

test.each(['localhost', '[::1]'])('a page asked for at %s is led to the address that the sign-in comes back to', async (name) => {
  for (const path of ['/', '/clock', '/customers?q=L%C3%A2n', '/sign-in?back=%2Fwork'])
    expect(await ask(path, { host: `${name}:${port()}` })).toEqual({ status: 307, location: `${system.url}${path}` })
})

test('what customers reach from their mails, and the provider of the sign-in, answer under each name of the machine', async () => {
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
    const host = `${name}:${port()}`
    expect((await ask('/page.css', { host })).status).toBe(200)
    expect((await ask('/openid/.well-known/openid-configuration', { host })).status).toBe(200)
  }
})
