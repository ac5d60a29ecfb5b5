import { describe, expect, test } from 'vitest'
import { KeyRingError, openingKey, readKeyRing, writtenKeyRing } from '#adapters/crypto/key-ring.ts'

const ONE = 'the first key, of at least thirty-two characters'
const TWO = 'the second key, of at least thirty-two characters'
const ring = (more: object = {}) => JSON.stringify({ current: 2, keys: { 1: ONE, 2: TWO }, ...more })

describe('the keys in a secret', () => {
  test('of a deployment that never changed them are one, the first', () => {
    const { current, keys } = readKeyRing(ONE)
    expect([current, [...keys]]).toEqual([1, [[1, ONE]]])
  })

  test('have numbers, and one of them seals', () => {
    const { current, keys } = readKeyRing(ring())
    expect([current, [...keys]]).toEqual([
      2,
      [
        [1, ONE],
        [2, TWO],
      ],
    ])
  })

  test('are written as they are read', () => {
    const kept = readKeyRing(ring({ retired: [1], sealedUntil: { 1: '2027-01-01T00:00:00.000Z' } }))
    expect(readKeyRing(writtenKeyRing(kept))).toEqual(kept)
  })

  test('open while they are not retired', () => {
    const kept = readKeyRing(ring({ retired: [1] }))
    expect([1, 2, 3].map((number) => openingKey(kept, number))).toEqual([undefined, TWO, undefined])
  })

  test.each([
    ['a short one', 'x'.repeat(31), 'at least 32 characters'],
    ['no JSON', `{${ONE}`, 'begins like JSON and is none'],
    ['no first key', JSON.stringify({ current: 2, keys: { 2: TWO } }), 'key 1 must stay'],
    ['a current one that is not there', ring({ current: 3 }), 'the current key is not among the keys'],
    ['a current one that is retired', ring({ retired: [2] }), 'the current key is retired'],
    ['a short one among others', ring({ keys: { 1: ONE, 2: 'short-and-secret' } }), 'keys: 2: at least 32 characters'],
    ['the same twice', ring({ keys: { 1: ONE, 2: ONE } }), 'two keys are the same'],
    ['number 0', ring({ keys: { 0: TWO, 1: ONE, 2: TWO } }), 'a number from 1 to 128'],
    ['number 129', ring({ keys: { 1: ONE, 2: TWO, 129: TWO } }), 'a number from 1 to 128'],
    ['number 02', ring({ keys: { 1: ONE, 2: TWO, '02': TWO } }), 'a number from 1 to 128'],
    ['a field nobody knows', ring({ kyes: {} }), 'kyes'],
    ['an empty secret', '', 'at least 32 characters'],
  ])('%s is refused, with the reason and without a key', (_what, secret, reason) => {
    const error = refusalOf(secret)
    expect(error).toBeInstanceOf(KeyRingError)
    expect(error.message).toContain(reason)
    for (const key of [ONE, TWO, 'short-and-secret', 'x'.repeat(31)]) expect(error.message).not.toContain(key)
  })
})

function refusalOf(secret: string): Error {
  try {
    readKeyRing(secret)
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('it was read')
}
