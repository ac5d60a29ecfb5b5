/** The webhook of the telephone system, with made events: forged, twice, late, about nothing known, and with a store that fails. */
import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryCustomerFinder } from '#adapters/memory/customer-finder.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryHotlineCallers } from '#adapters/memory/hotline-callers.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { startCall } from '#app/desk/start-call.ts'
import { events } from '#app/events.ts'
import { telephoneApp } from '#functions/telephone/hear-telephone.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { storedWork } from '#test/support/work-builders.ts'

const NOW = '2027-03-10T02:10:00.000Z'
const KEY = 'k'.repeat(48)
const OURS = { call_id: 'call-vn-1', callCreatedReason: 'SERVER_MAKE_CALL', timestamp_ms: Date.parse(NOW) }
const HOTLINE = {
  call_id: 'call-vn-2',
  callCreatedReason: 'EXTERNAL_CALL_IN',
  timestamp_ms: Date.parse(NOW),
  call_status: 'ended',
  duration: 10,
  answerDuration: 0,
  from: { number: '84912345678', type: 'external' },
}

async function webhook() {
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const [work, customers] = [memoryWorkStore(), memoryCustomerStore(seals)]
  await customers.put([aCustomer({ phone: '+84912345678' })])
  const said: [string, object][] = []
  const sink = { event: (name: string, values: object) => void said.push([name, values]), alarm: () => {} }
  const failed: unknown[] = []
  const finder = memoryCustomerFinder({ customers, addressHash: seals.addressHash })
  const ports = {
    work,
    customers,
    finder,
    seals,
    listOrders: { makeAgain: async () => {} },
    hotlineCallers: memoryHotlineCallers(),
    companyRules: theCompanyRules(),
    events: events(sink),
  }
  const app = telephoneApp({
    ports,
    webhookKey: async () => KEY,
    ownNumber: async () => '842471000000',
    clock: () => NOW,
    failed: (error) => void failed.push(error),
  })
  const post = async (body: unknown, key = KEY) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const answer = await app.request(`/telephone/${key}`, { method: 'POST', body: text })
    return { status: answer.status, body: await answer.json() }
  }
  const ring = async () => {
    await work.open(storedWork({ workId: 'w-1' }))
    const telephone = { startCall: async () => ({ callId: 'call-vn-1' }) }
    const order = { workId: 'w-1', extension: '101', phone: '+84912345678', by: 'hanh@example.com', at: NOW }
    return startCall({ work, telephone }, order)
  }
  const call = async () => {
    const item = await work.get('w-1')
    return item?.kind === 'call-task' ? item.calls?.[0] : undefined
  }
  return { work, post, ring, call, said, failed, app }
}

test.each(['', 'wrong', `${KEY}x`, KEY.slice(1), KEY.toUpperCase()])(
  'a forged one is refused, whatever its key: "%s"',
  async (key) => {
    const { post, work, said } = await webhook()
    expect([403, 404]).toContain((await post(HOTLINE, key === '' ? '%20' : key)).status)
    expect(await work.allOpen()).toEqual([])
    expect(said).toEqual([['telephone.refused', { because: 'wrong-key' }]])
  },
)

test('a missed call to the hotline is rung back; the same event twice, and its neighbours that tell nothing, do nothing more', async () => {
  const { post, work } = await webhook()
  expect(await post(HOTLINE)).toEqual({ status: 200, body: { heard: 'hotline' } })
  expect((await post({ ...HOTLINE, call_status: 'ringing' })).body).toEqual({ heard: 'nothing-new' })
  expect((await post('{"call_id":'))?.status).toBe(400)
  expect((await post(HOTLINE)).status).toBe(200)
  expect(await work.allOpen()).toMatchObject([{ customerId: 'c-001', subject: { is: 'missed-hotline' } }])
})

test('a call to the hotline whose number cannot be read opens nothing, and leaves a trace without the number', async () => {
  const { post, work, said } = await webhook()
  const from = { number: '12345', type: 'external' }
  expect(await post({ ...HOTLINE, from })).toEqual({ status: 200, body: { heard: 'no-number' } })
  expect(await work.allOpen()).toEqual([])
  expect(said).toEqual([['telephone.heard', { heard: 'no-number' }]])
})

test('a call of ours that is told like one from outside is noted on its task, and no call-back', async () => {
  const { post, ring, call, work } = await webhook()
  await ring()
  const { callCreatedReason: _, ...ended } = { ...HOTLINE, call_id: 'call-vn-1', to: { number: '101', type: 'internal' } }
  expect((await post(ended)).body).toEqual({ heard: 'noted' })
  expect(await call()).toMatchObject({ state: 'missed' })
  const own = { ...HOTLINE, from: { number: '842471000000', type: 'external' } }
  expect((await post(own)).body).toEqual({ heard: 'unknown' })
  expect((await work.allOpen()).map(({ workId }) => workId)).toEqual(['w-1'])
})

test('a call of ours keeps how long it took and its recording, told late, twice and in any order', async () => {
  const { post, ring, call, work } = await webhook()
  expect(await ring()).toEqual({ started: 'call-vn-1' })
  const ended = { ...OURS, call_status: 'ended', duration: 90, answerDuration: 75 }
  const recorded = { ...OURS, recording_url: 'https://example.com/r/1' }
  expect((await post(recorded)).body).toEqual({ heard: 'noted' })
  expect((await post(ended)).body).toEqual({ heard: 'noted' })
  const { version } = (await work.get('w-1')) ?? {}
  for (const event of [ended, recorded, { ...OURS, call_status: 'ringing' }])
    expect((await post(event)).body).toEqual({ heard: 'nothing-new' })
  expect(await call()).toMatchObject({
    state: 'ended',
    seconds: 75,
    recording: 'https://example.com/r/1',
    by: 'hanh@example.com',
  })
  expect((await work.get('w-1'))?.version).toBe(version)
})

test('a call that no task of ours knows, and one whose task is gone, are let be', async () => {
  const { post, ring, work } = await webhook()
  const ended = { ...OURS, call_status: 'ended', answerDuration: 5 }
  expect(await post(ended)).toEqual({ status: 200, body: { heard: 'unknown' } })
  await ring()
  await work.remove('w-1')
  expect(await post(ended)).toEqual({ status: 200, body: { heard: 'unknown' } })
})

test('a body of 1 MB is refused before it is read', async () => {
  const { post, work } = await webhook()
  expect((await post(JSON.stringify({ ...HOTLINE, padding: 'x'.repeat(1024 * 1024) }))).status).toBe(413)
  expect(await work.allOpen()).toEqual([])
})

test('a store that fails is told, and the telephone system asked to tell it again; no content is logged', async () => {
  const { post, work, failed, said } = await webhook()
  const { get } = work
  work.get = () => Promise.reject(new Error('the store is away'))
  expect(await post(HOTLINE)).toEqual({ status: 503, body: { refused: 'try-again' } })
  expect(failed).toHaveLength(1)
  work.get = get
  expect((await post(HOTLINE)).status).toBe(200)
  expect(await work.allOpen()).toHaveLength(1)
  expect(JSON.stringify(said)).not.toMatch(/912345678|call-vn/)
})

test('nothing else is served', async () => {
  const { app } = await webhook()
  for (const [method, path] of [
    ['GET', `/telephone/${KEY}`],
    ['POST', '/'],
    ['POST', '/telephone'],
  ] as const)
    expect((await app.request(path, { method })).status).toBe(404)
})

test('a missed call that is told with a time to come counts as of now, and one of two months ago is rung back no more', async () => {
  const { post, work } = await webhook()
  const told = (at: string) => ({ ...HOTLINE, duration: 0, timestamp_ms: Date.parse(at) })
  expect((await post(told('2027-01-05T02:10:00.000Z'))).body).toEqual({ heard: 'too-old' })
  expect(await work.allOpen()).toEqual([])
  expect((await post(told('9999-12-31T23:59:59.000Z'))).body).toEqual({ heard: 'hotline' })
  expect(await work.allOpen()).toMatchObject([{ events: [{ is: 'opened', at: NOW }] }])
})

test.each([
  ['microseconds', Date.parse(NOW) * 1000],
  ['the last time that there is', 8_640_000_000_000_000],
])('a missed call whose time is %s counts as of now', async (_, timestamp_ms) => {
  const { post, work } = await webhook()
  expect((await post({ ...HOTLINE, duration: 0, timestamp_ms })).body).toEqual({ heard: 'hotline' })
  expect(await work.allOpen()).toMatchObject([{ events: [{ is: 'opened', at: NOW }] }])
})

test.each([
  ['ten thousand million million seconds', { call_status: 'ended', answerDuration: 1e16 }],
  ['a duration that is none', { call_status: 'ended', answerDuration: -5 }],
])('news of our call with %s is refused, and the task can be read afterwards', async (_, news) => {
  const { post, ring, call } = await webhook()
  await ring()
  expect((await post({ ...OURS, ...news })).status).toBe(400)
  expect(await call()).toMatchObject({ state: 'started', seconds: null })
})

test('a recording at an address without end is left out, and the rest of the news is kept', async () => {
  const { post, ring, call } = await webhook()
  await ring()
  const recording_url = `https://example.com/${'r'.repeat(5000)}`
  await post({ ...OURS, call_status: 'ended', answerDuration: 20, recording_url })
  expect(await call()).toMatchObject({ state: 'ended', seconds: 20, recording: null })
})

describe('of one call, and of two calls of one number', () => {
  /** The end of a call in vain, so many seconds before now. */
  const missed = (before: number, callId = 'call-vn-2') => ({
    ...HOTLINE,
    call_id: callId,
    timestamp_ms: Date.parse(NOW) - before * 1000,
  })
  const answered = (before: number, callId = 'call-vn-3') => ({ ...missed(before, callId), duration: 120, answerDuration: 100 })

  test.each([
    ['that was answered after the one in vain', [answered(0), missed(300)]],
    ['whose end in vain, at a telephone that was not taken, comes after its answer', [answered(0, 'call-vn-2'), missed(60)]],
    ['whose end in vain is told within the second in which it began', [answered(0, 'call-vn-2'), missed(110)]],
  ])('one %s leaves nothing to ring back, in either order and told twice', async (_what, told) => {
    for (const order of [told, told.toReversed(), [...told, ...told], [...told, ...told].toReversed()]) {
      const { post, work } = await webhook()
      for (const event of order) expect(await post(event)).toEqual({ status: 200, body: { heard: 'hotline' } })
      expect(await work.allOpen()).toEqual([])
    }
  })

  test('told at the same moment they leave nothing to ring back either', async () => {
    const { post, work } = await webhook()
    await Promise.all([post(missed(300)), post(answered(0)), post(missed(300))])
    expect(await work.allOpen()).toEqual([])
  })

  test.each([1, 2])('one in vain after the answer is rung back, told %i times', async (times) => {
    for (const order of [
      [answered(300), missed(0)],
      [missed(0), answered(300)],
    ]) {
      const { post, work } = await webhook()
      for (const event of Array.from({ length: times }, () => order).flat()) await post(event)
      expect(await work.allOpen()).toHaveLength(1)
    }
  })

  test('of another number nothing is answered', async () => {
    const { post, work } = await webhook()
    await post({ ...answered(0), from: { number: '84987654321', type: 'external' } })
    await post(missed(300))
    expect(await work.allOpen()).toMatchObject([{ customerId: 'c-001' }])
  })
})
