import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { callerLimit } from '#functions/customer/caller-limit.ts'
import { pagesAtWork } from '#test/web/customer/pages-at-work.ts'

function limited(limit = { rate: 2, burst: 5 }) {
  let nowMs = 0
  const check = callerLimit(limit, () => nowMs)
  return { check, pass: (ms: number) => (nowMs += ms), ask: (network: string) => check(network).allowed }
}

describe('one network', () => {
  test('may ask so many times at once, and then at the rate', () => {
    const { ask, pass, check } = limited()
    expect([1, 2, 3, 4, 5, 6].map(() => ask('a'))).toEqual([true, true, true, true, true, false])
    expect(check('a')).toEqual({ allowed: false, retryAfterSeconds: 1 })
    pass(500)
    expect([ask('a'), ask('a')]).toEqual([true, false])
  })

  test('does not lose by asking in vain', () => {
    const { ask, pass } = limited()
    for (let time = 0; time < 100; time++) ask('a')
    pass(500)
    expect(ask('a')).toBe(true)
  })

  test('costs no other network anything', () => {
    const { ask } = limited()
    for (let time = 0; time < 100; time++) ask('a')
    expect(ask('b')).toBe(true)
  })

  test('gets never more than its burst and its rate, whatever the pauses', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3_000), { maxLength: 200 }), (pauses) => {
        const { ask, pass } = limited()
        const allowed = pauses.filter((pause) => {
          pass(pause)
          return ask('a')
        }).length
        const seconds = pauses.reduce((sum, pause) => sum + pause, 0) / 1_000
        expect(allowed).toBeLessThanOrEqual(5 + 2 * seconds)
      }),
    )
  })

  test('of very many, whoever was silent for longest is forgotten first, so that memory has an end', () => {
    const { ask } = limited({ rate: 0.001, burst: 1 })
    ask('first')
    for (let n = 0; n < 9_999; n++) ask(`other-${n}`)
    expect(ask('first')).toBe(false)
    for (let n = 0; n < 9_999; n++) ask(`again-${n}`)
    expect(ask('first')).toBe(false)
    for (let n = 0; n < 10_000; n++) ask(`more-${n}`)
    expect(ask('first')).toBe(true)
  })
})

describe('the pages', () => {
  // The limit's clock stands still: on a busy machine a place would come free between two asks.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())
  const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
  const inAws = (sourceIp: string) => ({ event: { requestContext: { http: { sourceIp } } } })

  test.each([
    ['on this machine', from('203.0.113.9'), from('203.0.113.10')],
    ['in AWS', inAws('203.0.113.9'), inAws('203.0.113.10')],
    ['of one IPv6 network', inAws('2001:db8:1:2::a'), inAws('2001:db8:1:3::a')],
  ])('a caller who takes all gets words and a time, and others are served (%s)', async (_, greedy, other) => {
    const pages = await pagesAtWork()
    const path = `/u/${pages.token()}`
    const headers = { 'accept-language': 'en' }
    const statuses: number[] = []
    for (let time = 0; time < 300; time++) statuses.push((await pages.ask(path, { headers }, greedy)).status)
    expect(statuses.slice(0, 100)).toEqual(statuses.slice(0, 100).map(() => 200))
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(100)
    const refused = await pages.ask(`/u/${pages.token()}/stop`, { method: 'POST', headers }, greedy)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect(await refused.text()).toContain('Please try again in a few seconds')
    expect(pages.writes()).toBe(0)
    // Without its style the words are hard to read, and the button for machines stands on the screen.
    expect((await pages.ask('/page.css', {}, greedy)).status).toBe(200)
    expect((await pages.ask(path, { headers }, other)).status).toBe(200)
  })

  test('addresses of one IPv6 network are one caller', async () => {
    const pages = await pagesAtWork()
    const path = `/u/${pages.token()}`
    const statuses = new Set<number>()
    for (let host = 0; host < 300; host++)
      statuses.add((await pages.ask(path, {}, inAws(`2001:db8::${host.toString(16)}`))).status)
    expect([...statuses].toSorted()).toEqual([200, 429])
  })
})
