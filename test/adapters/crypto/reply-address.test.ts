import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { addDays } from '#core/time/local-date.ts'

const seals = cryptoSeals({ secret: 'a secret of at least thirty-two characters' })
const others = cryptoSeals({ secret: 'b secret of at least thirty-two characters' })

const MAIL = { use: 'reply', customerId: 'c-001', campaignId: 'csat-after-delivery', date: '2027-03-10' } as const
const UUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

function addressOf(mail: Partial<Parameters<typeof seals.replyLocalPart>[0]> = {}): string {
  const localPart = seals.replyLocalPart({ ...MAIL, ...mail })
  if (localPart === undefined) throw new Error('no address')
  return localPart
}

/** As some servers and people write it: every letter in one case or the other. */
const inAnyCase = (text: string, upper: readonly boolean[]) =>
  [...text].map((letter, at) => (upper[at % upper.length] ? letter.toUpperCase() : letter.toLowerCase())).join('')

describe('an address for answers', () => {
  test('opens to whose answer it is, to which mail, in any case of letters', async () => {
    const id = fc.oneof(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,20}$/), fc.uuid())
    await fc.assert(
      fc.asyncProperty(
        id,
        fc.constantFrom('reply', 'stop'),
        fc.stringMatching(/^[a-z][a-z0-9-]{1,39}$/),
        fc.integer({ min: 0, max: 65_535 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 64 }),
        async (customerId, use, campaignId, day, upper) => {
          const date = addDays('2000-01-01', day)
          const localPart = addressOf({ customerId, use, campaignId, date })
          expect(localPart).toMatch(/^[rs]\+[0-9a-z]+$/)
          expect(localPart.length).toBeLessThanOrEqual(64)
          const opened = { use, customerId, campaignTag: stableHash(campaignId), date }
          expect(await seals.openReplyLocalPart(inAnyCase(localPart, upper))).toEqual(opened)
          expect(await others.openReplyLocalPart(localPart)).toBeUndefined()
        },
      ),
    )
  })

  test.each([
    ['c-001', 38],
    [UUID, 55],
    [UUID.toUpperCase(), undefined],
    ['x'.repeat(21), 63],
    ['x'.repeat(22), undefined],
    ['kh-đặng', 46],
    ['', undefined],
    ['\ud800', undefined],
  ])('of customer %s has %s characters', (customerId, length) => {
    expect(seals.replyLocalPart({ ...MAIL, customerId })?.length).toBe(length)
  })

  test.each(['1999-12-31', '2179-06-07'])('of %s cannot be written', (date) => {
    expect(seals.replyLocalPart({ ...MAIL, date })).toBeUndefined()
  })

  test.each(['c-001', UUID])('of %s changed in any one character, cut short or lengthened is refused', async (customerId) => {
    const localPart = addressOf({ customerId })
    const opening: string[] = []
    for (let at = 0; at < localPart.length; at++) {
      for (const letter of '0123456789abcdefghijklmnopqrstuvwxyz+-._@ \u017f\u212a\u0131') {
        if (letter === localPart[at]) continue
        const altered = localPart.slice(0, at) + letter + localPart.slice(at + 1)
        if (await seals.openReplyLocalPart(altered)) opening.push(altered)
      }
      expect(await seals.openReplyLocalPart(localPart.slice(0, at))).toBeUndefined()
      expect(await seals.openReplyLocalPart(localPart.slice(0, at) + localPart.slice(at + 1))).toBeUndefined()
    }
    expect(opening).toEqual([])
    for (const more of ['0', '00', '00000000', '+', ' ', '\n', '@example.com', '0'.repeat(100_000)]) {
      expect(await seals.openReplyLocalPart(localPart + more)).toBeUndefined()
      expect(await seals.openReplyLocalPart(more + localPart)).toBeUndefined()
    }
  })

  test('for answers is none for stopping, and the other way round', async () => {
    const reply = addressOf()
    const stop = addressOf({ use: 'stop' })
    expect(await seals.openReplyLocalPart(`s${reply.slice(1)}`)).toBeUndefined()
    expect(await seals.openReplyLocalPart(`r${stop.slice(1)}`)).toBeUndefined()
  })

  test('is never met by chance: a hundred thousand made-up ones open nothing', async () => {
    const letters = '0123456789abcdefghjkmnpqrstvwxyz'
    let state = 20_270_310
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
    const opening: string[] = []
    for (let time = 0; time < 100_000; time++) {
      const length = 29 + Math.floor(next() * 33)
      const body = Array.from({ length }, () => letters[Math.floor(next() * 32)]).join('')
      const localPart = `${next() < 0.5 ? 'r' : 's'}+${body}`
      if (await seals.openReplyLocalPart(localPart)) opening.push(localPart)
    }
    expect(opening).toEqual([])
  })

  test('of garbage is refused and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `r+${text}`),
        ),
        async (text) => {
          expect(await seals.openReplyLocalPart(text)).toBeUndefined()
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('the hash of a network', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7', true],
    ['203.0.113.7', '203.0.113.8', false],
    ['203.0.113.7', '::ffff:203.0.113.7', true],
    ['203.0.113.7', '::ffff:cb00:7107', true],
    ['2001:db8:1:2::1', '2001:DB8:1:2:aaaa:bbbb:cccc:dddd', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['fe80::1%eth0', 'fe80::2', true],
    ['::1', '0:0:0:0:0:0:0:1', true],
    ['unknown', 'unknown', true],
    ['unknown', '', false],
  ])('%s and %s are one network: %s', (one, other, same) => {
    expect(seals.networkHash(one) === seals.networkHash(other)).toBe(same)
  })

  test('cannot be recomputed without the secret', () => {
    expect(seals.networkHash('203.0.113.7')).toMatch(/^[0-9a-f]{32}$/)
    expect(seals.networkHash('203.0.113.7')).not.toBe(others.networkHash('203.0.113.7'))
  })
})
