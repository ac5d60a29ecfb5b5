/** What the telephone system tells of a call, in any order and twice, and which attempt it belongs to. */
import { describe, expect, test } from 'vitest'
import { MOST_CALLS, withCall, withCallNews } from '#core/work/history.ts'
import { type CallNews, callOfAttempt, startedCall, withNews } from '#core/work/telephone-call.ts'
import type { Attempted } from '#core/work/work-event.ts'
import { WorkItemSchema } from '#core/work/work-item.ts'
import { storedWork } from '#test/support/work-builders.ts'

const AT = '2027-03-10T02:00:00.000Z'
const CALL = startedCall({ callId: 'call-1', by: 'hanh@example.com', at: AT })
const news = (over: Partial<CallNews>): CallNews => ({ callId: 'call-1', state: null, seconds: null, recording: null, ...over })
const RECORDING = 'https://example.com/r/1'
const WHOLE = [
  news({ state: 'ringing' }),
  news({ state: 'answered' }),
  news({ state: 'ended', seconds: 75 }),
  news({ recording: RECORDING }),
]
const told = (all: readonly CallNews[]) => all.reduce(withNews, CALL)

test('in order, backwards and twice it comes to the same', () => {
  const end = { ...CALL, state: 'ended', seconds: 75, recording: RECORDING }
  for (const order of [WHOLE, WHOLE.toReversed(), [...WHOLE, ...WHOLE]]) expect(told(order)).toEqual(end)
})

test('a call that is told shorter than before keeps how long it took', () => {
  expect([...WHOLE, news({ state: 'ended', seconds: 0 })].reduce(withNews, CALL).seconds).toBe(75)
})

test('what is not new changes nothing, and writes nothing', () => {
  const item = storedWork({ calls: [told(WHOLE)] })
  for (const each of WHOLE) expect(withCallNews(item, each)).toBeUndefined()
  expect(withCallNews(item, news({ callId: 'another', state: 'ended' }))).toBeUndefined()
})

test('a task keeps its calls with their news, as a row that can be read again, and only so many', () => {
  const item = withCall(storedWork(), CALL)
  if (item === 'full') throw new Error('full')
  const next = withCallNews(item, news({ state: 'ended', seconds: 75, recording: RECORDING }))
  expect(next).toMatchObject({ version: 2, calls: [{ state: 'ended', seconds: 75 }] })
  expect(WorkItemSchema.parse(next)).toEqual(next)
  expect(withCall(storedWork({ calls: Array.from({ length: MOST_CALLS }, () => CALL) }), CALL)).toBe('full')
})

describe('an attempt is about', () => {
  const attempt = (over: Partial<Attempted> = {}): Attempted => ({
    is: 'attempted',
    at: '2027-03-10T02:05:00.000Z',
    by: { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' },
    disposition: 'no-answer',
    way: 'phone',
    note: null,
    callBackAt: null,
    ...over,
  })
  const before = { ...CALL, callId: 'call-0', at: '2027-03-10T01:50:00.000Z' }
  const bao = { is: 'staff', name: 'Bảo', address: 'bao@example.com' } as const

  test.each<[string, Partial<Attempted>, string | undefined]>([
    ['the last call of the same member of staff', {}, 'call-1'],
    ['none that came after it', { at: '2027-03-10T01:59:00.000Z' }, 'call-0'],
    ['none of a colleague', { by: bao }, undefined],
    ['none where it went another way', { way: 'zalo' }, undefined],
    ['none where the command line noted it', { by: { is: 'staff', name: 'Hạnh' } }, undefined],
  ])('%s', (_, over, callId) => {
    expect(callOfAttempt({ ...storedWork(), calls: [before, CALL] }, attempt(over))).toBe(callId)
  })

  test('none that another attempt is about, nor one from before that', () => {
    const item = storedWork({ events: [...storedWork().events, attempt({ callId: 'call-1' })], calls: [before, CALL] })
    expect(callOfAttempt(item, attempt({ at: '2027-03-10T02:20:00.000Z' }))).toBeUndefined()
  })
})
