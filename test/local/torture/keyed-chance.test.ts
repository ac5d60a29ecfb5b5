import { expect, test } from 'vitest'
import { keyedChance } from '#local/torture/keyed-chance.ts'
import { clockJumps } from '#local/torture/world/clock-jumps.ts'
import { peopleOf } from '#local/torture/world/people.ts'

const numbers = (seed: string, kind: string) => {
  const chance = keyedChance(seed)
  return Array.from({ length: 1_000 }, () => chance.number(kind))
}

test('the same seed and kind give the same chances in the same order, whatever else is asked in between', () => {
  const chance = keyedChance('7')
  const mixed = Array.from({ length: 1_000 }, () => {
    chance.number('another kind')
    return chance.number('kill')
  })
  expect(mixed).toEqual(numbers('7', 'kill'))
  expect(mixed).not.toEqual(numbers('8', 'kill'))
  expect(mixed).not.toEqual(numbers('7', 'lose'))
})

test('a share of a tenth comes in about a tenth of the chances', () => {
  const chance = keyedChance('7')
  const hits = Array.from({ length: 10_000 }, () => chance.happens('tenth', 0.1)).filter(Boolean).length
  expect(hits).toBeGreaterThan(900)
  expect(hits).toBeLessThan(1_100)
})

test('a range gives every whole number of it, both ends included', () => {
  const chance = keyedChance('7')
  expect(new Set(Array.from({ length: 200 }, () => chance.between('die', [1, 6])))).toEqual(new Set([1, 2, 3, 4, 5, 6]))
})

test('a run can be had again from its seed: the same people, the same outages', () => {
  expect(peopleOf({ customers: 300, seed: 5 })).toEqual(peopleOf({ customers: 300, seed: 5 }))
  expect(clockJumps(5)).toEqual(clockJumps(5))
  expect(peopleOf({ customers: 300, seed: 6 })).not.toEqual(peopleOf({ customers: 300, seed: 5 }))
})
