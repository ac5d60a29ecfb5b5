import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'

const seals = cryptoSeals({ secret: 'a secret of at least thirty-two characters' })
const others = cryptoSeals({ secret: 'b secret of at least thirty-two characters' })
const NOW = '2027-02-06T02:00:00.000Z'
const LATER = '2027-08-06T02:00:00.000Z'
const id = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })

test('a short secret is refused', () => {
  expect(() => cryptoSeals({ secret: 'x'.repeat(31) })).toThrow('at least 32 characters')
})

test.each([
  ['anh@example.com', 'Anh@Example.COM'],
  ['anh@example.com', '  anh@example.com\n'],
  ['ánh@ví-dụ.vn', 'a\u0301nh@vi\u0301-du\u0323.vn'],
  ['ánh@ví-dụ.vn', 'A\u0301NH@VÍ-DỤ.VN'],
])('%s and %j are one address', (one, other) => {
  expect(seals.addressHash(other)).toBe(seals.addressHash(one))
})

test('the hash of an address is a plain SHA-256, so that it outlives any secret', () => {
  // printf 'anh@example.com' | sha256sum
  expect(seals.addressHash('anh@example.com')).toBe(others.addressHash('anh@example.com'))
  expect(seals.addressHash('anh@example.com')).toMatch(/^[0-9a-f]{64}$/)
  expect(seals.addressHash('anh@example.com')).not.toBe(seals.addressHash('anh@example.org'))
})

test('a voucher code is three groups of four, without letters that can be misread', () => {
  fc.assert(
    fc.property(id, id, id, (campaignId, occasionKey, customerId) => {
      const code = seals.voucherCode({ campaignId, occasionKey, customerId })
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
      expect(seals.voucherCode({ campaignId, occasionKey, customerId })).toBe(code)
    }),
  )
})

test('codes differ per person, occasion, campaign and secret, and no field can borrow from its neighbour', () => {
  const key = { campaignId: 'birthday', occasionKey: '2027', customerId: 'c-001' }
  const codes = [
    seals.voucherCode(key),
    others.voucherCode(key),
    seals.voucherCode({ ...key, customerId: 'c-002' }),
    seals.voucherCode({ ...key, occasionKey: '2028' }),
    seals.voucherCode({ ...key, campaignId: 'tet' }),
    seals.voucherCode({ campaignId: 'birthday2', occasionKey: '027', customerId: 'c-001' }),
    seals.voucherCode({ campaignId: 'birthday', occasionKey: '2027c', customerId: '-001' }),
    seals.voucherCode({ campaignId: '', occasionKey: 'birthday2027', customerId: 'c-001' }),
  ]
  expect(new Set(codes).size).toBe(codes.length)
  const many = Array.from({ length: 20_000 }, (_, n) => seals.voucherCode({ ...key, customerId: `c-${n}` }))
  expect(new Set(many).size).toBe(many.length)
})

test('a token opens to what it was made for, any ids at all', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 20 }), (customerId, purpose) => {
      const token = seals.unsubscribeToken({ customerId, purpose, expiresAt: LATER })
      expect(token).toMatch(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}$/)
      expect(seals.openUnsubscribeToken(token, NOW)).toEqual({ customerId, purpose })
      expect(others.openUnsubscribeToken(token, NOW)).toBeUndefined()
    }),
  )
})

test.each([
  ['2027-08-06T01:59:59.999Z', true],
  ['2027-08-06T02:00:00.000Z', false],
  ['2028-01-01T00:00:00.000Z', false],
])('a token that ends at 02:00:00 is good at %s: %s', (now, good) => {
  const token = seals.unsubscribeToken({ customerId: 'c-001', purpose: 'care', expiresAt: LATER })
  expect(seals.openUnsubscribeToken(token, now) !== undefined).toBe(good)
})

test('a token changed in any one character, cut short or lengthened is refused', () => {
  const token = seals.unsubscribeToken({ customerId: 'c-001', purpose: 'care', expiresAt: LATER })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=/+'
  for (let at = 0; at < token.length; at++) {
    for (const letter of letters) {
      if (letter === token[at]) continue
      const altered = token.slice(0, at) + letter + token.slice(at + 1)
      expect(seals.openUnsubscribeToken(altered, NOW), altered).toBeUndefined()
    }
    expect(seals.openUnsubscribeToken(token.slice(0, at), NOW)).toBeUndefined()
  }
  for (const more of ['A', '=', '.', '.x', '\n', ' ']) expect(seals.openUnsubscribeToken(token + more, NOW)).toBeUndefined()
})

test('garbage is refused and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.constantFrom('', '.', '..', 'a.b')), (garbage) => {
      expect(seals.openUnsubscribeToken(garbage, NOW)).toBeUndefined()
    }),
  )
})
