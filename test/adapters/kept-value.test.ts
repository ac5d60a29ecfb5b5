import { describe, expect, test } from 'vitest'
import { keptValue } from '#adapters/kept-value.ts'

const MINUTE = 60_000

/** A source that can change and fail, and a clock that is moved by hand. */
async function source() {
  const state = { value: 'first', broken: false, ms: 0, reads: 0, failures: [] as unknown[] }
  const kept = await keptValue({
    read: async () => {
      state.reads++
      if (state.broken) throw new Error('unreachable')
      return state.value
    },
    epochMs: () => state.ms,
    failed: (error) => state.failures.push(error),
  })
  return { state, kept }
}

describe('a kept value', () => {
  test('is read once, and not at all again within five minutes', async () => {
    const { state, kept } = await source()
    state.value = 'second'
    state.ms = 5 * MINUTE - 1
    expect([kept.now(), await kept.fresh(), state.reads]).toEqual(['first', 'first', 1])
  })

  test('that cannot be read at first is an error', async () => {
    const read = () => Promise.reject(new Error('unreachable'))
    await expect(keptValue({ read, epochMs: () => 0, failed: () => {} })).rejects.toThrow('unreachable')
  })

  test('is asked for anew after five minutes, before the answer or behind it', async () => {
    const { state, kept } = await source()
    state.value = 'second'
    state.ms = 5 * MINUTE
    expect(kept.now()).toBe('first')
    expect(await kept.fresh()).toBe('second')
    expect([kept.now(), state.reads]).toEqual(['second', 2])
  })

  test('goes on serving while it cannot be read, is tried once a minute, and each failure is told', async () => {
    const { state, kept } = await source()
    state.broken = true
    state.ms = 6 * MINUTE
    for (let time = 0; time < 10; time++) expect(await kept.fresh()).toBe('first')
    expect(kept.now()).toBe('first')
    expect([state.reads, state.failures.length]).toEqual([2, 1])
    state.ms = 7 * MINUTE
    await expect(kept.anew()).rejects.toMatchObject({ name: 'SecretUnreadError', cause: new Error('unreachable') })
    expect([state.reads, state.failures.length]).toEqual([3, 2])
    state.broken = false
    // Not tried again yet, so not known either.
    state.ms = 8 * MINUTE - 1
    await expect(kept.anew()).rejects.toThrow('cannot be read just now')
    expect([state.reads, kept.now(), await kept.fresh()]).toEqual([3, 'first', 'first'])
    state.value = 'second'
    state.ms = 8 * MINUTE
    expect(await kept.fresh()).toBe('second')
    expect(await kept.anew()).toBe('second')
  })

  test('asked for as it is now, is read at most once a minute, and once for all who ask together', async () => {
    const { state, kept } = await source()
    state.value = 'second'
    expect([await kept.anew(), state.reads]).toEqual(['first', 1])
    state.ms = MINUTE
    expect(await Promise.all([kept.anew(), kept.anew(), kept.anew()])).toEqual(['second', 'second', 'second'])
    expect([await kept.anew(), state.reads]).toEqual(['second', 2])
  })
})
