import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { contactKey, SuppressionKeyError, suppressionKeys } from '#adapters/crypto/contact-keys.ts'
import { cryptoSeals } from '#adapters/crypto/seals.ts'

const SECRET = 'a key of the test, long enough to be one'
const keys = suppressionKeys({ secret: SECRET })
const email = (value: string) => contactKey({ kind: 'email', value })

describe('the key of a contact point', () => {
  test.each([
    ['Anh@Example.com', ' anh@example.com '],
    ['hòa@example.com', 'hòa@example.com'.normalize('NFD')],
  ])('is the same however the address is written: %s', (one, other) => {
    expect(email(one)).toBe(email(other))
  })

  test('tells addresses apart, and kinds that hold the same text', () => {
    expect(email('anh@example.com')).not.toBe(email('anh@example.org'))
    expect(contactKey({ kind: 'phone', value: '+84912345678' })).not.toBe(email('+84912345678'))
  })

  test('is the same whatever key seals', () => {
    const point = { kind: 'phone', value: '+84912345678' }
    expect(cryptoSeals({ secret: 'another secret, long enough to be one' }).contactKey(point)).toBe(contactKey(point))
  })
})

describe('the name of its row', () => {
  test('is the kind and an HMAC over the length-prefixed kind and hash, as it will be for good', () => {
    const hash = '73a6c858deff3ab5702ea7c38b0031b91e385ea9bf8ec3353eaead0199ccfb14'
    const expected = createHmac('sha256', SECRET).update(`5:email64:${hash}`).digest('base64url')
    expect(keys.rowKey(email('lan@example.com'))).toBe(`email#${expected}`)
    expect(keys.rowKey(email('lan@example.com'))).toBe('email#DqFjKc7ZhMNQlQP28pzzlnNhDouPMy1srTkG-HbCnuY')
  })

  test('cannot be told without the key, and is another for each kind', () => {
    const other = suppressionKeys({ secret: 'another key of the test, long enough to be one' })
    const number = { value: '+84912345678' }
    const names = [keys, other].flatMap(({ rowKey }) => ['email', 'phone'].map((kind) => rowKey(contactKey({ kind, ...number }))))
    expect(new Set(names.map((name) => name.split('#')[1])).size).toBe(4)
    expect(other.fingerprint).not.toBe(keys.fingerprint)
  })

  test('leads from the version before: its addresses were stored by their hash alone, and it knew no numbers', () => {
    const key = email('lan@example.com')
    const before = keys.keyBefore(key)
    expect(before).toBe('73a6c858deff3ab5702ea7c38b0031b91e385ea9bf8ec3353eaead0199ccfb14')
    expect(keys.contactKeyOf(before ?? '')).toBe(key)
    expect(keys.keyBefore(contactKey({ kind: 'phone', value: '+84912345678' }))).toBeUndefined()
    for (const text of [keys.rowKey(key), `soft#${before}`, '#keyed', '', key]) expect(keys.contactKeyOf(text)).toBeUndefined()
  })

  test.each(['', ' ', 'short'])('is never made with a key that is none: %j', (secret) => {
    expect(() => suppressionKeys({ secret })).toThrow(SuppressionKeyError)
  })

  test('is made of contact keys alone', () => {
    expect(() => keys.rowKey('lan@example.com')).toThrow(RangeError)
  })
})
