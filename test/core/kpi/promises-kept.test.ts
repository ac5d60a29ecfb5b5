import { describe, expect, test } from 'vitest'
import { promisesOf } from '#core/kpi/promises-kept.ts'
import type { Attempted, Closed } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'

type Event = CallTask['events'][number]

const AGENT = { is: 'staff', name: 'Lan' } as const
const opened: Event = { is: 'opened', at: '2027-03-08T01:00:00.000Z', by: { is: 'system' } }
const at = (time: string) => `2027-03-08T${time}:00.000Z`
const attempt = (time: string, over: Partial<Attempted>): Attempted => ({
  is: 'attempted',
  at: at(time),
  by: AGENT,
  disposition: 'no-answer',
  way: 'phone',
  note: null,
  callBackAt: null,
  ...over,
})
const agreed = (time: string, callBack: string) => attempt(time, { disposition: 'call-back', callBackAt: at(callBack) })
const closing = (time: string, over: Partial<Closed>): Closed => ({
  is: 'closed',
  at: at(time),
  on: '2027-03-08',
  by: AGENT,
  note: null,
  reached: false,
  ...over,
})
const fates = (later: readonly Event[], now = at('23:00')) =>
  promisesOf([opened, agreed('02:00', '08:00'), ...later], now).map(({ fate }) => fate)

describe('agreed for 08:00', () => {
  test.each([
    ['rung on the minute', [attempt('08:00', {})]],
    ['rung 14 minutes late', [attempt('08:14', {})]],
    ['rung 14 minutes early', [attempt('07:46', {})]],
    ['spoken with long before', [attempt('05:00', { disposition: 'satisfied' })]],
    ['closed as spoken with long before', [closing('05:00', { reached: true })]],
    ['tried in vain in the morning, and again at the time', [attempt('05:00', {}), attempt('08:05', {})]],
  ])('kept: %s', (_what, later) => {
    expect(fates(later)).toEqual(['kept'])
  })

  test.each([
    ['never rung', []],
    ['rung 15 minutes late', [attempt('08:15', {})]],
    ['rung in the morning alone', [attempt('05:00', {})]],
    ['given up in the morning', [attempt('05:00', {}), closing('05:00', { as: 'exhausted' })]],
    ['a note at the time is no call', [{ is: 'noted', at: at('08:00'), by: AGENT, note: 'x' } as const]],
    ['spoken with in the evening', [attempt('12:00', { disposition: 'satisfied' })]],
  ])('broken: %s', (_what, later) => {
    expect(fates(later)).toEqual(['broken'])
  })

  test.each([
    ['the customer refused before', [attempt('05:00', { disposition: 'refused' })]],
    ['the number was wrong', [attempt('05:00', { disposition: 'wrong-number' })]],
    ['the campaign was cancelled', [closing('05:00', { as: 'cancelled', by: { is: 'system' } })]],
    ['there was nothing to say', [closing('05:00', { contact: 'not-needed' })]],
  ])('void: %s', (_what, later) => {
    expect(fates(later)).toEqual(['void'])
  })

  test('open until a quarter past', () => {
    expect(fates([], at('08:14'))).toEqual(['open'])
    expect(fates([], at('08:15'))).toEqual(['broken'])
  })

  test('another time that the customer chose before it takes its place', () => {
    expect(promisesOf([opened, agreed('02:00', '08:00'), agreed('05:00', '10:00'), attempt('10:05', {})], at('23:00'))).toEqual([
      { at: at('08:00'), fate: 'void' },
      { at: at('10:00'), fate: 'kept' },
    ])
  })

  test('rung at the time, the customer asks for another: two promises, the first one kept', () => {
    expect(fates([agreed('08:00', '09:00')])).toEqual(['kept', 'broken'])
  })
})

test('attempts without a time promise nothing', () => {
  expect(promisesOf([opened, attempt('02:00', {}), closing('03:00', {})], at('23:00'))).toEqual([])
})
