import { expect, test } from 'vitest'
import { heldBack } from '#local/torture/held-back.ts'

const at = (minute: number) => `2027-03-28T02:${String(minute).padStart(2, '0')}:00.000Z`

test('what is held back comes at its instant, in order of time, and at the same instant in the order in which it was held', async () => {
  const held = heldBack()
  const came: string[] = []
  for (const [minute, name] of [
    [20, 'later'],
    [10, 'first'],
    [10, 'second'],
    [30, 'never'],
  ] as const)
    held.until(at(minute), () => void came.push(name))
  expect(held.next()).toBe(at(10))
  await held.release(at(9))
  expect(came).toEqual([])
  await held.release(at(20))
  expect(came).toEqual(['first', 'second', 'later'])
  expect(held.next()).toBe(at(30))
})

test('what holds something back while it comes is heard in the same breath', async () => {
  const held = heldBack()
  const came: string[] = []
  held.until(at(1), () => held.until(at(2), () => void came.push('again')))
  await held.release(at(5))
  expect(came).toEqual(['again'])
  expect(held.next()).toBeUndefined()
})
