import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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

const SURVEY = { use: 'survey', fields: ['c-001', 'csat_2027-02-06'], expiresAt: LATER } as const

describe('the token of a link', () => {
  test('opens to what it was made for, any fields at all, and with no other secret', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 4 }), async (fields) => {
        const token = seals.linkToken({ use: 'survey', fields, expiresAt: LATER })
        expect(token).toMatch(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}$/)
        expect(await seals.openLink(token, { use: 'survey', now: NOW })).toEqual({ fields })
        expect(await others.openLink(token, { use: 'survey', now: NOW })).toBeUndefined()
      }),
    )
  })

  test('of one use opens for no other', async () => {
    const uses = ['unsubscribe', 'preferences', 'survey'] as const
    for (const made of uses) {
      const token = seals.linkToken({ ...SURVEY, use: made })
      for (const asked of uses)
        expect((await seals.openLink(token, { use: asked, now: NOW })) !== undefined, `${made} as ${asked}`).toBe(made === asked)
    }
  })

  test('differs when a field borrows from its neighbour', () => {
    const tokens = [['c-001', 'csat'], ['c-001c', 'sat'], ['c-001csat'], ['c-001', 'cs', 'at'], ['', 'c-001csat']].map((fields) =>
      seals.linkToken({ ...SURVEY, fields }),
    )
    expect(new Set(tokens).size).toBe(tokens.length)
  })

  test.each([
    ['2027-08-06T01:59:59.999Z', { fields: SURVEY.fields }],
    ['2027-08-06T02:00:00.000Z', 'expired'],
    ['2029-01-01T00:00:00.000Z', 'expired'],
  ])('that ends at 02:00:00 is at %s: %j', async (now, opened) => {
    expect(await seals.openLink(seals.linkToken(SURVEY), { use: 'survey', now })).toEqual(opened)
  })

  test('that is forged is forged, also when it says that it has expired', async () => {
    const expired = others.linkToken({ ...SURVEY, expiresAt: '2020-01-01T00:00:00.000Z' })
    expect(await seals.openLink(expired, { use: 'survey', now: NOW })).toBeUndefined()
  })

  test('changed in any one character, cut short or lengthened is refused', async () => {
    const token = seals.linkToken(SURVEY)
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=/+'
    const open = (text: string) => seals.openLink(text, { use: 'survey', now: NOW })
    const opening: string[] = []
    for (let at = 0; at < token.length; at++) {
      for (const letter of letters) {
        if (letter === token[at]) continue
        const altered = token.slice(0, at) + letter + token.slice(at + 1)
        if ((await open(altered)) !== undefined) opening.push(altered)
      }
      expect(await open(token.slice(0, at))).toBeUndefined()
    }
    expect(opening).toEqual([])
    for (const more of ['A', '=', '.', '.x', '\n', ' ', 'x'.repeat(100_000)]) expect(await open(token + more)).toBeUndefined()
  })

  test('of garbage is refused and never throws', async () => {
    const garbage = fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.constantFrom('', '.', '..', 'a.b'))
    await fc.assert(
      fc.asyncProperty(garbage, async (text) => {
        expect(await seals.openLink(text, { use: 'survey', now: NOW })).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })
})
