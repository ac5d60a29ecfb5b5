import { describe, expect, test } from 'vitest'
import { closingOf, isExtended, isOpen, ownerOf, reopeningsOf, stateOf } from '#core/work/standing.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import {
  aPerson,
  assignedTo,
  closedWork,
  closingOn,
  notedBy,
  reopenedBy,
  storedCase,
  storedRequest,
  storedWork,
} from '#test/support/work-builders.ts'

const extension = {
  is: 'extended',
  at: '2027-02-07T02:00:00.000Z',
  by: { is: 'staff', name: 'Hoa' },
  because: 'hồ sơ dày',
} as const
const LATER = '2027-02-09T02:00:00.000Z'
const withEvents = <Item extends WorkItem>(item: Item, ...events: readonly WorkEvent[]): Item => ({
  ...item,
  events: [...item.events, ...events],
})
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
    ['a call that was reopened', withEvents(storedWork(), closingOn(), reopenedBy('Mai', LATER)), 'to-call'],
    ['a case that was reopened', withEvents(storedCase(), closingOn(), reopenedBy('Mai', LATER)), 'confirm'],
    [
      'a request that was extended, closed and reopened',
      withEvents(storedRequest(), extension, closingOn(), reopenedBy('Mai', LATER)),
      'extended',
    ],
    [
      'a call that was closed once more',
      withEvents(storedWork(), closingOn(), reopenedBy('Mai', LATER), closingOn('2027-02-10')),
      'closed',
    ],
    ['a call that was taken', withEvents(storedWork(), assignedTo(aPerson())), 'to-call'],
    ['a call that was handed over after its closing', withEvents(storedWork(), closingOn(), assignedTo(aPerson())), 'closed'],
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

test('it lies where it was handed last, also after it was closed and reopened', () => {
  const [hanh, team] = [aPerson(), { is: 'team', team: 'Chăm sóc' } as const]
  expect(ownerOf(storedWork())).toEqual({ is: 'everybody' })
  expect(ownerOf(withEvents(storedWork(), assignedTo(hanh), notedBy('hanh', 'x')))).toEqual(hanh)
  expect(ownerOf(withEvents(storedWork(), assignedTo(hanh), assignedTo(team)))).toEqual(team)
  expect(ownerOf(withEvents(storedWork(), assignedTo(hanh), assignedTo({ is: 'everybody' })))).toEqual({ is: 'everybody' })
  const again = withEvents(storedWork(), assignedTo(hanh), closingOn(), reopenedBy('Mai', LATER))
  expect(ownerOf(again)).toEqual(hanh)
})

test('how often it was reopened is counted, so that a form shown before cannot act on it after', () => {
  expect(reopeningsOf(closedWork(storedCase()))).toEqual([])
  const [first, second] = [reopenedBy('Mai', LATER), reopenedBy('Châu', '2027-02-11T02:00:00.000Z')]
  expect(reopeningsOf(withEvents(storedCase(), closingOn(), first, closingOn(), second, notedBy('x', 'y')))).toEqual([
    first,
    second,
  ])
})
