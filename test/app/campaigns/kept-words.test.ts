import { expect, test } from 'vitest'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import { keptWords } from '#app/campaigns/kept-words.ts'
import { someWords } from '#test/support/builders.ts'

async function counted(answer?: () => Promise<'unreadable' | undefined>) {
  const store = memoryWordsStore()
  const hash = await store.keep(someWords())
  let reads = 0
  const kept = keptWords({
    ...store,
    read: (asked) => {
      reads++
      return answer ? answer() : store.read(asked)
    },
  })
  return { store, hash, kept, reads: () => reads }
}

test('words are read once, also by many who ask at the same moment, and are the same value every time', async () => {
  const { hash, kept, reads } = await counted()
  const all = await Promise.all([kept.read(hash), kept.read(hash), kept.read(hash)])
  expect(new Set([...all, await kept.read(hash)]).size).toBe(1)
  expect(reads()).toBe(1)
})

test.each([
  ['are not there', async () => undefined],
  ['cannot be read', async () => 'unreadable' as const],
  ['failed to be read', async () => Promise.reject(new Error('throttled'))],
])('words that %s are asked for again', async (_, answer) => {
  const { hash, kept, reads } = await counted(answer)
  await kept.read(hash).catch(() => {})
  await kept.read(hash).catch(() => {})
  expect(reads()).toBe(2)
})

test('a process that lives long keeps the letters of late, not every letter it ever saw', async () => {
  const { store, kept, reads } = await counted()
  const hashes = await Promise.all(Array.from({ length: 200 }, (_, n) => store.keep(someWords('greeting', `lời ${n}`))))
  for (const hash of hashes) await kept.read(hash)
  await kept.read(hashes.at(-1) ?? '')
  expect(reads()).toBe(200)
  await kept.read(hashes[0] ?? '')
  expect(reads()).toBe(201)
})
