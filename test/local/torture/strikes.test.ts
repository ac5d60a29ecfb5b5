import { expect, test } from 'vitest'
import { type FaultKind, faultRates } from '#local/torture/fault-plan.ts'
import { keyedChance } from '#local/torture/keyed-chance.ts'
import { strikes } from '#local/torture/strikes.ts'

const someStrikes = (counted: FaultKind[]) =>
  strikes({ chance: keyedChance('7'), rates: () => faultRates('heavy', 200), count: (kind) => void counted.push(kind) })

test('a kind of fault that luck passes over strikes once all the same, at the chance it was given at the latest', () => {
  const counted: FaultKind[] = []
  const { strike } = someStrikes(counted)
  const struck = Array.from({ length: 20 }, () => strike('event-twice', 1e-9, 5))
  expect(struck.map((hit, index) => (hit ? index + 1 : 0)).filter(Boolean)).toEqual([5])
  expect(counted).toEqual(['event-twice'])
})

test('where faults are off nothing strikes, however many chances there are', () => {
  const counted: FaultKind[] = []
  const { strike } = someStrikes(counted)
  expect(Array.from({ length: 50 }, () => strike('event-twice', 0, 5)).some(Boolean)).toBe(false)
  expect(counted).toEqual([])
})

test('off is off: every rate is nought', () => {
  const { kill, ...rates } = faultRates('off', 20_000)
  expect([...Object.values(kill), ...Object.values(rates)].every((rate) => rate === 0)).toBe(true)
})
