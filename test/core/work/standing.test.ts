import { describe, expect, test } from 'vitest'
import { closingOf, isExtended, isOpen, stateOf } from '#core/work/standing.ts'
import { closedWork, closingOn, notedBy, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

const extension = { is: 'extended', at: '2027-02-07T02:00:00.000Z', by: { is: 'staff', name: 'Hoa' } } as const
const extended = storedRequest({ events: [...storedRequest().events, extension] })

describe('the state of an item follows from its events', () => {
  test.each([
    ['a call that was opened', storedWork(), 'to-call'],
    ['a call that was noted on', storedWork({ events: [...storedWork().events, notedBy('Hoa', 'x')] }), 'to-call'],
    ['a call that was closed', closedWork(storedWork()), 'closed'],
    ['a case that was opened', storedCase(), 'confirm'],
    ['a case that was closed', closedWork(storedCase()), 'closed'],
    ['a request about data', storedRequest(), 'asked'],
    ['a request that was extended', extended, 'extended'],
    ['a request that was extended and closed', closedWork(extended), 'closed'],
  ])('%s', (_what, item, state) => {
    expect(stateOf(item)).toBe(state)
    expect(isOpen(item)).toBe(state !== 'closed')
  })
})

test('of two events at the same instant the one that was written later counts', () => {
  const at = '2027-02-08T04:00:00.000Z'
  const note = notedBy('Hoa', 'cùng lúc', at)
  const opened = storedWork().events[0]
  const closing = closingOn('2027-02-08', { at })
  expect(stateOf(storedWork({ events: [opened, note, closing] }))).toBe('closed')
  expect(stateOf(storedWork({ events: [opened, closing, note] }))).toBe('closed')
  const again = closingOn('2027-02-08', { at, note: 'lần hai' })
  expect(closingOf(storedWork({ events: [opened, closing, again] }))?.note).toBe('lần hai')
})

test('an extension without a time, from an older row, is an extension', () => {
  expect(isExtended(storedRequest({ events: [...storedRequest().events, { ...extension, at: null }] }))).toBe(true)
  expect(isExtended(storedRequest())).toBe(false)
})
