import { describe, expect, test } from 'vitest'
import { factNumbers } from '#adapters/crypto/fact-numbers.ts'

const secret = 'a key of the test, of at least thirty-two characters'
const numberOf = factNumbers({ secret })

describe('numbers of ids in facts', () => {
  test('the same id has the same number always, and this very one for this key', () => {
    expect(numberOf('HD-1')).toBe(factNumbers({ secret })('HD-1'))
    expect(numberOf('HD-1')).toBe(6_430_842_812_213_075_592n)
  })

  test('fits a signed number of 64 bits and is never negative', () => {
    for (let nth = 0; nth < 2_000; nth++) {
      const number = numberOf(`id-${nth}`)
      expect(number >= 0n && number < 2n ** 63n).toBe(true)
    }
  })

  test('other ids and other keys give other numbers', () => {
    const ids = Array.from({ length: 20_000 }, (_, nth) => `id-${nth}`)
    expect(new Set(ids.map(numberOf)).size).toBe(20_000)
    expect(factNumbers({ secret: `${secret}!` })('HD-1')).not.toBe(numberOf('HD-1'))
  })
})
