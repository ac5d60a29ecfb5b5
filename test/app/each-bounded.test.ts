import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inChunks } from '#adapters/in-chunks.ts'
import { eachBounded } from '#app/each-bounded.ts'

test.each([
  [0, []],
  [1, [1]],
  [9, [9]],
  [10, [10]],
  [11, [10, 1]],
  [30, [10, 10, 10]],
])('%i items are cut into chunks of %j', (count, sizes) => {
  const items = Array.from({ length: count }, (_, n) => n)
  const chunks = inChunks(items, 10)
  expect(chunks.map((chunk) => chunk.length)).toEqual(sizes)
  expect(chunks.flat()).toEqual(items)
})

test('acts on every item, never on more at once than the limit', async () => {
  let running = 0
  let most = 0
  const done: number[] = []
  const act = async (item: number) => {
    most = Math.max(most, ++running)
    await pause(1)
    running--
    done.push(item)
  }
  await eachBounded([1, 2, 3, 4, 5, 6, 7], { limit: 3, act })
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(most).toBe(3)
  await eachBounded([], { limit: 3, act })
})

test('after a failure it starts no more, and throws when those under way have ended', async () => {
  const ended: number[] = []
  const act = async (item: number) => {
    await pause(item)
    ended.push(item)
    if (item === 1) throw new Error('item 1')
  }
  await expect(eachBounded([1, 20, 30, 40], { limit: 2, act })).rejects.toThrow('item 1')
  expect(ended).toEqual([1, 20])
})
