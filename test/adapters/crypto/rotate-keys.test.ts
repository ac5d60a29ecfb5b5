import { describe, expect, test } from 'vitest'
import { readKeyRing } from '#adapters/crypto/key-ring.ts'
import { withCurrentKey, withNewKey, withoutKey } from '#adapters/crypto/rotate-keys.ts'

const ONE = 'the first key, of at least thirty-two characters'
const TWO = 'the second key, of at least thirty-two characters'
const AT = '2027-02-06T02:00:00.000Z'
const two = () => withNewKey(readKeyRing(ONE), TWO).ring

describe('changing the keys', () => {
  test('a new key gets the next number and does not seal', () => {
    const { ring, number } = withNewKey(readKeyRing(ONE), TWO)
    expect([number, ring.current, ring.keys.get(2)]).toEqual([2, 1, TWO])
  })

  test('a number is never given twice, also when its key is gone', () => {
    const ring = withoutKey(withNewKey(two(), `third ${TWO}`).ring, 3)
    expect(ring.keys.has(3)).toBe(false)
    expect(withNewKey(ring, `fourth ${TWO}`).number).toBe(4)
  })

  test('the hundred and twenty-ninth key is refused: reply addresses have no room for its number', () => {
    let ring = readKeyRing(ONE)
    for (let n = 2; n <= 128; n++) ring = withNewKey(ring, `${n} ${TWO}`).ring
    expect(() => withNewKey(ring, `129 ${TWO}`)).toThrow('no more than 128 keys')
  })

  test('what sealed so far is kept with the time of its last seal', () => {
    const ring = withCurrentKey(two(), { number: 2, at: AT })
    expect([ring.current, ring.keys.get(1), ring.sealedUntil.get(1)]).toEqual([2, ONE, AT])
    expect(withCurrentKey(ring, { number: 1, at: AT }).sealedUntil).toEqual(new Map([[2, AT]]))
  })

  test('a retired key opens nothing; only the first stays, for the codes of vouchers', () => {
    const first = withoutKey(withCurrentKey(two(), { number: 2, at: AT }), 1)
    expect([first.keys.get(1), [...first.retired]]).toEqual([ONE, [1]])
    const second = withoutKey(two(), 2)
    expect([second.keys.get(2), [...second.retired]]).toEqual([undefined, [2]])
  })

  test.each([
    ['use the current one', () => withCurrentKey(two(), { number: 1, at: AT }), 'the current one already'],
    ['use one that is not there', () => withCurrentKey(two(), { number: 7, at: AT }), 'there is no key 7'],
    ['use a retired one', () => withCurrentKey(withoutKey(two(), 2), { number: 2, at: AT }), 'key 2 is retired'],
    ['retire the current one', () => withoutKey(two(), 1), 'use another first'],
    ['retire one twice', () => withoutKey(withoutKey(two(), 2), 2), 'retired already'],
    ['retire one that is not there', () => withoutKey(two(), 7), 'there is no key 7'],
  ])('%s: refused', (_what, change, reason) => {
    expect(change).toThrow(reason)
  })
})
