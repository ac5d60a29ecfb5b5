import { expect, test } from 'vitest'
import { openMovableClock, realClock } from '#local/clock/movable-clock.ts'
import { clockAt, temporaryFolder } from '#test/local/aws/aws-clients.ts'

test('the movable clock stands where it was put, and moves forward', () => {
  const clock = clockAt('2027-02-01T00:00:00.000Z')
  expect(clock.now()).toBe('2027-02-01T00:00:00.000Z')
  clock.moveTo('2027-02-06T02:00:00.000Z')
  clock.moveTo('2027-02-06T02:00:00.000Z')
  expect(clock.now()).toBe('2027-02-06T02:00:00.000Z')
})

test('it never goes back', () => {
  const clock = clockAt('2027-02-01T00:00:00.000Z')
  expect(() => clock.moveTo('2027-01-31T23:59:59.999Z')).toThrow(/cannot go back/)
  expect(clock.now()).toBe('2027-02-01T00:00:00.000Z')
})

test('an instant that is none is refused', () => {
  expect(() => clockAt('2027-02-01T00:00:00.000Z').moveTo('tomorrow')).toThrow(RangeError)
})

test('it is found where it was left, whatever start a later opening asks for', () => {
  const folder = temporaryFolder()
  const first = openMovableClock({ folder, startAt: '2027-02-01T00:00:00.000Z' })
  first.moveTo('2028-01-01T00:00:00.000Z')
  first.close()
  const second = openMovableClock({ folder, startAt: '2027-02-01T00:00:00.000Z' })
  expect(second.now()).toBe('2028-01-01T00:00:00.000Z')
  second.close()
})

test('the real clock shows an instant of now', () => {
  expect(Math.abs(Date.parse(realClock.now()) - Date.now())).toBeLessThan(1_000)
})
