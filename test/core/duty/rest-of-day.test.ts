/** How many calls fit into what is left of a day. */
import { expect, test } from 'vitest'
import { restOfDay } from '#core/duty/rest-of-day.ts'

const DAY = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]

test.each([
  ['00:00', 40, 40],
  ['08:00', 40, 40],
  ['09:00', 40, 35],
  ['12:30', 40, 20],
  ['16:30', 40, 2],
  ['16:59', 40, 1],
  ['17:00', 40, 0],
  ['16:30', 0, 0],
])('at %s of a day of %i calls there is time for %i', (time, calls, expected) => {
  expect(restOfDay({ hours: DAY, calls }, time).callsLeft).toBe(expected)
})

test('the part of the day that runs is cut, and those that are over are gone', () => {
  expect(restOfDay({ hours: DAY, calls: 40 }, '14:15').hours).toEqual([{ from: '14:15', to: '17:00' }])
  expect(restOfDay({ hours: [], calls: 0 }, '08:00')).toEqual({ hours: [], callsLeft: 0 })
})
