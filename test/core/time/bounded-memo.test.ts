import { expect, test } from 'vitest'
import { boundedMemo } from '#core/time/bounded-memo.ts'

test('an answer is computed once while it is remembered, undefined answers too', () => {
  const asked: number[] = []
  const memo = boundedMemo(10, (question: number) => {
    asked.push(question)
    return question === 1 ? undefined : question * 2
  })
  expect([memo(1), memo(2), memo(1), memo(2)]).toEqual([undefined, 4, undefined, 4])
  expect(asked).toEqual([1, 2])
})

test('beyond its limit the oldest answer is forgotten, and computed again when asked for', () => {
  const asked: number[] = []
  const memo = boundedMemo(2, (question: number) => {
    asked.push(question)
    return question
  })
  for (const question of [1, 2, 3, 2, 3, 1]) expect(memo(question)).toBe(question)
  expect(asked).toEqual([1, 2, 3, 1])
})
