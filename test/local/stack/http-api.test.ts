import { Hono } from 'hono'
import { describe, expect, test, vi } from 'vitest'
import { readPostedStop } from '#functions/queues/posted-stop.ts'
import { httpApi } from '#local/stack/http-api.ts'

const NOW = '2027-03-10T02:00:00.000Z'

function anApi() {
  const laid: string[] = []
  const pages = new Hono()
  const served = vi.fn((context: { text: (words: string) => Response }) => context.text('a page'))
  pages.all('*', served)
  return { laid, served, api: httpApi({ pages, clock: () => NOW, lay: async (message) => void laid.push(message) }) }
}

describe('a post to the link of a mail', () => {
  test('is in the queue before it is answered, needs no page, and is no redirect', async () => {
    const { api, laid, served } = anApi()
    const answer = await api.request('/u/abc.def', {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null])
    expect(answer.headers.get('refresh')).toBe('0; url=?posted=yes')
    expect(laid.map(readPostedStop)).toEqual([{ at: Date.parse(NOW), token: 'abc.def', isOneClick: true }])
    expect(served).not.toHaveBeenCalled()
  })

  test('that no queue can hold is refused, and never laid', async () => {
    const { api, laid } = anApi()
    const answer = await api.request('/u/abc.def', { method: 'POST', body: 'x'.repeat(1_100_000) })
    expect([answer.status, laid]).toEqual([413, []])
  })

  test('that the queue does not take is no success', async () => {
    const { served } = anApi()
    const api = httpApi({ pages: new Hono(), clock: () => NOW, lay: () => Promise.reject(new Error('the queue is away')) })
    expect((await api.request('/u/abc.def', { method: 'POST' })).status).toBe(500)
    expect(served).not.toHaveBeenCalled()
  })
})

test.each([
  ['GET', '/u/abc.def'],
  ['POST', '/u/abc.def/stop'],
  ['POST', '/p/abc.def'],
])('%s %s is for the pages', async (method, path) => {
  const { api, laid } = anApi()
  expect(await (await api.request(path, { method })).text()).toBe('a page')
  expect(laid).toEqual([])
})
