/** Events as Stringee documents them. */
import { describe, expect, test } from 'vitest'
import { readCallEvent } from '#adapters/stringee/call-event.ts'

const EVENT = {
  project_id: 25,
  account_sid: 'AC1',
  timestamp_ms: Date.parse('2027-03-10T02:00:30.000Z'),
  type: 'stringee_call',
  call_id: 'call-vn-1',
  clientCustomData: '',
}
const OURS = {
  ...EVENT,
  callCreatedReason: 'SERVER_MAKE_CALL',
  from: { number: '842471000000', type: 'external' },
  to: { number: '101', type: 'internal' },
}
const CUSTOMERS = {
  ...EVENT,
  callCreatedReason: 'EXTERNAL_CALL_IN',
  from: { number: '84912345678', type: 'external' },
  to: { number: '842471000000', type: 'internal' },
}
const read = (event: unknown) => readCallEvent(event, { country: 'VN', ownNumber: '842471000000' })
const nothing = { state: null, seconds: null, recording: null }

describe('a call of ours', () => {
  test.each([
    [{ call_status: 'created' }, { state: 'started' }],
    [{ call_status: 'ringing' }, { state: 'ringing' }],
    [{ call_status: 'answered' }, { state: 'answered' }],
    [
      { call_status: 'ended', duration: 90, answerDuration: 75 },
      { state: 'ended', seconds: 75 },
    ],
    [
      { call_status: 'ended', duration: 9, answerDuration: 0 },
      { state: 'missed', seconds: 0 },
    ],
    [{ recording_url: 'https://example.com/r/1' }, { recording: 'https://example.com/r/1' }],
  ])('%o', (told, news) => {
    expect(read({ ...OURS, ...told })).toEqual({ is: 'call', news: { callId: 'call-vn-1', ...nothing, ...news } })
  })

  test.each([{ call_status: 'agentEnded' }, {}, { recording_url: 'javascript:alert(1)' }])('%o says nothing', (told) => {
    expect(read({ ...OURS, ...told })).toEqual({ is: 'nothing' })
  })
})

describe('a call whose reason is not said', () => {
  const { callCreatedReason: _, ...unsaid } = OURS
  const ended = { ...unsaid, call_status: 'ended', duration: 20, answerDuration: 0 }
  const news = { callId: 'call-vn-1', ...nothing, state: 'missed', seconds: 0 }

  test('is ours where it comes from the company’s own number, also where it is said to come from outside', () => {
    expect(read(ended)).toEqual({ is: 'call', news })
    expect(read({ ...ended, callCreatedReason: 'EXTERNAL_CALL_IN' })).toEqual({ is: 'call', news })
    expect(read({ ...ended, from: { number: '+842471000000', type: 'external' } })).toEqual({ is: 'call', news })
  })

  test('says what it would mean for a call of ours: which it is, the calls that were made tell', () => {
    const from = { number: '842471999999', type: 'external' }
    expect(read({ ...ended, from })).toMatchObject({ is: 'hotline', call: { phone: '+842471999999' }, news })
    expect(read({ ...ended, from, call_status: 'ringing' })).toMatchObject({ is: 'call', news: { state: 'ringing' } })
  })
})

describe('a call of a customer to the hotline', () => {
  test('that is over tells who rang when, and whether staff answered', () => {
    const call = { phone: '+84912345678', at: '2027-03-10T02:00:20.000Z', isAnswered: false }
    const ended = { ...CUSTOMERS, call_status: 'ended', duration: 10 }
    expect(read({ ...ended, answerDuration: 0 })).toMatchObject({ is: 'hotline', call })
    expect(read({ ...ended, answerDuration: 7 })).toMatchObject({ is: 'hotline', call: { ...call, isAnswered: true } })
    const { callCreatedReason: _, ...unsaid } = ended
    expect(read(unsaid)).toMatchObject({ is: 'hotline', call })
  })

  test('that rings says nothing yet', () => {
    expect(read({ ...CUSTOMERS, call_status: 'ringing' })).toEqual({ is: 'nothing' })
  })

  test.each([
    ['84912345678', '+84912345678'],
    ['6591234567', '+6591234567'],
    ['61412345678', '+61412345678'],
    ['14155552671', '+14155552671'],
    ['+6591234567', '+6591234567'],
    ['0912345678', '+84912345678'],
    ['02471000000', '+842471000000'],
  ])('from %s is from %s', (number, phone) => {
    const event = { ...CUSTOMERS, call_status: 'ended', from: { number, type: 'external' } }
    expect(read(event)).toMatchObject({ is: 'hotline', call: { phone } })
  })

  test.each(['anonymous', '', '12345', undefined])('that is over and does not tell its number (%s) is told as that', (number) => {
    const from = { type: 'external', ...(number !== undefined && { number }) }
    expect(read({ ...CUSTOMERS, from, call_status: 'ended' })).toMatchObject({ is: 'hotline', call: null })
    expect(read({ ...CUSTOMERS, from, call_status: 'ringing' })).toEqual({ is: 'nothing' })
  })
})

test.each([null, 'text', [], {}, { call_id: '' }, { call_id: 1 }, { ...OURS, duration: 'long' }])('%o is no event', (event) => {
  expect(read(event)).toEqual({ is: 'unreadable' })
})
